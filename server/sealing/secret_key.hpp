// 256 bits that open something. Wiped when it goes; moved, never copied; no formatter and no comparison.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace nightlight::sealing {

// Overwrites bytes that were secret, in a way the compiler may not leave out.
void wipe(void* bytes, std::size_t size);

class secret_key {
 public:
  static constexpr std::size_t size = 32;

  static secret_key random();
  // `bytes` must be exactly `size` long.
  static secret_key from_bytes(std::string_view bytes);

  secret_key(secret_key&& other) noexcept;
  secret_key& operator=(secret_key&& other) noexcept;
  secret_key(const secret_key&) = delete;
  secret_key& operator=(const secret_key&) = delete;
  ~secret_key();

  const unsigned char* bytes() const { return bytes_.data(); }
  std::string_view view() const { return {reinterpret_cast<const char*>(bytes_.data()), size}; }

 private:
  secret_key() = default;

  std::array<unsigned char, size> bytes_;
};

}  // namespace nightlight::sealing
