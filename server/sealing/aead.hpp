// AES-256-GCM (NIST SP 800-38D). `aead` is for a caller that seals often and keeps nonce and ciphertext apart;
// `seal_box` and `open_box` are for one value now and then, in one string.
//
// Nonces are random, never counted: after an append whose outcome is unknown a counter read back from the log would
// be used again, which ends GCM's secrecy. At 2^32 words under one key the odds of a repeat are 2^-33, and a key of
// ours seals one person's words of one meeting.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sealing/secret_key.hpp"

struct evp_cipher_ctx_st;

namespace nightlight::sealing {

inline constexpr std::size_t nonce_size = 12;
inline constexpr std::size_t tag_size = 16;

class aead {
 public:
  aead();
  aead(aead&&) noexcept = default;
  aead& operator=(aead&&) noexcept = default;

  // Ciphertext followed by the tag. `nonce` must never be used twice with `key`.
  std::string seal(const secret_key& key, std::string_view nonce, std::string_view aad, std::string_view words);
  // failure::corrupt when key, nonce, aad or a byte of `sealed` is not the one it was sealed with.
  result<std::string> open(const secret_key& key, std::string_view nonce, std::string_view aad,
                           std::string_view sealed);

 private:
  struct context_free {
    void operator()(evp_cipher_ctx_st* context) const;
  };
  std::unique_ptr<evp_cipher_ctx_st, context_free> context_;
};

// nonce ‖ ciphertext ‖ tag, under a fresh random nonce.
std::string seal_box(const secret_key& key, std::string_view aad, std::string_view words);
result<std::string> open_box(const secret_key& key, std::string_view aad, std::string_view box);

}  // namespace nightlight::sealing
