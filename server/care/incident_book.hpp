// Incidents for callers on a shard: each call is one transaction, audited with what it did before it is answered.
// Reading is audited like writing.
#pragma once

#include <functional>
#include <vector>

#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "care/incident_desk.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::care {

class incident_book {
 public:
  template <class T>
  using deed = std::function<answer<T>(const incident_desk&)>;

  // All of them outlive it.
  incident_book(store& rows, const clock_port& clock, audit::audit_log& log, const incident_box& box)
      : rows_(rows), clock_(clock), log_(log), box_(box) {}

  // Nothing of it is kept when it is refused.
  async::task<answer<incident_page>> async_list(async::executor ex, team_member who, deed<incident_page> inside);
  async::task<answer<shown_incident>> async_do(async::executor ex, team_member who, deed<shown_incident> inside);

 private:
  template <class T>
  async::task<answer<T>> run(async::executor ex, team_member who, deed<T> inside);

  store& rows_;
  const clock_port& clock_;
  audit::audit_log& log_;
  const incident_box& box_;
};

}  // namespace nightlight::care
