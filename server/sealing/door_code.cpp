#include "sealing/door_code.hpp"

#include "sealing/digest.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::sealing {
namespace {

constexpr std::size_t salt_letters = 16;

std::string hash_under(const std::string& salt, std::string_view code) {
  return salt + to_hex(hmac_sha256("nightlight door v1 " + salt, code));
}

}  // namespace

std::string hash_of_code(std::string_view code) { return hash_under(random_base32(salt_letters), code); }

bool is_code(const std::string& hash, std::string_view tried) {
  if (hash.size() <= salt_letters) return false;
  return equal_in_constant_time(hash, hash_under(hash.substr(0, salt_letters), tried));
}

}  // namespace nightlight::sealing
