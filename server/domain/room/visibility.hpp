// Who sees what. Members see the circle's events under circle numbers and nothing else; staff see every event.
#pragma once

#include "domain/room/event.hpp"

namespace nightlight::domain {

enum class visibility : std::uint8_t { circle, staff };

visibility visibility_of(const event_body& body);

}  // namespace nightlight::domain
