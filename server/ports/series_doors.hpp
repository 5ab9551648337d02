// How the door of a series is kept: beside the series, as one line among the store's settings. Without one it is open.
#pragma once

#include "domain/calendar/door.hpp"
#include "ports/store.hpp"

namespace nightlight {

result<domain::calendar::door> find_door(records& r, const series_id& series);
result<void> keep_door(records& r, const series_id& series, const domain::calendar::door& d);

}  // namespace nightlight
