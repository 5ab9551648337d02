#include "calendar/letter_about.hpp"

#include <charconv>
#include <vector>

namespace nightlight::calendar {
namespace {

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t n = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return n;
}

}  // namespace

std::string text_of(const letter_about& about) {
  std::string text = std::to_string(static_cast<int>(about.kind)) + " " + about.meeting.series.value;
  text += " " + domain::calendar::to_text(about.meeting.day) + " " + std::to_string(to_unix_ms(about.starts_at));
  return text + " " + std::to_string(to_unix_ms(about.answer_by)) + " " + about.zone;
}

std::optional<letter_about> about_of(const std::string& text) {
  constexpr std::size_t parts = 6;
  const std::vector<std::string> words = words_in(text);
  if (words.size() != parts) return std::nullopt;
  const auto kind = number_in(words[0]);
  const auto day = domain::calendar::local_day_of(words[2]);
  const auto starts = number_in(words[3]);
  const auto answer = number_in(words[4]);
  const bool known = kind && *kind >= 1 && *kind <= static_cast<int>(letter_kind::short_of_staff);
  if (!known || !day || !starts || !answer) return std::nullopt;
  return letter_about{static_cast<letter_kind>(*kind),
                      {series_id{words[1]}, *day},
                      from_unix_ms(*starts),
                      from_unix_ms(*answer),
                      words[5]};
}

}  // namespace nightlight::calendar
