// Which pages may talk to this server and which hosts it answers for: the exact list of public origins. Everything
// else, look-alikes and "null" included, is somebody else's page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

class site {
 public:
  // Origins as a browser writes them: "https://circle.example.org", "http://localhost:8080"; invalid_argument when one
  // has another form. `more_hosts` are answered for without being anybody's origin, for programs and health checks:
  // "127.0.0.1:8080".
  // `framed_by`: other people's sites, in the same form, that may show the schedule inside a page of theirs.
  static result<site> make(std::vector<std::string> origins, std::vector<std::string> more_hosts,
                           std::vector<std::string> framed_by = {});

  // Byte for byte: browsers write origins in one way only (RFC 6454 section 6.2).
  bool allows_origin(std::string_view origin) const;
  // Host field, without regard to case; a default port may be said or left out.
  bool knows_host(std::string_view host) const;

  // Whether a browser sent this from a page of ours, or no browser sent it at all. Looks at Origin and, where a browser
  // leaves that out, at Sec-Fetch-Site.
  bool from_own_page(const http_request& request) const;

  const std::vector<std::string>& framed_by() const { return framed_by_; }

 private:
  std::vector<std::string> origins_;
  std::vector<std::string> hosts_;
  std::vector<std::string> framed_by_;
};

}  // namespace nightlight::transport
