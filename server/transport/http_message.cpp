#include "transport/http_message.hpp"

#include <array>
#include <cassert>
#include <chrono>

namespace nightlight::transport {
namespace {

void append_two(std::string& out, unsigned value) {
  out.push_back(static_cast<char>('0' + value / 10 % 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

// RFC 9110 section 5.6.7. Written by hand because strftime follows the process's locale.
std::string http_date(instant now) {
  constexpr std::array days{"Sun, ", "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, "};
  constexpr std::array months{" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ",
                              " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
  const auto since = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch());
  const std::chrono::sys_days day{std::chrono::floor<std::chrono::days>(since)};
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{since - day.time_since_epoch()};
  std::string out = days.at(std::chrono::weekday{day}.c_encoding());
  append_two(out, static_cast<unsigned>(date.day()));
  out += months.at(static_cast<unsigned>(date.month()) - 1);
  out += std::to_string(static_cast<int>(date.year())) + ' ';
  append_two(out, static_cast<unsigned>(time.hours().count()));
  out.push_back(':');
  append_two(out, static_cast<unsigned>(time.minutes().count()));
  out.push_back(':');
  append_two(out, static_cast<unsigned>(time.seconds().count()));
  return out + " GMT";
}

bool breaks_the_head(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos; }

}  // namespace

std::string_view http_request::field(std::string_view name) const {
  for (const http_field& f : fields) {
    if (f.name == name) return f.value;
  }
  return {};
}

bool http_request::has(std::string_view name) const {
  for (const http_field& f : fields) {
    if (f.name == name) return true;
  }
  return false;
}

std::string_view cookie(const http_request& request, std::string_view name) {
  std::string_view found;
  int seen = 0;
  for (const http_field& f : request.fields) {
    if (f.name != "cookie") continue;
    std::string_view rest = f.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      std::string_view pair = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
      if (pair.size() > name.size() && pair.substr(0, name.size()) == name && pair[name.size()] == '=') {
        found = pair.substr(name.size() + 1);
        ++seen;
      }
    }
  }
  return seen == 1 ? found : std::string_view{};
}

std::string response_head(const http_response& response, bool keep_alive, instant now) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head.append(reason_phrase(response.status)).append("\r\nDate: ").append(http_date(now)).append("\r\n");
  for (const http_field& f : response.fields) {
    assert(!breaks_the_head(f.name) && !breaks_the_head(f.value));
    head.append(f.name).append(": ").append(f.value).append("\r\n");
  }
  if (response.status != 304 && response.status != 204) {
    head.append("Content-Length: ").append(std::to_string(response.bytes().size())).append("\r\n");
  }
  head.append(keep_alive && !response.close ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
  return head;
}

http_response plain_response(unsigned status, std::string_view words) {
  http_response response;
  response.status = status;
  response.fields.push_back({"Content-Type", "text/plain; charset=utf-8"});
  response.fields.push_back({"Cache-Control", "no-store"});
  response.body.assign(words).push_back('\n');
  return response;
}

std::string_view reason_phrase(unsigned status) {
  switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
  }
  return "Unknown";
}

}  // namespace nightlight::transport
