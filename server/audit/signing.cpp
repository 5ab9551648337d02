#include "audit/signing.hpp"

#include <sodium.h>

#include <array>
#include <cassert>

namespace nightlight::audit {
namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

struct key_pair {
  explicit key_pair(const sealing::secret_key& seed) {
    static const int started = sodium_init();
    assert(started >= 0);
    crypto_sign_seed_keypair(open.data(), secret.data(), seed.bytes());
  }
  ~key_pair() { sealing::wipe(secret.data(), secret.size()); }
  key_pair(const key_pair&) = delete;
  key_pair& operator=(const key_pair&) = delete;

  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
};

static_assert(crypto_sign_SEEDBYTES == sealing::secret_key::size);

}  // namespace

std::string sign(const sealing::secret_key& seed, std::string_view message) {
  const key_pair keys(seed);
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(message), message.size(),
                       keys.secret.data());
  return signature;
}

std::string public_key_of(const sealing::secret_key& seed) {
  const key_pair keys(seed);
  return {keys.open.begin(), keys.open.end()};
}

bool is_signed(std::string_view public_key, std::string_view message, std::string_view signature) {
  return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(raw(signature), raw(message), message.size(), raw(public_key)) == 0;
}

}  // namespace nightlight::audit
