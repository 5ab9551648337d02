#include "domain/room/permissions.hpp"

#include <array>

namespace nightlight::domain {
namespace {

struct row {
  bool member, facilitator, moderator, on_call, admin;
};

constexpr row everyone{true, true, true, true, true};
constexpr row staff{false, true, true, true, true};
constexpr row room_keepers{false, true, true, false, true};
constexpr row system{false, false, false, false, false};

// In the order of `command`'s alternatives.
constexpr std::array<row, std::variant_size_v<command>> table{
    everyone,      // join
    everyone,      // leave
    everyone,      // set_listening
    everyone,      // say
    everyone,      // react
    everyone,      // retract_own
    staff,         // mute_member
    staff,         // unmute_member
    staff,         // remove_member
    staff,         // retract_message
    staff,         // retract_all_of
    staff,         // set_slow_mode
    staff,         // set_door
    room_keepers,  // open_room
    staff,         // pause_room
    staff,         // resume_room
    room_keepers,  // close_room
    system,        // note_staff_absent
    system,        // note_staff_returned
    system,        // note_words_purged
};

}  // namespace

bool may(role who, const command& what) {
  const row& allowed = table[what.index()];
  switch (who) {
    case role::member: return allowed.member;
    case role::facilitator: return allowed.facilitator;
    case role::moderator: return allowed.moderator;
    case role::on_call: return allowed.on_call;
    case role::admin: return allowed.admin;
  }
  return false;
}

bool system_may(const command& what) {
  return std::holds_alternative<note_staff_absent>(what) || std::holds_alternative<note_staff_returned>(what) ||
         std::holds_alternative<note_words_purged>(what);
}

}  // namespace nightlight::domain
