// What a screening says: how urgent, about what, and what softens it. The names are the ones that CARE uses, in
// alerts and on the command line; nothing here decides anything.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nightlight::domain::care {

enum class level : std::uint8_t { none, soft, amber, red };

// C1 suicide plan … C12 safety of the group; the number is the name.
using category = std::uint8_t;
inline constexpr category category_count = 12;

// Things said around the words that lower a level. They never delete a hit somewhere else.
enum class modifier : std::uint8_t { negated, third_person, past, quoted, idiom, question };
inline constexpr std::size_t modifier_count = 6;

// Which room it was said in. In a loss room death is the subject, not a sign.
enum class room_profile : std::uint8_t { general, spanish, pregnancy, nicu, loss };
inline constexpr std::size_t room_profile_count = 5;

inline constexpr std::array<std::string_view, 4> level_names{"none", "soft", "amber", "red"};
inline constexpr std::array<std::string_view, modifier_count> modifier_names{"negated", "third_person", "past",
                                                                             "quoted",  "idiom",        "question"};
inline constexpr std::array<std::string_view, room_profile_count> room_profile_names{"general", "spanish", "pregnancy",
                                                                                     "nicu", "loss"};

constexpr std::string_view name_of(level l) { return level_names[static_cast<std::size_t>(l)]; }
constexpr std::string_view name_of(modifier m) { return modifier_names[static_cast<std::size_t>(m)]; }

template <class Enum, std::size_t N>
constexpr std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// Anything that is not one of the five rooms counts as general.
constexpr room_profile profile_named(std::string_view name) {
  return named<room_profile>(room_profile_names, name).value_or(room_profile::general);
}

}  // namespace nightlight::domain::care
