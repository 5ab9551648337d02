#include "domain/calendar/door.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nightlight::domain::calendar {
namespace {

constexpr char field_end = ' ';
constexpr std::string_view no_hash = "-";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_large(char c) { return c >= 'A' && c <= 'Z'; }
bool is_between(char c) { return c == ' ' || c == '-' || c == '.'; }

bool is_kind(std::uint32_t kind) { return kind <= static_cast<std::uint32_t>(door_kind::registered); }

std::string_view next_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(field_end), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

bool read_number(std::string_view& rest, std::uint32_t& into) {
  const std::string_view field = next_field(rest);
  const auto [end, wrong] = std::from_chars(field.data(), field.data() + field.size(), into);
  return wrong == std::errc{} && end == field.data() + field.size();
}

struct phrase {
  std::string_view name, en, es;
};

// In the order of door_answer.
constexpr std::array<phrase, 5> phrases{{
    {"come_in", "", ""},
    {"code_needed", "This circle has a code. Your facilitator can give it to you.",
     "Este círculo tiene un código. Tu facilitadora te lo puede dar."},
    {"code_wrong", "That is not the code. Look at it once more, or ask your facilitator.",
     "Ese no es el código. Míralo otra vez o pregúntale a tu facilitadora."},
    {"place_needed", "Come in here with a place that you kept. Keep one in the calendar, or wait for one.",
     "Aquí se entra con un lugar apartado. Aparta uno en el calendario, o espera uno."},
    {"place_waited_for", "You are on the list. We tell you in the calendar when a place is yours.",
     "Estás en la lista. En el calendario te avisamos cuando tengas lugar."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(door_answer::place_waited_for) + 1);

}  // namespace

problems check_door(const typed_door& typed, bool has_code) {
  problems wrong;
  const auto up_to = [&](const char* field, std::uint32_t number, std::uint32_t most) {
    if (number > most) wrong.push_back({field, problem_code::number_out_of_range});
  };
  if (!is_kind(typed.kind)) wrong.push_back({"door", problem_code::missing});
  const bool needs_code = typed.kind == static_cast<std::uint32_t>(door_kind::code);
  if (needs_code && typed.code.empty() && !has_code) {
    wrong.push_back({"door_code", problem_code::missing});
  } else if (!typed.code.empty() && folded_code(typed.code).empty()) {
    wrong.push_back({"door_code", problem_code::code_unfit});
  }
  up_to("speaking", typed.speaking, speaking_max);
  up_to("listening", typed.listening, listening_max);
  up_to("late_entry_minutes", typed.late_minutes, late_minutes_max);
  return wrong;
}

std::string folded_code(std::string_view typed) {
  if (typed.size() > code_typed_max) return {};
  std::string folded;
  for (const char c : typed) {
    if (is_between(c)) continue;
    if (!is_digit(c) && !is_small(c) && !is_large(c)) return {};
    folded += is_large(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (folded.size() < code_letters_min || folded.size() > code_letters_max) return {};
  return folded;
}

std::string text_of(const door& d) {
  std::string text = std::to_string(static_cast<std::uint32_t>(d.kind));
  for (const std::uint32_t number : {d.speaking, d.listening, d.late_minutes}) {
    text += field_end + std::to_string(number);
  }
  return text + field_end + (d.code_hash.empty() ? std::string(no_hash) : d.code_hash);
}

std::optional<door> door_of(std::string_view text) {
  door d;
  std::uint32_t kind = 0;
  const bool read = read_number(text, kind) && read_number(text, d.speaking) && read_number(text, d.listening) &&
                    read_number(text, d.late_minutes);
  if (!read || !is_kind(kind) || text.empty()) return std::nullopt;
  d.kind = static_cast<door_kind>(kind);
  if (text != no_hash) d.code_hash = std::string(text);
  return d;
}

door_answer answer_at(door_kind kind, const at_the_door& her) {
  switch (kind) {
    case door_kind::open:
    case door_kind::invitation: return door_answer::come_in;
    case door_kind::code:
      if (!her.code_right) return door_answer::code_needed;
      return *her.code_right ? door_answer::come_in : door_answer::code_wrong;
    case door_kind::registered:
      if (her.keeps_place) return door_answer::come_in;
      return her.waits_for_place ? door_answer::place_waited_for : door_answer::place_needed;
  }
  return door_answer::place_needed;
}

std::string_view name_of(door_answer answer) { return phrases.at(static_cast<std::size_t>(answer)).name; }

std::string_view words_of(door_answer answer, std::string_view language) {
  const phrase& p = phrases.at(static_cast<std::size_t>(answer));
  return language == "es" ? p.es : p.en;
}

}  // namespace nightlight::domain::calendar
