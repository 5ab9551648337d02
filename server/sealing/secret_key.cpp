#include "sealing/secret_key.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <cassert>

#include "sealing/random.hpp"

namespace nightlight::sealing {

void wipe(void* bytes, std::size_t size) { OPENSSL_cleanse(bytes, size); }

secret_key secret_key::random() {
  secret_key key;
  fill_random(key.bytes_.data(), size);
  return key;
}

secret_key secret_key::from_bytes(std::string_view bytes) {
  assert(bytes.size() == size);
  secret_key key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
  return key;
}

secret_key::secret_key(secret_key&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_.data(), size); }

secret_key& secret_key::operator=(secret_key&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    wipe(other.bytes_.data(), size);
  }
  return *this;
}

secret_key::~secret_key() { wipe(bytes_.data(), size); }

}  // namespace nightlight::sealing
