// What a ban is known by instead of an address or a fingerprint: a keyed hash, of another key for each room or series,
// of something random that her browser keeps or that she was sent. Whoever has the database alone can tell nothing from
// it, not even that the same person is kept out of two rooms. Without the key's file every ban is forgotten at the
// door.
#pragma once

#include <string>

#include "accounts/secret.hpp"
#include "base/ids.hpp"
#include "domain/room/marks.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t device_bytes = 32;

class ban_marks {
 public:
  // Finds or makes "bans.key" in `keys_dir`, which is there and private. Throws std::runtime_error in words for the
  // operator.
  explicit ban_marks(const std::string& keys_dir);

  // domain::mark_bytes each. Any thread.
  std::string of_device(const room_id& where, const secret& device) const;
  std::string of_invitation(const room_id& where, const secret& invitation) const;

  // Removes the key, for a store that is thrown away whole.
  static void forget(const std::string& keys_dir);

 private:
  std::string mark_of(const room_id& room, std::string_view kind, const secret& of) const;

  const sealing::secret_key key_;
};

}  // namespace nightlight::accounts
