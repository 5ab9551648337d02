// Words that a person typed. The type has no formatter and no stream operator, so writing one to a log does
// not compile; reveal() marks every place where the words are really needed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace nightlight {

class private_text {
 public:
  private_text() = default;
  explicit private_text(std::string words) : words_(std::move(words)) {}

  std::string_view reveal() const { return words_; }
  bool empty() const { return words_.empty(); }
  std::size_t size_bytes() const { return words_.size(); }

  friend bool operator==(const private_text&, const private_text&) = default;

 private:
  std::string words_;
};

}  // namespace nightlight
