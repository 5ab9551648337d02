#include "accounts/secret.hpp"

#include "sealing/digest.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::accounts {

secret secret::random(std::size_t bytes) { return secret{sealing::to_base64url(sealing::random_bytes(bytes))}; }

std::string secret::hash() const { return sealing::sha256(text_); }

bool secret::has_bytes(std::size_t bytes) const {
  const auto parsed = sealing::from_base64url(text_);
  return parsed && parsed->size() == bytes;
}

}  // namespace nightlight::accounts
