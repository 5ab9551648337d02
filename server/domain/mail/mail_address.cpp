#include "domain/mail/mail_address.hpp"

#include <algorithm>

namespace nightlight::domain {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// A dot-atom (RFC 5322, 3.2.3).
bool is_local(std::string_view text) {
  const auto plain = [](char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
  };
  return !text.empty() && std::ranges::all_of(text, plain) && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

bool is_host(std::string_view text) {
  const auto plain = [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; };
  return !text.empty() && std::ranges::all_of(text, plain) && text.front() != '-' && text.front() != '.' &&
         text.back() != '-' && text.back() != '.' && text.find("..") == std::string_view::npos;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

}  // namespace

std::optional<address_problem> check_mail_address(std::string_view typed) {
  if (std::ranges::any_of(typed, is_control)) return address_problem::breaks_line;
  if (std::ranges::any_of(typed, [](char c) { return static_cast<unsigned char>(c) > 0x7f; })) {
    return address_problem::not_plain;
  }
  if (typed.size() > mail_address_bytes_max) return address_problem::too_long;
  const auto signs = std::ranges::count(typed, '@');
  if (signs > 1) return address_problem::two_at_signs;
  if (signs == 0) return address_problem::not_an_address;
  const std::size_t at = typed.find('@');
  if (!is_local(typed.substr(0, at)) || !is_host(typed.substr(at + 1))) return address_problem::not_an_address;
  return std::nullopt;
}

}  // namespace nightlight::domain
