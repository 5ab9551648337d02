// The settings of paging as its parts want them.
#include <fstream>
#include <stdexcept>

#include "app/config_parts.hpp"

namespace nightlight::app {
namespace {

std::string secret_in(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line) || line.empty()) throw std::runtime_error(file + ": no secret can be read there");
  return line;
}

// Where people reach this, in letters.
std::string site_address(const config& c) {
  if (!c.paging.public_address.empty()) return c.paging.public_address;
  if (!c.server.public_origins.empty()) return c.server.public_origins.front();
  return "http://localhost:" + std::to_string(c.server.port);
}

}  // namespace

adapters::curl_post_options post_options(const config& c) {
  const paging_config& p = c.paging;
  adapters::curl_post_options out;
  out.smtp_host = p.smtp_host;
  out.smtp_port = p.smtp_port;
  if (p.smtp_security == "none") out.smtp_security = adapters::mail_security::none;
  if (p.smtp_security == "tls") out.smtp_security = adapters::mail_security::tls;
  out.smtp_user = p.smtp_user;
  if (!p.smtp_password_file.empty()) out.smtp_password = secret_in(p.smtp_password_file);
  out.mail_from = p.mail_from;
  out.ca_file = p.tls_ca_file;
  out.delivery_max = seconds{p.delivery_seconds};
  return out;
}

paging::courier_options courier_options(const config& c) {
  const paging_config& p = c.paging;
  paging::courier_options out;
  out.head = {c.organisation.name, c.organisation.language, site_address(c) + "/#/console", p.mail_from,
              site_address(c) + "/#/plan"};
  out.fallback_address = p.fallback_mail;
  for (std::size_t i = 0; i < p.webhook_urls.size(); ++i) {
    out.webhooks.push_back({p.webhook_urls[i], secret_in(p.webhook_secret_files.at(i))});
  }
  out.retry_first = seconds{p.retry_first_seconds};
  out.retry_longest = seconds{p.retry_longest_seconds};
  out.give_up_after = std::chrono::hours{p.give_up_hours};
  return out;
}

calendar::reminder_letters::senders reminder_senders(const config& c) { return {site_address(c), c.paging.mail_from}; }

paging::ways_out ways_out(const config& c) {
  paging::ways_out out;
  out.mail = !c.paging.smtp_host.empty();
  out.fallback = !c.paging.fallback_mail.empty();
  for (const std::string& url : c.paging.webhook_urls) out.webhooks.push_back(paging::webhook_name(url));
  return out;
}

}  // namespace nightlight::app
