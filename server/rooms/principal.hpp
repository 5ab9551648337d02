// Who a connection speaks for, as sign-in found it. Immutable for the life of the connection.
#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "domain/room/role.hpp"

namespace nightlight::rooms {

struct principal {
  person_id person;
  domain::role role = domain::role::member;
  private_text name;
  std::string language;  // of the words she wants to read: "en" or "es"
  room_id room;          // the one room her invitation opens; empty for staff, who may enter every room
  private_text marks;    // what a ban of hers would be known by; empty for staff
};

}  // namespace nightlight::rooms
