#include "domain/mail/mail_text.hpp"

#include <array>
#include <chrono>

#include "domain/text/padded.hpp"

namespace nightlight::domain {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::size_t line_characters_max = 72;  // RFC 2045 and RFC 2047 allow 76 and 75
constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c > '~') return false;
  }
  return true;
}

std::string escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return {'=', hex_digits[byte >> 4], hex_digits[byte & 15]};
}

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

// What could end a line is escaped with the rest.
std::string mail_header_words(std::string_view text) {
  constexpr std::string_view begin = "=?UTF-8?Q?";
  if (is_plain(text) && text.find("=?") == std::string_view::npos) return std::string(text);
  std::string out(begin);
  std::size_t line = begin.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const std::string piece = plain ? std::string(1, c) : escaped(c);
    constexpr std::size_t longest_character = 12;
    if (line + longest_character > line_characters_max - 2 && !continues_a_character(c)) {
      out += "?=\r\n " + std::string(begin);
      line = begin.size() + 1;
    }
    out += piece;
    line += piece.size();
  }
  return out + "?=";
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  std::size_t line = 0;
  for (const char c : text) {
    if (c == '\n') {
      out += "\r\n";
      line = 0;
      continue;
    }
    const bool plain = c >= ' ' && c <= '~' && c != '=';
    const std::string piece = plain ? std::string(1, c) : escaped(c);
    if (line + piece.size() > line_characters_max) {
      out += "=\r\n";
      line = 0;
    }
    out += piece;
    line += piece.size();
  }
  return out;
}

std::string mail_date(instant at) {
  using namespace std::chrono;
  const sys_time<nightlight::milliseconds> whole{at.time_since_epoch()};
  const sys_days day = floor<days>(whole);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<std::chrono::seconds>(whole - day));
  std::string out(weekdays[weekday(day).c_encoding()]);
  out += ", " + padded(static_cast<unsigned>(date.day()), 2) + " ";
  out += std::string(months[static_cast<unsigned>(date.month()) - 1]) + " ";
  out += std::to_string(static_cast<int>(date.year())) + " " + padded(clock.hours().count(), 2) + ":";
  return out + padded(clock.minutes().count(), 2) + ":" + padded(clock.seconds().count(), 2) + " +0000";
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace nightlight::domain
