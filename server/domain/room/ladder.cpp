#include "domain/room/ladder.hpp"

namespace nightlight::domain {
namespace {

// What the room proposes, or somebody wants decided, waits for the room's own team.
bool is_about_somebody(alert_kind kind) {
  switch (kind) {
    case alert_kind::report:
    case alert_kind::worry:
    case alert_kind::phrase:
    case alert_kind::feeling:
    case alert_kind::held:
    case alert_kind::cover: return true;
    case alert_kind::appeal:
    case alert_kind::conduct:
    case alert_kind::join_burst:
    case alert_kind::strikes:
    case alert_kind::unanswered: break;
  }
  return false;
}

}  // namespace

alert_rung highest_rung(const alert_cause& cause) {
  if (!is_about_somebody(cause.kind)) return alert_rung::facilitator;
  switch (cause.level) {
    case alert_level::red: return alert_rung::admin;
    case alert_level::amber: return alert_rung::on_call;
    case alert_level::soft:
    case alert_level::none: break;
  }
  return alert_rung::facilitator;
}

seconds time_to(alert_rung rung, alert_level level, const ladder_times& times) {
  const bool red = level == alert_level::red;
  switch (rung) {
    case alert_rung::facilitator: break;
    case alert_rung::co_facilitator: return red ? times.red_co_facilitator : times.amber_co_facilitator;
    case alert_rung::on_call: return red ? times.red_on_call : times.amber_on_call;
    case alert_rung::admin: return times.red_admin;
  }
  return seconds{0};
}

bool climbs(const alert& a) { return !a.closed && !(a.owner && a.accepted); }

}  // namespace nightlight::domain
