// A string that opens something: half of a session's token, an invitation. No formatter and no stream operator, so
// logging one does not compile. The store sees only its hash.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace nightlight::accounts {

class secret {
 public:
  secret() = default;
  explicit secret(std::string text) : text_(std::move(text)) {}

  // That many random bytes, as base64url.
  static secret random(std::size_t bytes);

  std::string_view reveal() const { return text_; }
  bool empty() const { return text_.empty(); }
  // SHA-256, 32 raw bytes.
  std::string hash() const;
  // True when it is the base64url of that many bytes: what is not cannot be one of ours, and is not looked up.
  bool has_bytes(std::size_t bytes) const;

 private:
  std::string text_;
};

}  // namespace nightlight::accounts
