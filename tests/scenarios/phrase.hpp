// One line of a scenario as words, and a reader that takes them from the left. Everything that can be wrong with a
// line is reported as wrong_script, which names the file and the line.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace nightlight::scenario {

struct source_place {
  std::string file;
  int line = 0;
};

class wrong_script : public std::runtime_error {
 public:
  wrong_script(const source_place& where, const std::string& what)
      : std::runtime_error(where.file + ":" + std::to_string(where.line) + ": " + what) {}
};

struct token {
  enum class kind { word, quoted, message, mark };  // mark: one of , ; : ( ) → ×
  kind is{};
  std::string text;
};

std::vector<token> words_in(std::string_view line, const source_place& where);

// Reads tokens from the left. take_* leaves the phrase alone when it does not find what it looks for.
class phrase {
 public:
  phrase(std::vector<token> tokens, source_place where) : tokens_(std::move(tokens)), where_(std::move(where)) {}

  bool ended() const { return next_ == tokens_.size(); }
  bool take(std::string_view words);  // one or more words, separated by spaces
  bool take_mark(std::string_view mark);
  std::optional<std::string> take_quoted();                                       // "text" or "text" × 2000
  std::optional<std::int64_t> take_number();                                      // 12
  std::optional<std::uint64_t> take_message();                                    // #12
  std::optional<milliseconds> take_length();                                      // 30s, 5m, 1h30m, 250ms
  std::optional<milliseconds> take_time_of_day();                                 // 19:30
  std::optional<std::string> take_one_of(const std::vector<std::string>& names);  // the longest that fits

  phrase until_mark(std::string_view mark);  // takes everything before the mark, and the mark
  std::string text() const;                  // what is left, for comparing and for messages
  std::string word();                        // takes one word, or complains
  void take_rest() { next_ = tokens_.size(); }

  [[noreturn]] void complain(const std::string& what) const { throw wrong_script(where_, what); }
  void expect_end() const {
    if (!ended()) complain("did not understand \"" + text() + "\"");
  }
  const source_place& where() const { return where_; }

 private:
  const token* peek(std::size_t ahead = 0) const {
    return next_ + ahead < tokens_.size() ? &tokens_[next_ + ahead] : nullptr;
  }

  std::vector<token> tokens_;
  std::size_t next_ = 0;
  source_place where_;
};

}  // namespace nightlight::scenario
