#include "paging/contact_box.hpp"

#include <filesystem>

#include "domain/mail/mail_address.hpp"
#include "sealing/aead.hpp"
#include "sealing/kept_key.hpp"

namespace nightlight::paging {
namespace {

constexpr const char* key_name = "contacts.key";

std::string context_of(const person_id& person) { return "nightlight contact v1 " + person.value; }

}  // namespace

bool is_mail_address(std::string_view text) { return !domain::check_mail_address(text); }

contact_box::contact_box(const std::string& keys_dir) : key_(sealing::find_or_make_key(keys_dir, key_name)) {}

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
