#include "sealing/random.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <cstdlib>

namespace nightlight::sealing {
namespace {

constexpr std::size_t drawn_ahead_bytes = 768;

}  // namespace

void fill_random(void* bytes, std::size_t size) {
  if (RAND_bytes(static_cast<unsigned char*>(bytes), static_cast<int>(size)) != 1) std::abort();
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  fill_random(bytes.data(), size);
  return bytes;
}

std::string random_nonce(std::size_t size) {
  thread_local std::string ahead;
  if (ahead.size() < size) ahead = random_bytes(std::max(size, drawn_ahead_bytes));
  std::string nonce = ahead.substr(ahead.size() - size);
  ahead.resize(ahead.size() - size);
  return nonce;
}

std::string random_base32(std::size_t length) {
  static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text = random_bytes(length);
  for (char& c : text) c = alphabet[static_cast<unsigned char>(c) & 31u];
  return text;
}

room_id new_room_id() { return room_id{random_base32(12)}; }
epoch_id new_epoch_id() { return epoch_id{random_base32(12)}; }
meeting_id new_meeting_id() { return meeting_id{random_bytes(16)}; }
person_id new_person_id() { return person_id{random_bytes(16)}; }

}  // namespace nightlight::sealing
