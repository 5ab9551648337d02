// What facilitators and admins do with topics, each inside one transaction. Who may is asked by the caller. Whoever
// changes a topic says which version she has seen: another is refused with both, and nothing is saved. What is to
// become what it is already changes nothing, and no version.
#pragma once

#include "calendar/desk.hpp"
#include "calendar/refusal.hpp"
#include "domain/calendar/plan.hpp"

namespace nightlight::calendar {

answer<domain::calendar::topic> create_topic(const desk& d, const domain::calendar::topic_plan& typed,
                                             const person_id& by = {});

struct topic_edit {
  topic_id of;
  std::uint64_t seen = 0;  // the version
  domain::calendar::topic_plan typed;
  bool retired = false;
};

answer<domain::calendar::topic> update_topic(const desk& d, const topic_edit& edit, const person_id& by);

}  // namespace nightlight::calendar
