// What single options cannot say: the rules between them, and the state of the files they name.
#include <sys/stat.h>

#include <algorithm>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "app/config_load.hpp"
#include "app/config_outside_rules.hpp"
#include "app/config_paging_rules.hpp"
#include "domain/calendar/local_time.hpp"

namespace nightlight::app {
namespace {

namespace ip = boost::asio::ip;

bool is_address(const std::string& text) {
  boost::system::error_code error;
  ip::make_address(text, error);
  return !error;
}

bool is_address_or_prefix(const std::string& text) {
  boost::system::error_code v4;
  boost::system::error_code v6;
  ip::make_network_v4(text, v4);
  ip::make_network_v6(text, v6);
  return is_address(text) || !v4 || !v6;
}

// "https://circle.example.org" or "http://localhost:8080": a scheme, a host, perhaps a port, and nothing after it.
bool is_origin(const std::string& text) {
  const std::size_t scheme_end = text.find("://");
  if (scheme_end == std::string::npos) return false;
  const std::string scheme = text.substr(0, scheme_end);
  const std::string rest = text.substr(scheme_end + 3);
  const bool plain = rest.find_first_of("/?#@ *\"") == std::string::npos;
  const bool lower = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return (scheme == "https" || scheme == "http") && !rest.empty() && plain && lower;
}

class rules {
 public:
  rules(const config& c, const origins_of_values& set) : c_(c), set_(set) {}

  std::vector<std::string> check() {
    check_addresses();
    check_holidays();
    check_tls();
    check_pairs();
    for (const auto& [option, what] : paging_problems(c_)) report(option, what);
    for (const auto& [option, what] : outside_problems(c_)) report(option, what);
    return std::move(problems_);
  }

 private:
  void check_addresses() {
    const server_config& s = c_.server;
    if (!is_address(s.listen_address) && s.listen_address != "localhost") {
      report("server.listen_address", "must be an IP address such as 127.0.0.1, 0.0.0.0 or ::");
    }
    for (const std::string& origin : s.public_origins) {
      if (!is_origin(origin)) {
        report("server.public_origins",
               "\"" + origin + "\" is not an origin: write https:// and the host in small letters, without a path");
      }
    }
    for (const std::string& proxy : s.trusted_proxies) {
      if (!is_address_or_prefix(proxy)) {
        report("server.trusted_proxies", "\"" + proxy + "\" is neither an address nor a prefix such as 10.0.0.0/8");
      }
    }
  }

  void check_holidays() {
    for (const std::string& text : c_.organisation.holidays) {
      if (!domain::calendar::local_day_of(text)) {
        report("organisation.holidays", "\"" + text + "\" is not a day: write it like 2026-12-25");
      }
    }
  }

  void check_tls() {
    const server_config& s = c_.server;
    const bool certificate = !s.tls_certificate_file.empty();
    const bool key = !s.tls_key_file.empty();
    if (certificate != key) {
      report(certificate ? "server.tls_certificate_file" : "server.tls_key_file",
             "tls_certificate_file and tls_key_file are needed together");
    }
    if (key) {
      const std::string problem = secret_file_problem(s.tls_key_file);
      if (!problem.empty()) report("server.tls_key_file", problem);
    }
    if (!certificate && s.trusted_proxies.empty() && !is_loopback(s.listen_address)) {
      report("server.listen_address",
             "plain HTTP is for loopback only: set tls_certificate_file and tls_key_file, or name the proxy in "
             "trusted_proxies");
    }
    if (!is_loopback(s.listen_address) && s.public_origins.empty()) {
      report("server.public_origins", "say what browsers call this site, as in [\"https://circle.example.org\"]");
    }
  }

  void check_pairs() {
    const limits_config& l = c_.limits;
    const timing_config& t = c_.timing;
    at_most("limits.name_code_points_min", l.name_code_points_min, "name_code_points_max", l.name_code_points_max);
    at_most("limits.frame_bytes_before_hello_max", l.frame_bytes_before_hello_max, "frame_bytes_max",
            l.frame_bytes_max);
    at_most("timing.ping_seconds", t.ping_seconds + 1, "dead_seconds", t.dead_seconds);
    at_most("timing.staff_ping_seconds", t.staff_ping_seconds + 1, "staff_dead_seconds", t.staff_dead_seconds);
    at_most("meeting.extension_minutes_min", c_.meeting.extension_minutes_min, "extension_minutes_max",
            c_.meeting.extension_minutes_max);
    // Four bytes for each code point, and room for the ids around them.
    constexpr std::uint32_t around_a_body = 512;
    at_most("limits.body_code_points_max", l.body_code_points_max * 4 + around_a_body, "frame_bytes_max (4 bytes each)",
            l.frame_bytes_max);
  }

  void at_most(const std::string& name, std::uint32_t value, const std::string& other, std::uint32_t most) {
    if (value > most) report(name, "is too large beside " + other + " = " + std::to_string(most));
  }

  void report(const std::string& name, const std::string& what) {
    const auto where = set_.find(name);
    problems_.push_back((where == set_.end() ? "" : where->second + ": ") + name + ": " + what);
  }

  const config& c_;
  const origins_of_values& set_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> config_conflicts(const config& c, const origins_of_values& set) {
  return rules(c, set).check();
}

std::string secret_file_problem(const std::filesystem::path& file) {
  struct stat state {};
  if (::stat(file.c_str(), &state) != 0) return "\"" + file.string() + "\" cannot be read";
  if ((state.st_mode & (S_IROTH | S_IWOTH)) != 0) {
    return "\"" + file.string() + "\" can be read by everyone on this machine: chmod o-rwx it";
  }
  return "";
}

bool is_loopback(const std::string& address) {
  if (address == "localhost") return true;
  boost::system::error_code error;
  const ip::address parsed = ip::make_address(address, error);
  return !error && parsed.is_loopback();
}

}  // namespace nightlight::app
