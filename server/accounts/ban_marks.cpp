#include "accounts/ban_marks.hpp"

#include <filesystem>
#include <stdexcept>

#include "sealing/digest.hpp"
#include "sealing/private_file.hpp"

namespace nightlight::accounts {
namespace {

constexpr const char* key_name = "bans.key";

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
  if (!kept) throw std::runtime_error("the key of the bans cannot be written in " + keys_dir);
  return key;
}

}  // namespace

ban_marks::ban_marks(const std::string& keys_dir) : key_(find_or_make_key(keys_dir)) {}

std::string ban_marks::of_device(const room_id& room, const secret& device) const {
  return mark_of(room, "device ", device);
}

std::string ban_marks::of_invitation(const room_id& room, const secret& invitation) const {
  return mark_of(room, "invitation ", invitation);
}

std::string ban_marks::mark_of(const room_id& room, std::string_view kind, const secret& of) const {
  std::string room_key =
      sealing::hkdf_sha256(key_.view(), {}, "nightlight bans v1 " + room.value, sealing::secret_key::size);
  std::string shown(kind);
  shown += of.reveal();
  std::string mark = sealing::hmac_sha256(room_key, shown);
  sealing::wipe(room_key.data(), room_key.size());
  sealing::wipe(shown.data(), shown.size());
  return mark;
}

void ban_marks::forget(const std::string& keys_dir) { std::filesystem::remove(keys_dir + "/" + key_name); }

}  // namespace nightlight::accounts
