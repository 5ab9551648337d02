#include "domain/care/reading_order.hpp"

namespace nightlight::domain::care {
namespace {

constexpr std::size_t spelled_out_min = 3;

bool is_letter(const plain_word& w) { return w.what == plain_word::kind::word && w.text.size() == 1; }

class listener {
 public:
  explicit listener(const lexicon& lex) : lex_(lex) {}

  void take(std::string_view text, std::uint32_t message) {
    const auto words = plain_words(text);
    std::size_t i = 0;
    while (i < words.size()) i += take_from(words, i, message);
    if (!out_.words.empty()) out_.words.back().pause_after = true;
    type({".", {}, plain_word::kind::sentence_end}, message, 0);
  }

  heard finish() && { return std::move(out_); }

 private:
  // Takes one word, or several that were typed apart; returns how many.
  std::size_t take_from(const std::vector<plain_word>& words, std::size_t i, std::uint32_t message) {
    const plain_word& w = words[i];
    if (w.what == plain_word::kind::sentence_end) {
      // However many marks end a sentence, its end is one place.
      if (!out_.words.empty() && !out_.words.back().sentence_end) push({}, w, message, true);
      type(w, message, 0);
      return 1;
    }
    if (const auto letters = take_spelled_out(words, i, message); letters > 0) return letters;
    if (i + 1 < words.size() && words[i + 1].what == plain_word::kind::word && w.what == plain_word::kind::word) {
      if (const word_id whole = lex_.words().joined(w.text, words[i + 1].text); whole != 0) {
        plain_word both = w;
        both.span.end = words[i + 1].span.end;
        both.comma_after = words[i + 1].comma_after;
        both.text = lex_.words().spelled(whole);
        push_read(both.text, both, message);
        return 2;
      }
    }
    push_read(w.text, w, message);
    return 1;
  }

  // "k.m.s", "d i e": three or more letters typed apart are one word when somebody knows it.
  std::size_t take_spelled_out(const std::vector<plain_word>& words, std::size_t i, std::uint32_t message) {
    std::string whole;
    std::size_t n = 0;
    while (i + n < words.size() && n < 24 && is_letter(words[i + n])) whole += words[i + n++].text;
    if (n < spelled_out_min) return 0;
    buffer_.clear();
    lex_.words().read(whole, buffer_);
    if (buffer_.empty() || (buffer_[0].word == 0 && buffer_[0].stem == 0)) return 0;
    plain_word all = words[i];
    all.span.end = words[i + n - 1].span.end;
    all.comma_after = words[i + n - 1].comma_after;
    for (const auto& r : buffer_) push(r, all, message, false);
    all.text = std::move(whole);
    type(all, message, buffer_.size());
    return n;
  }

  void push_read(const std::string& text, const plain_word& w, std::uint32_t message) {
    buffer_.clear();
    lex_.words().read(text, buffer_);
    if (buffer_.empty() && w.comma_after && !out_.words.empty()) out_.words.back().pause_after = true;
    for (const auto& r : buffer_) push(r, w, message, false);
    if (!buffer_.empty()) out_.words.back().pause_after = w.comma_after;
    type(w, message, buffer_.size());
  }

  // The last `read` of the buffer are what the word was read as.
  void type(const plain_word& w, std::uint32_t message, std::size_t read) {
    const bool end = w.what == plain_word::kind::sentence_end;
    if (end && !out_.typed.empty() && out_.typed.back().text == ".") return;
    const auto begin = static_cast<std::uint32_t>(out_.names.size());
    for (std::size_t i = 0; i < read; ++i) {
      if (const auto name = lex_.evidence_name(buffer_[i]); name != 0) out_.names.push_back(name);
    }
    out_.typed.push_back({end ? "." : w.text, w.span, message, begin, static_cast<std::uint32_t>(out_.names.size())});
  }

  void push(const reading& r, const plain_word& w, std::uint32_t message, bool sentence_end) {
    out_.words.push_back({r, w.span, message, sentence_end, w.quoted, false});
    out_.readings.push_back(r);
  }

  const lexicon& lex_;
  heard out_;
  std::vector<reading> buffer_;
};

}  // namespace

heard hear(const lexicon& lex, std::span<const std::string_view> messages) {
  listener ear(lex);
  for (std::uint32_t m = 0; m < messages.size(); ++m) ear.take(messages[m], m);
  return std::move(ear).finish();
}

}  // namespace nightlight::domain::care
