#include "accounts/ban_marks.hpp"

#include <filesystem>

#include "sealing/digest.hpp"
#include "sealing/kept_key.hpp"

namespace nightlight::accounts {
namespace {

constexpr const char* key_name = "bans.key";

}  // namespace

ban_marks::ban_marks(const std::string& keys_dir) : key_(sealing::find_or_make_key(keys_dir, key_name)) {}

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
