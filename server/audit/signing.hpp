// Signatures over checkpoints: Ed25519 (RFC 8032) by libsodium. Whoever has only the public key can tell later that
// this server had issued a checkpoint.
#pragma once

#include <string>
#include <string_view>

#include "sealing/secret_key.hpp"

namespace nightlight::audit {

// `seed` is the private key. The same message always gets the same 64 bytes.
std::string sign(const sealing::secret_key& seed, std::string_view message);
std::string public_key_of(const sealing::secret_key& seed);  // 32 bytes
bool is_signed(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace nightlight::audit
