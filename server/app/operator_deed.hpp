// A change to a staff account by whoever runs a command on the machine, and its record in the audit log, in one step.
#pragma once

#include <functional>

#include "audit/audit_log.hpp"
#include "base/ids.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::app {

// Does `change`, which returns whose account it was, and tells the audit log that the operator did `action`. Waits for
// the store.
result<person_id> do_audited(store& s, audit::audit_log& audit, const clock_port& clock, const char* action,
                             const std::function<result<person_id>(records&)>& change);

}  // namespace nightlight::app
