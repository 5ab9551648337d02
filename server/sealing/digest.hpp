// SHA-256, HMAC (RFC 2104) and HKDF (RFC 5869) over byte strings, and the comparison that secrets need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nightlight::sealing {

std::string sha256(std::string_view bytes);                               // 32 bytes
std::string hmac_sha256(std::string_view key, std::string_view message);  // 32 bytes
// `size` bytes, 1–8160, from a secret that is already uniformly random or has entropy enough.
std::string hkdf_sha256(std::string_view secret, std::string_view salt, std::string_view purpose, std::size_t size);

// Takes the same time wherever the difference is. Different lengths are unequal at once: lengths are public here.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace nightlight::sealing
