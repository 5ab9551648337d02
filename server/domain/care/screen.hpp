// Phrase alerts: what one person wrote within a few minutes, against the lexicon. Pure and deterministic; every hit
// names its rule and shows the words that caused it. It never answers, blocks or scores anybody: people do the rest.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/level.hpp"
#include "domain/care/lexicon.hpp"
#include "domain/care/normalise.hpp"

namespace nightlight::domain::care {

// Some words of one message. A hit has more than one when it was said over several messages.
struct said_words {
  std::uint32_t message = 0;
  span16 span;
  friend bool operator==(const said_words&, const said_words&) = default;
};

struct hit {
  category about = 0;
  level says = level::none;  // after the modifiers; `none` is kept so that staff can see what was set aside and why
  std::string rule;
  std::vector<said_words> words;
  std::uint8_t modifiers = 0;  // one bit per modifier

  bool has(modifier m) const { return (modifiers >> static_cast<unsigned>(m) & 1U) != 0; }
  bool touches(std::uint32_t message) const {
    for (const auto& w : words) {
      if (w.message == message) return true;
    }
    return false;
  }
};

struct verdict {
  level says = level::none;
  std::vector<hit> hits;  // in the order of the words; at most 64
  // Beside other messages of hers it might say more than alone: a rule found something, or the evidence is not far from
  // speaking. Most everyday messages have none, so what she wrote before need not be read again with each new one.
  bool undertone = false;
};

// `messages` are one person's, oldest first: the new one is last, before it what she wrote in the ten minutes before.
// Time is linear in their length and so is memory. Safe to call from several threads with one lexicon.
verdict screen(const lexicon& lex, room_profile room, std::span<const std::string_view> messages);

}  // namespace nightlight::domain::care
