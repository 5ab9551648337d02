#include "app/config_paging_rules.hpp"

#include <algorithm>

#include "app/config_load.hpp"
#include "paging/contact_box.hpp"

namespace nightlight::app {
namespace {

using told = std::vector<config_problem>;

// The host of "https://pager.example.org:8443/hook"; nothing when it is no such address.
std::string host_of(const std::string& url, const std::string& scheme) {
  if (!url.starts_with(scheme)) return "";
  const std::string rest = url.substr(scheme.size());
  const std::string authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.starts_with('[')) return authority.substr(1, authority.find(']') - 1);
  return authority.substr(0, authority.find(':'));
}

bool is_plain(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
}

bool is_usable(const std::string& url) {
  const bool secure = !host_of(url, "https://").empty();
  const bool here = is_loopback(host_of(url, "http://"));
  return is_plain(url) && url.find('@') == std::string::npos && (secure || here);
}

void check_mail(const paging_config& p, told& out) {
  if (!p.fallback_mail.empty() && !paging::is_mail_address(p.fallback_mail)) {
    out.push_back({"paging.fallback_mail", "is not a mail address"});
  }
  if (!p.smtp_host.empty() && !paging::is_mail_address(p.mail_from)) {
    out.push_back({"paging.mail_from", "must be a mail address: every mail has a sender"});
  }
  if (!is_plain(p.smtp_host) || p.smtp_host.find_first_of("/@?#") != std::string::npos) {
    out.push_back({"paging.smtp_host", "is not the name or the address of a machine"});
  }
  if (p.smtp_security == "none" && !p.smtp_host.empty() && !is_loopback(p.smtp_host)) {
    out.push_back({"paging.smtp_security", "\"none\" is for a mail server on this machine only"});
  }
  if (p.smtp_user.empty() != p.smtp_password_file.empty()) {
    out.push_back({p.smtp_user.empty() ? "paging.smtp_password_file" : "paging.smtp_user",
                   "smtp_user and smtp_password_file are needed together"});
  }
  if (p.smtp_password_file.empty()) return;
  const std::string problem = secret_file_problem(p.smtp_password_file);
  if (!problem.empty()) out.push_back({"paging.smtp_password_file", problem});
}

void check_webhooks(const paging_config& p, told& out) {
  for (const std::string& url : p.webhook_urls) {
    if (!is_usable(url)) {
      out.push_back({"paging.webhook_urls",
                     "\"" + url + "\" cannot be called: write https:// and the host, or http:// and this machine"});
    }
  }
  if (p.webhook_urls.size() != p.webhook_secret_files.size()) {
    out.push_back({"paging.webhook_secret_files", "needs one file for each of webhook_urls"});
  }
  for (const std::string& file : p.webhook_secret_files) {
    const std::string problem = secret_file_problem(file);
    if (!problem.empty()) out.push_back({"paging.webhook_secret_files", problem});
  }
}

void check_times(const paging_config& p, told& out) {
  if (p.red_on_call_seconds < p.red_co_facilitator_seconds || p.red_admin_seconds < p.red_on_call_seconds) {
    out.push_back({"paging.red_on_call_seconds", "must lie between red_co_facilitator_seconds and red_admin_seconds"});
  }
  if (p.amber_on_call_seconds < p.amber_co_facilitator_seconds) {
    out.push_back({"paging.amber_on_call_seconds", "must not be shorter than amber_co_facilitator_seconds"});
  }
  if (p.retry_longest_seconds < p.retry_first_seconds) {
    out.push_back({"paging.retry_longest_seconds", "must not be shorter than retry_first_seconds"});
  }
}

}  // namespace

std::vector<config_problem> paging_problems(const config& c) {
  told out;
  if (!c.paging.public_address.empty() &&
      (!is_usable(c.paging.public_address) || c.paging.public_address.ends_with('/'))) {
    out.push_back({"paging.public_address", "write https:// and the host, without a slash at the end"});
  }
  check_mail(c.paging, out);
  check_webhooks(c.paging, out);
  check_times(c.paging, out);
  return out;
}

}  // namespace nightlight::app
