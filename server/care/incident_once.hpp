// Writes about incidents that may be sent again: for a day it is remembered which incident each led to, beside what
// tells it from another request and says nothing of its words.
#pragma once

#include "care/incident_desk.hpp"

namespace nightlight::care {

// Nothing: it was not asked before. key_reused when it was something else.
answer<std::optional<incident_id>> done_before(const incident_desk& d, const asked_once& asked);

result<void> remember_done(const incident_desk& d, const asked_once& asked, const incident_id& id);

}  // namespace nightlight::care
