// Finding something of a room in order to change it: for the folding of events, and for nothing else.
#pragma once

#include <type_traits>
#include <utility>

#include "domain/room/state.hpp"

namespace nightlight::domain {

// Null when the room holds nothing by that name.
template <class Id>
auto* changeable(room_state& room, const Id& id) {
  const auto* found = std::as_const(room).find(id);
  return const_cast<std::remove_const_t<std::remove_pointer_t<decltype(found)>>*>(found);
}

}  // namespace nightlight::domain
