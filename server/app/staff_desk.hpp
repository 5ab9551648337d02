// Answers what `nightlight staff` asks, against the store: inside the server behind the control socket, or in the
// command itself when no server runs. What it changes is in the audit log in the same step. Hashing and the store
// block, so it lives on a thread that may wait.
#pragma once

#include <functional>

#include "audit/audit_log.hpp"
#include "base/ids.hpp"
#include "nightlight/control/v1/control.pb.h"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::app {

// Told, on the calling thread, about whoever has just been signed out everywhere, or has another role.
struct staff_changes {
  std::function<void(const person_id&)> signed_out;
  std::function<void(const person_id&)> has_new_role;
};

class staff_desk {
 public:
  // The others outlive this.
  staff_desk(store& s, audit::audit_log& audit, const clock_port& clock, staff_changes told);

  control::v1::Reply answer(const control::v1::Request& request);

 private:
  control::v1::Reply add(const control::v1::AddStaff& asked);
  control::v1::Reply disable(const control::v1::DisableStaff& asked);
  control::v1::Reply set_password(const control::v1::SetPassword& asked);
  control::v1::Reply set_role(const control::v1::SetRole& asked);
  control::v1::Reply list();

  store& store_;
  audit::audit_log& audit_;
  const clock_port& clock_;
  staff_changes told_;
};

}  // namespace nightlight::app
