// The demo evening as plain words: its rooms, its invented people and what some of them have said already. Nobody in it
// is anybody, and nothing in it is anybody's words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/instant.hpp"
#include "domain/room/role.hpp"

namespace nightlight::app {

struct demo_room {
  std::string_view title;
  std::string_view language;
};

// Someone who comes in by one of the four links.
struct demo_guest {
  std::string_view link;  // its name in demo-links.json
  std::string_view host;  // before ".localhost": a cookie jar of her own
  std::string_view name;
  domain::role role;
};

struct demo_line {
  seconds before_now;
  std::string_view speaker;  // a guest with a staff role, or one of demo_regulars()
  std::string_view text;
};

std::span<const demo_room> demo_rooms();  // the first is the one that is open
std::span<const demo_guest> demo_guests();
std::span<const std::string_view> demo_regulars();  // came earlier and have left
std::span<const demo_line> demo_lines();            // oldest first

inline constexpr seconds demo_opened_before_now{25 * 60};

}  // namespace nightlight::app
