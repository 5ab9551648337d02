// Destroys incidents on time and across restarts, the excerpt first: the jobs are stored, this only wakes for them. The
// key file goes before the row, so that a stop in between only means doing it again.
#pragma once

#include "async/alarm.hpp"
#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "care/incident_box.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::care {

class incident_forgetting {
 public:
  incident_forgetting(async::executor ex, store& rows, const clock_port& clock, audit::audit_log& log,
                      const incident_box& box)
      : ex_(ex), rows_(rows), clock_(clock), log_(log), box_(box), wake_(ex) {}

  async::task<> run();
  void stop();

  // Everything whose time has come. A failure leaves its job for the next time.
  async::task<result<void>> async_forget_due();

 private:
  async::task<result<std::optional<instant>>> next_due();

  async::executor ex_;
  store& rows_;
  const clock_port& clock_;
  audit::audit_log& log_;
  const incident_box& box_;
  async::alarm wake_;
  bool stopping_ = false;
};

}  // namespace nightlight::care
