// A room and the second one beside it. The second is named after the first, so that nothing has to be kept, and nothing
// can be lost, to find one from the other.
#pragma once

#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace nightlight::domain {

constexpr std::string_view second_mark = ".2";  // in no id that is made by chance, and allowed on the wire

inline bool is_second(const room_id& room) { return room.value.ends_with(second_mark); }

inline room_id second_of(const room_id& first) { return room_id{first.value + std::string(second_mark)}; }

// Of a first room, itself.
inline room_id first_of(const room_id& room) {
  return is_second(room) ? room_id{room.value.substr(0, room.value.size() - second_mark.size())} : room;
}

inline room_id beside(const room_id& room) { return is_second(room) ? first_of(room) : second_of(room); }

}  // namespace nightlight::domain
