// Joins the API's idea of rooms to the rooms themselves.
#pragma once

#include "rooms/directory.hpp"
#include "transport/rooms_front.hpp"

namespace nightlight::app {

// `rooms` outlives every call.
transport::rooms_front rooms_front_of(rooms::directory& rooms);

}  // namespace nightlight::app
