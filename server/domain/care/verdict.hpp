// From what the rules found to what staff are told: modifiers lower levels, one reason per place and category is kept,
// and repeated signs add up. Internal to screening.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "domain/care/reading_order.hpp"
#include "domain/care/screen.hpp"

namespace nightlight::domain::care {

// A rule at some words of a person's row of words.
struct found {
  const rule* from = nullptr;
  category about = 0;
  level says = level::none;
  std::uint8_t modifiers = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// After its modifiers.
level level_of(const found& f);

// Lowers levels by their modifiers and keeps the strongest of overlapping finds of one category. With `few`, keeps no
// more than the strongest hundred: a text of a megabyte needs no more reasons than that.
void settle(std::vector<found>& all, bool few);

// Every rule that is found, settled.
std::vector<found> find_rules(const lexicon& lex, room_profile room, const heard& said);

struct weighed;

// `evidence` is null when the lexicon has no weights: then every rule speaks for itself.
verdict conclude(const heard& said, std::vector<found> all, const weighed* evidence);

}  // namespace nightlight::domain::care
