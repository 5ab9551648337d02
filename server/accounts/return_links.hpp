// The link that brings a mother back as the same person, so that she finds the places she keeps although leaving a room
// signed her out. There is one for each person, as good as her session while it lasts: the store holds its hash, and
// sealed under a key outside the database what it takes to show it to her again.
#pragma once

#include <optional>
#include <string>

#include "accounts/secret.hpp"
#include "ports/store.hpp"
#include "rooms/principal.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::accounts {

inline constexpr std::size_t return_link_bytes = 16;

class return_links {
 public:
  // Finds or makes "returns.key" in `keys_dir`, which is there and private. Throws std::runtime_error in words for the
  // operator.
  explicit return_links(const std::string& keys_dir);

  // Any thread, inside one transaction. The same as before when she has one; it is good until `until` at least. Empty
  // for staff, who sign in with a password.
  result<secret> link_for(records& r, const rooms::principal& who, instant until) const;
  // Who comes by it; nothing when it is none of ours or its time is over.
  result<std::optional<rooms::principal>> find(records& r, const secret& shown, instant now) const;

  static void forget(const std::string& keys_dir);

 private:
  const sealing::secret_key key_;
};

}  // namespace nightlight::accounts
