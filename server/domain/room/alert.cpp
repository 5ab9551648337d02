#include "domain/room/alert.hpp"

namespace nightlight::domain {

bool is_a_persons(alert_kind kind) {
  switch (kind) {
    case alert_kind::report:
    case alert_kind::worry:
    case alert_kind::feeling:
    case alert_kind::appeal:
    case alert_kind::cover: return true;
    case alert_kind::phrase:
    case alert_kind::held:
    case alert_kind::conduct:
    case alert_kind::join_burst:
    case alert_kind::strikes:
    case alert_kind::unanswered: break;
  }
  return false;
}

}  // namespace nightlight::domain
