#include "app/demo_evening.hpp"

#include <array>

namespace nightlight::app {

using domain::role;

std::span<const demo_room> demo_rooms() {
  static constexpr std::array rooms{
      demo_room{"Newborn nights", "en"},
      demo_room{"En español", "es"},
      demo_room{"NICU parents", "en"},
      demo_room{"Loss", "en"},
  };
  return rooms;
}

std::span<const demo_guest> demo_guests() {
  static constexpr std::array guests{
      demo_guest{"mother", "ana", "Ana", role::member},
      demo_guest{"mother2", "bea", "Bea", role::member},
      demo_guest{"moderator", "mod", "Noor", role::moderator},
      demo_guest{"facilitator", "fac", "Kim", role::facilitator},
  };
  return guests;
}

std::span<const std::string_view> demo_regulars() {
  static constexpr std::array<std::string_view, 2> regulars{"Juno", "Wren"};
  return regulars;
}

std::span<const demo_line> demo_lines() {
  static constexpr std::array lines{
      demo_line{seconds{24 * 60}, "Kim", "Welcome. Sit down, have some tea. You may just listen."},
      demo_line{seconds{22 * 60}, "Juno", "Hi. She is three weeks old and only sleeps on me."},
      demo_line{seconds{21 * 60}, "Wren", "Mine too, at that age. My arms still remember."},
      demo_line{seconds{19 * 60}, "Kim", "Who holds you while you hold her, Juno?"},
      demo_line{seconds{17 * 60}, "Juno", "My sister comes on Sundays. The nights are long."},
      demo_line{seconds{15 * 60}, "Wren", "We did two hours each. It was not fair, but it was sleep."},
      demo_line{seconds{12 * 60}, "Juno", "I had not thought of asking. I will."},
      demo_line{seconds{10 * 60}, "Kim", "Good night, Juno. Good night, Wren. The door stays open."},
  };
  return lines;
}

}  // namespace nightlight::app
