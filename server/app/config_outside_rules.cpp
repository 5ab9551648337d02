#include "app/config_outside_rules.hpp"

#include <algorithm>

#include "app/config_load.hpp"

namespace nightlight::app {
namespace {

struct address {
  bool secure = false;
  std::string host;  // without the port
  std::string port;  // empty when none is written
  std::string rest;  // from the first of / ? # on
};

// Only what can stand in a header and in a page as it is: no space, no quote, no semicolon, nothing above ASCII.
bool is_plain(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\'' && c != ';'; });
}

address taken_apart(const std::string& text) {
  address out;
  out.secure = text.starts_with("https://");
  if (!is_plain(text) || (!out.secure && !text.starts_with("http://"))) return out;
  const std::string after = text.substr(text.find("://") + 3);
  const std::size_t end = std::min(after.find_first_of("/?#"), after.size());
  out.rest = after.substr(end);
  const std::string authority = after.substr(0, end);
  const std::size_t closing = authority.starts_with('[') ? authority.find(']') : 0;
  const std::size_t colon = closing == std::string::npos ? closing : authority.find(':', closing);
  out.host = authority.substr(0, colon);
  if (colon != std::string::npos) out.port = authority.substr(colon + 1);
  if (out.host.starts_with('[') && out.host.ends_with(']')) out.host = out.host.substr(1, out.host.size() - 2);
  if (authority.ends_with(':')) out.host.clear();
  return out;
}

bool is_host(const std::string& host) {
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
  });
}

// A browser leaves the usual port out.
bool is_usual(const address& a) { return a.port == (a.secure ? "443" : "80"); }

bool is_reachable(const address& a) {
  const bool digits = std::ranges::all_of(a.port, [](char c) { return c >= '0' && c <= '9'; });
  return is_host(a.host) && digits && a.port.size() <= 5 && (a.secure || is_loopback(a.host));
}

}  // namespace

std::vector<config_problem> outside_problems(const config& c) {
  std::vector<config_problem> out;
  for (const std::string& site : c.organisation.schedule_shown_on) {
    const address a = taken_apart(site);
    if (is_reachable(a) && a.rest.empty() && !is_usual(a)) continue;
    out.push_back({"organisation.schedule_shown_on",
                   "\"" + site +
                       "\" is not a web site: write https:// and the host in small letters, without a path; http:// "
                       "is for this machine only"});
  }
  const std::string& page = c.organisation.sign_up_address;
  if (!page.empty() && !is_reachable(taken_apart(page))) {
    out.push_back({"organisation.sign_up_address",
                   "\"" + page +
                       "\" is not the address of a page: write https:// and the host in small letters; http:// "
                       "is for this machine only"});
  }
  return out;
}

}  // namespace nightlight::app
