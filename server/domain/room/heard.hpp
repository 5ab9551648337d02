// What word rules and phrase rules found in words that somebody sends: decided before the room sees them, so that the
// room's rules stay free of lexicons.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/room/alert.hpp"

namespace nightlight::domain {

enum class conduct_action : std::uint8_t { hold = 1, alert = 2, rephrase = 3 };

struct conduct_flag {
  conduct_action action{};
  std::string rule;
  std::vector<text_span> spans;
};

struct care_flag {
  alert_level level = alert_level::none;
  std::string category;
  std::string rule;
  std::string lexicon;
  std::vector<text_span> spans;
};

struct heard_words {
  std::optional<conduct_flag> conduct;
  std::optional<care_flag> care;
};

}  // namespace nightlight::domain
