// How one comes into the meetings of a series: who may, how many, and for how long after the beginning. Whoever was in
// a meeting already comes back whatever its door says, and the team always comes in: both are for the room to know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/calendar/problem.hpp"

namespace nightlight::domain::calendar {

// The numbers are kept: never reuse one.
enum class door_kind : std::uint8_t {
  open = 0,        // whoever enters
  code = 1,        // whoever types the code that the facilitator hands out
  invitation = 2,  // whoever has a link into one of its rooms, or was let keep a place by one
  registered = 3,  // whoever keeps a place for that day
};

inline constexpr std::size_t code_letters_min = 4;
inline constexpr std::size_t code_letters_max = 12;
inline constexpr std::size_t code_typed_max = 64;  // bytes of one try
inline constexpr std::uint32_t speaking_max = 200;
inline constexpr std::uint32_t listening_max = 200;
inline constexpr std::uint32_t late_minutes_max = 480;

struct door {
  door_kind kind = door_kind::open;
  std::string code_hash;  // one word, with its salt; empty: there is none
  // Zero: as the organisation has configured.
  std::uint32_t speaking = 0;
  std::uint32_t listening = 0;
  std::uint32_t late_minutes = 0;  // after the beginning new people may come
  friend bool operator==(const door&, const door&) = default;
};

// As somebody typed it. Without a code, the one that is there stays.
struct typed_door {
  std::uint32_t kind = 0;
  std::string code;
  std::uint32_t speaking = 0;
  std::uint32_t listening = 0;
  std::uint32_t late_minutes = 0;
};

// `has_code`: there is one that may stay.
problems check_door(const typed_door& typed, bool has_code);

// The letters and digits of a code, whatever stands between them and however large they are written. Empty for what
// can be none.
std::string folded_code(std::string_view typed);

// What is kept of a door, on one line, and back; nothing when it is no door's.
std::string text_of(const door& d);
std::optional<door> door_of(std::string_view text);

enum class door_answer : std::uint8_t { come_in, code_needed, code_wrong, place_needed, place_waited_for };

// What is known of somebody new who stands there. She has come by a link into this room: one can stand here by no other
// way, which is why an invitation is asked for where links and places are given out.
struct at_the_door {
  bool keeps_place = false;
  bool waits_for_place = false;
  std::optional<bool> code_right{};  // nothing: she has typed none
};

door_answer answer_at(door_kind kind, const at_the_door& her);

std::string_view name_of(door_answer answer);
// Two short sentences in "es" or, for anything else, English: what is so, and what she can do.
std::string_view words_of(door_answer answer, std::string_view language);

}  // namespace nightlight::domain::calendar
