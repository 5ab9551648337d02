#include "transport/http_head_check.hpp"

#include <algorithm>
#include <cstdint>

namespace nightlight::transport {
namespace {

constexpr http_problem bad_line{400, "The request has a line that does not end as HTTP asks."};
constexpr http_problem bad_request_line{400, "The first line of the request is not one we understand."};
constexpr http_problem bad_target{400, "The request must name a path that starts with '/'."};
constexpr http_problem bad_version{505, "Please use HTTP/1.1."};
constexpr http_problem bad_field{400, "The request has a header field that is not well formed."};
constexpr http_problem bad_length{400, "The request does not say plainly how long it is."};
constexpr http_problem bad_host{400, "The request must name one host."};
constexpr std::size_t fields_max = 64;

bool is_token_char(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char); }

bool same_name(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
         });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Field values may hold tabs and any byte from space up except DEL (RFC 9110 section 5.5).
bool is_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

std::optional<http_problem> check_request_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == line.npos || first == last) return bad_request_line;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(line.substr(0, first)) || first > 16) return bad_request_line;
  if (!version.starts_with("HTTP/")) return bad_request_line;
  if (!target.starts_with('/') || target.starts_with("//")) return bad_target;
  const bool plain =
      std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#' && c != '\\'; });
  if (!plain) return bad_target;
  if (version != "HTTP/1.1") return version.size() == 8 ? bad_version : bad_request_line;
  return std::nullopt;
}

// What a head says about its length and its host.
struct framing {
  int hosts = 0;
  int lengths = 0;
  int encodings = 0;
};

std::optional<http_problem> check_field(std::string_view line, framing& seen) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return bad_field;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!is_token(name) || !is_value(value)) return bad_field;
  if (same_name(name, "host")) {
    const bool plain = !value.empty() && value.find_first_of(" \t,/@?#\\") == value.npos;
    if (!plain || ++seen.hosts > 1) return bad_host;
  }
  if (same_name(name, "content-length")) {
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || value.empty() || value.size() > 9 || ++seen.lengths > 1) return bad_length;
  }
  if (same_name(name, "transfer-encoding")) {
    if (!same_name(value, "chunked") || ++seen.encodings > 1) return bad_length;
  }
  return std::nullopt;
}

}  // namespace

std::optional<http_problem> check_head(std::string_view head) {
  framing seen;
  std::size_t lines = 0;
  while (true) {
    const std::size_t end = head.find_first_of(std::string_view("\r\n\0", 3));
    if (end == head.npos || head[end] != '\r' || end + 1 >= head.size() || head[end + 1] != '\n') return bad_line;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    if (lines == 0) {
      if (const auto wrong = check_request_line(line)) return wrong;
    } else if (line.empty()) {
      break;
    } else if (const auto wrong = check_field(line, seen)) {
      return wrong;
    }
    if (++lines > fields_max + 1) return http_problem{431, "The request has too many header fields."};
  }
  if (!head.empty()) return bad_line;
  if (seen.hosts != 1) return bad_host;
  if (seen.lengths + seen.encodings > 1) return bad_length;
  return std::nullopt;
}

}  // namespace nightlight::transport
