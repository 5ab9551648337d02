// The calendar's values as nightlight.api.v1 writes them, and back. What only staff are told is left out for others.
#pragma once

#include "calendar/agenda.hpp"
#include "calendar/places.hpp"
#include "calendar/planner.hpp"
#include "nightlight/api/v1/calendar.pb.h"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

api::v1::Topic wire_topic(const domain::calendar::topic& t);
api::v1::Series wire_series(const domain::calendar::series& s, bool for_staff);
// How one comes in; the code is told to nobody.
void write_door(const domain::calendar::door& d, bool for_staff, api::v1::Series& out);
api::v1::Warning wire_warning(const calendar::warning& w);

// Without places: those are of one reader.
api::v1::Meeting wire_meeting(const calendar::listed_meeting& m, bool for_staff);

domain::calendar::plan plan_of(const api::v1::Series& typed);
std::optional<domain::calendar::typed_door> door_of(const api::v1::Series& typed);

// 0, which no series has, when it is no etag of ours.
std::uint64_t version_of(const std::string& etag);

std::string page_token(const calendar::agenda_mark& mark);
std::optional<calendar::agenda_mark> page_mark(const std::string& token);

rpc_error rpc_error_of(const calendar::refusal& r, std::string_view language);

}  // namespace nightlight::transport
