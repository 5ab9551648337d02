#include "paging/contact_box.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "sealing/aead.hpp"
#include "sealing/private_file.hpp"

namespace nightlight::paging {
namespace {

constexpr const char* key_name = "contacts.key";
constexpr std::size_t address_bytes_max = 254;  // RFC 5321, 4.5.3.1.3, without the angle brackets

sealing::secret_key find_or_make_key(const std::string& keys_dir) {
  result<std::string> bytes = sealing::read_private_file(keys_dir, key_name, sealing::secret_key::size);
  if (bytes && bytes->size() == sealing::secret_key::size) {
    auto key = sealing::secret_key::from_bytes(*bytes);
    sealing::wipe(bytes->data(), bytes->size());
    return key;
  }
  if (bytes || bytes.error() != failure::not_found) {
    throw std::runtime_error(keys_dir + "/" + key_name + " must be a key of 32 bytes that only its owner can read");
  }
  auto key = sealing::secret_key::random();
  const bool kept =
      sealing::write_private_file(keys_dir, key_name, key.view()) && sealing::sync_folder(keys_dir).has_value();
  if (!kept) throw std::runtime_error("the key of the contact addresses cannot be written in " + keys_dir);
  return key;
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string context_of(const person_id& person) { return "nightlight contact v1 " + person.value; }

}  // namespace

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (text.size() > address_bytes_max || at == std::string_view::npos || at == 0) return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  const auto plain = [](char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
  };
  const auto of_host = [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; };
  return !domain.empty() && domain.front() != '-' && domain.front() != '.' && domain.back() != '.' &&
         std::ranges::all_of(local, plain) && std::ranges::all_of(domain, of_host);
}

contact_box::contact_box(const std::string& keys_dir) : key_(find_or_make_key(keys_dir)) {}

std::string contact_box::seal(const person_id& person, const private_text& address) const {
  return sealing::seal_box(key_, context_of(person), address.reveal());
}

result<private_text> contact_box::open(const person_id& person, const std::string& sealed) const {
  result<std::string> opened = sealing::open_box(key_, context_of(person), sealed);
  if (!opened) return opened.error();
  return private_text{std::move(*opened)};
}

void contact_box::forget(const std::string& keys_dir) { std::filesystem::remove(keys_dir + "/" + key_name); }

}  // namespace nightlight::paging
