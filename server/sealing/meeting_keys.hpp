// The keys of one open meeting, unwrapped, and the only place where words become sealed words and back. Belongs to
// the room's loop: one thread, no locks. It is thrown away with the in-memory room and made again from the log.
//
// Each (participant, retention class) has a random key of its own, made when first needed. New keys wait in
// take_new() and MUST travel with the append whose rows are the first to use them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "base/result.hpp"
#include "ports/room_log.hpp"
#include "sealing/aead.hpp"
#include "sealing/keyring.hpp"
#include "sealing/retention_class.hpp"

namespace nightlight::sealing {

// The fields of log.v1.Sealed.
struct sealed_words {
  member_number participant;  // zero: the room itself
  retention_class kept = retention_class::talk;
  std::string nonce;
  std::string ciphertext;  // followed by the 16-byte tag
};

// The additional data of words in a record: they open only where they were sealed. `field` tells apart two words
// of one record.
std::string words_place(const room_id& room, position at, std::uint32_t field);

class meeting_keys {
 public:
  // For a meeting that begins now. Makes its key-encryption keys: a few syncs of the disk.
  static result<meeting_keys> begin(keyring& ring, meeting_id meeting);

  // For a meeting found in the log. A class whose key was destroyed loads too; its words answer key_destroyed.
  static result<meeting_keys> load(const keyring& ring, meeting_id meeting, const std::vector<wrapped_key>& keys);

  meeting_keys(meeting_keys&&) noexcept = default;
  meeting_keys& operator=(meeting_keys&&) noexcept = default;

  const meeting_id& meeting() const { return meeting_; }

  // key_destroyed once the class is gone. About 1 µs for a short message.
  result<sealed_words> seal(member_number participant, retention_class kept, std::string_view aad,
                            const private_text& words);

  // key_destroyed when the class or the participant's key is gone, corrupt when the bytes or the place are wrong.
  result<private_text> open(const sealed_words& words, std::string_view aad);

  // 16 bytes that tell whether a repeat of a message id brings the same words: HMAC under a key derived from the
  // participant's talk key, so it says nothing once that is gone.
  result<std::string> fingerprint(member_number participant, const private_text& words);

  // The keys made since the last call, wrapped, for the next append.
  std::vector<wrapped_key> take_new();

  // The keyring has destroyed this class: forget what is in memory too.
  void forget(retention_class kept);

 private:
  using slot = std::uint64_t;  // participant and class in one number, for look-up

  explicit meeting_keys(meeting_id meeting) : meeting_(std::move(meeting)) {}
  result<void> load_wrapping_keys(const keyring& ring);
  void unwrap(const wrapped_key& row);
  result<const secret_key*> key_there_is(slot at) const;
  result<const secret_key*> key_for_sealing(member_number participant, retention_class kept);
  std::string key_place(std::uint32_t participant, std::uint32_t kept) const;

  meeting_id meeting_;
  std::unordered_map<std::uint32_t, secret_key> wrapping_;  // by class
  std::unordered_map<slot, secret_key> keys_;
  std::unordered_map<std::uint32_t, secret_key> comparing_;  // by participant: for fingerprints
  std::unordered_set<slot> unreadable_;                      // rows that did not unwrap: never sealed over
  std::vector<wrapped_key> new_;
  aead aead_;
};

}  // namespace nightlight::sealing
