#include "scenarios/phrase.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nightlight::scenario {
namespace {

constexpr std::array<std::string_view, 7> marks{",", ";", ":", "(", ")", "→", "×"};

std::string_view mark_at(std::string_view rest) {
  const auto found = std::ranges::find_if(marks, [&](std::string_view m) { return rest.starts_with(m); });
  return found == marks.end() ? std::string_view{} : *found;
}

void append_utf8(std::string& out, std::uint32_t c) {
  const auto byte = [&](std::uint32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xc0 | c >> 6), byte(0x80 | (c & 0x3f));
  if (c < 0x10000) return byte(0xe0 | c >> 12), byte(0x80 | (c >> 6 & 0x3f)), byte(0x80 | (c & 0x3f));
  byte(0xf0 | c >> 18), byte(0x80 | (c >> 12 & 0x3f)), byte(0x80 | (c >> 6 & 0x3f)), byte(0x80 | (c & 0x3f));
}

// Takes a quoted text from the front of `rest`. \u{200b} stands for a character that cannot be seen in a file.
std::string take_text(std::string_view& rest, const source_place& where) {
  std::string text;
  rest.remove_prefix(1);
  while (!rest.empty() && rest.front() != '"') {
    if (rest.starts_with("\\u{")) {
      std::uint32_t c = 0;
      const char* end = std::from_chars(rest.data() + 3, rest.data() + rest.size(), c, 16).ptr;
      if (end == rest.data() + rest.size() || *end != '}') throw wrong_script(where, "\\u{ without }");
      append_utf8(text, c);
      rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    } else {
      text.push_back(rest.front());
      rest.remove_prefix(1);
    }
  }
  if (rest.empty()) throw wrong_script(where, "a quotation is not closed");
  rest.remove_prefix(1);
  return text;
}

template <class Integer>
std::optional<Integer> whole(std::string_view digits) {
  Integer value{};
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<milliseconds> length_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> units{
      {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};
  milliseconds sum{0};
  do {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return std::nullopt;
    const auto count = whole<std::int64_t>(text.substr(0, digits));
    text.remove_prefix(digits);
    const auto unit = std::ranges::find_if(units, [&](const auto& u) { return text.starts_with(u.first); });
    if (!count || unit == units.end()) return std::nullopt;
    sum += milliseconds{*count * unit->second};
    text.remove_prefix(unit->first.size());
  } while (!text.empty());
  return sum;
}

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t to = std::min(words.find(' ', from), words.size());
    if (to > from) parts.emplace_back(words.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

}  // namespace

std::vector<token> words_in(std::string_view line, const source_place& where) {
  std::vector<token> found;
  for (std::string_view rest = line; !rest.empty();) {
    if (rest.front() == ' ' || rest.front() == '\t') {
      rest.remove_prefix(1);
    } else if (rest.front() == '"') {
      found.push_back({token::kind::quoted, take_text(rest, where)});
    } else if (const std::string_view mark = mark_at(rest); !mark.empty()) {
      found.push_back({token::kind::mark, std::string(mark)});
      rest.remove_prefix(mark.size());
    } else {
      std::size_t end = 0;
      while (end < rest.size() && rest[end] != ' ' && rest[end] != '\t' && mark_at(rest.substr(end)).empty()) ++end;
      const bool message = rest.front() == '#';
      found.push_back({message ? token::kind::message : token::kind::word, std::string(rest.substr(0, end))});
      rest.remove_prefix(end);
    }
  }
  return found;
}

bool phrase::take(std::string_view words) {
  const std::vector<std::string> parts = split(words);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const token* t = peek(i);
    if (t == nullptr || t->is != token::kind::word || t->text != parts[i]) return false;
  }
  next_ += parts.size();
  return true;
}

bool phrase::take_mark(std::string_view mark) {
  const token* t = peek();
  if (t == nullptr || t->is != token::kind::mark || t->text != mark) return false;
  ++next_;
  return true;
}

std::optional<std::string> phrase::take_quoted() {
  const token* t = peek();
  if (t == nullptr || t->is != token::kind::quoted) return std::nullopt;
  ++next_;
  if (!take_mark("×")) return t->text;
  const auto times = take_number();
  if (!times) complain("× without a number");
  std::string text;
  for (std::int64_t i = 0; i < *times; ++i) text += t->text;
  return text;
}

std::optional<std::int64_t> phrase::take_number() {
  const token* t = peek();
  const auto value = t != nullptr && t->is == token::kind::word ? whole<std::int64_t>(t->text) : std::nullopt;
  if (value) ++next_;
  return value;
}

std::optional<std::uint64_t> phrase::take_message() {
  const token* t = peek();
  if (t == nullptr || t->is != token::kind::message) return std::nullopt;
  const auto value = whole<std::uint64_t>(std::string_view(t->text).substr(1));
  if (!value) complain("\"" + t->text + "\" is not a number like #3");
  ++next_;
  return value;
}

std::optional<milliseconds> phrase::take_length() {
  const token* t = peek();
  const auto value = t != nullptr && t->is == token::kind::word ? length_of(t->text) : std::nullopt;
  if (value) ++next_;
  return value;
}

std::optional<milliseconds> phrase::take_time_of_day() {
  const phrase before = *this;
  const auto hours = take_number();
  const auto minutes = hours && take_mark(":") ? take_number() : std::nullopt;
  if (minutes) return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
  *this = before;
  return std::nullopt;
}

std::optional<std::string> phrase::take_one_of(const std::vector<std::string>& names) {
  std::vector<std::string> longest_first = names;
  std::ranges::stable_sort(longest_first, std::greater{}, [](const std::string& n) { return n.size(); });
  for (const std::string& name : longest_first) {
    if (take(name)) return name;
  }
  return std::nullopt;
}

phrase phrase::until_mark(std::string_view mark) {
  const std::size_t from = next_;
  while (!ended() && !(peek()->is == token::kind::mark && peek()->text == mark)) ++next_;
  const auto at = [&](std::size_t i) { return tokens_.begin() + static_cast<std::ptrdiff_t>(i); };
  phrase before{{at(from), at(next_)}, where_};
  if (!ended()) ++next_;
  return before;
}

std::string phrase::text() const {
  std::string text;
  for (std::size_t i = next_; i < tokens_.size(); ++i) {
    if (i > next_) text += ' ';
    const bool quoted = tokens_[i].is == token::kind::quoted;
    text += quoted ? '"' + tokens_[i].text + '"' : tokens_[i].text;
  }
  return text;
}

std::string phrase::word() {
  const token* t = peek();
  if (t == nullptr || t->is != token::kind::word) complain("a word is missing");
  ++next_;
  return t->text;
}

}  // namespace nightlight::scenario
