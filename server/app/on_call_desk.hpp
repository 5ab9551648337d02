// Answers what `nightlight on-call` and `nightlight staff contact` ask, against the store: who is called when nobody in
// a room takes an alert, and how they are reached. An address is sealed on the way in and never shown again; the audit
// log has that it was changed, and not to what. The store blocks, so it lives on a thread that may wait.
#pragma once

#include "audit/audit_log.hpp"
#include "nightlight/control/v1/control.pb.h"
#include "paging/contact_box.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::app {

class on_call_desk {
 public:
  // All outlive this.
  on_call_desk(store& s, audit::audit_log& audit, const paging::contact_box& contacts, const clock_port& clock);

  control::v1::Reply set_contact(const control::v1::SetContact& asked);
  control::v1::Reply add(const control::v1::AddOnCall& asked);
  control::v1::Reply remove(const control::v1::RemoveOnCall& asked);
  control::v1::Reply list();

 private:
  store& store_;
  audit::audit_log& audit_;
  const paging::contact_box& contacts_;
  const clock_port& clock_;
};

}  // namespace nightlight::app
