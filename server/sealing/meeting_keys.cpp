#include "sealing/meeting_keys.hpp"

#include <utility>

#include "sealing/digest.hpp"
#include "sealing/random.hpp"

namespace nightlight::sealing {
namespace {

constexpr std::size_t fingerprint_size = 16;

std::uint64_t slot_of(std::uint32_t participant, std::uint32_t kept) {
  return (static_cast<std::uint64_t>(kept) << 32) | participant;
}

void append_big_endian(std::string& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

}  // namespace

std::string words_place(const room_id& room, position at, std::uint32_t field) {
  std::string place = room.value;
  place.push_back('\0');  // never part of a room's id, so no two places read the same
  append_big_endian(place, at.value);
  append_big_endian(place, field);
  return place;
}

result<meeting_keys> meeting_keys::begin(keyring& ring, meeting_id meeting) {
  if (auto made = ring.make(meeting); !made) return made.error();
  return load(ring, std::move(meeting), {});
}

result<meeting_keys> meeting_keys::load(const keyring& ring, meeting_id meeting, const std::vector<wrapped_key>& keys) {
  meeting_keys loaded{std::move(meeting)};
  if (auto done = loaded.load_wrapping_keys(ring); !done) return done.error();
  for (const wrapped_key& row : keys) {
    if (row.meeting == loaded.meeting_) loaded.unwrap(row);
  }
  return loaded;
}

result<void> meeting_keys::load_wrapping_keys(const keyring& ring) {
  for (retention_class kept : all_retention_classes) {
    auto key = ring.find(meeting_, kept);
    if (key) {
      wrapping_.emplace(static_cast<std::uint32_t>(kept), std::move(*key));
    } else if (key.error() == make_error_code(failure::store_unavailable)) {
      return key.error();  // not known to be destroyed: better no room than one that calls its words gone
    }
  }
  return {};
}

void meeting_keys::unwrap(const wrapped_key& row) {
  const slot at = slot_of(row.participant, row.retention_class);
  const auto wrapping = wrapping_.find(row.retention_class);
  if (wrapping == wrapping_.end()) return;
  auto opened = open_box(wrapping->second, key_place(row.participant, row.retention_class), row.wrapped);
  if (!opened || opened->size() != secret_key::size) {
    unreadable_.insert(at);
    return;
  }
  keys_.emplace(at, secret_key::from_bytes(*opened));
  wipe(opened->data(), opened->size());
}

result<sealed_words> meeting_keys::seal(member_number participant, retention_class kept, std::string_view aad,
                                        const private_text& words) {
  auto key = key_for_sealing(participant, kept);
  if (!key) return key.error();
  sealed_words sealed{participant, kept, random_nonce(nonce_size), {}};
  sealed.ciphertext = aead_.seal(**key, sealed.nonce, aad, words.reveal());
  return sealed;
}

result<private_text> meeting_keys::open(const sealed_words& words, std::string_view aad) {
  auto key = key_there_is(slot_of(words.participant.value, static_cast<std::uint32_t>(words.kept)));
  if (!key) return key.error();
  auto opened = aead_.open(**key, words.nonce, aad, words.ciphertext);
  if (!opened) return opened.error();
  return private_text{std::move(*opened)};
}

result<std::string> meeting_keys::fingerprint(member_number participant, const private_text& words) {
  auto known = comparing_.find(participant.value);
  if (known == comparing_.end()) {
    auto talk = key_for_sealing(participant, retention_class::talk);
    if (!talk) return talk.error();
    std::string derived = hkdf_sha256((*talk)->view(), {}, "nightlight fingerprint 1", secret_key::size);
    known = comparing_.emplace(participant.value, secret_key::from_bytes(derived)).first;
    wipe(derived.data(), derived.size());
  }
  std::string code = hmac_sha256(known->second.view(), words.reveal());
  code.resize(fingerprint_size);
  return code;
}

std::vector<wrapped_key> meeting_keys::take_new() { return std::exchange(new_, {}); }

void meeting_keys::forget(retention_class kept) {
  const auto gone = static_cast<std::uint32_t>(kept);
  wrapping_.erase(gone);
  std::erase_if(keys_, [gone](const auto& entry) { return (entry.first >> 32) == gone; });
  std::erase_if(new_, [gone](const wrapped_key& row) { return row.retention_class == gone; });
  if (kept == retention_class::talk) comparing_.clear();
}

result<const secret_key*> meeting_keys::key_there_is(slot at) const {
  if (const auto found = keys_.find(at); found != keys_.end()) return &found->second;
  return unreadable_.contains(at) ? failure::corrupt : failure::key_destroyed;
}

result<const secret_key*> meeting_keys::key_for_sealing(member_number participant, retention_class kept) {
  const auto class_number = static_cast<std::uint32_t>(kept);
  const slot at = slot_of(participant.value, class_number);
  if (keys_.contains(at) || unreadable_.contains(at)) return key_there_is(at);
  const auto wrapping = wrapping_.find(class_number);
  if (wrapping == wrapping_.end()) return failure::key_destroyed;
  secret_key made = secret_key::random();
  new_.push_back({meeting_, participant.value, class_number,
                  seal_box(wrapping->second, key_place(participant.value, class_number), made.view())});
  return &keys_.emplace(at, std::move(made)).first->second;
}

// What a wrapped key is bound to: it opens as nobody else's.
std::string meeting_keys::key_place(std::uint32_t participant, std::uint32_t kept) const {
  std::string place = "nightlight key 1";
  place.push_back('\0');
  append_big_endian(place, kept);
  append_big_endian(place, participant);
  place += meeting_.value;
  return place;
}

}  // namespace nightlight::sealing
