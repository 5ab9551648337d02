// The part of calendar_service that is about meetings and places.
#include <algorithm>

#include "accounts/invitations.hpp"
#include "calendar/room_to_come.hpp"
#include "domain/room/role.hpp"
#include "domain/text/language.hpp"
#include "transport/calendar_call.hpp"
#include "transport/calendar_staffing.hpp"
#include "transport/list_page.hpp"

namespace nightlight::transport {
namespace {

constexpr std::uint32_t meetings_usual = 50;
constexpr std::chrono::days week{7};
constexpr std::chrono::days span_max{366};
constexpr instant last_moment = from_unix_ms(7'258'118'400'000);  // the year 2200

// Into what the calendar can count with.
instant moment_of(std::int64_t ms) { return std::clamp(from_unix_ms(ms), from_unix_ms(0), last_moment); }

calendar::span_of span_of(const calendar::desk& d, const api::v1::ListMeetingsRequest& r) {
  if (r.when() == api::v1::ListMeetingsRequest::WHEN_SPAN) {
    const instant from = moment_of(r.from_ms());
    const instant to = std::min(moment_of(r.to_ms()), from + span_max);
    return [from, to](const auto&) { return domain::calendar::span{from, to}; };
  }
  if (r.when() == api::v1::ListMeetingsRequest::WHEN_TONIGHT) {
    return [&d, zone = r.viewer_zone()](const domain::calendar::series& s) {
      return calendar::tonight(d, zone.empty() ? s.zone : zone);
    };
  }
  return [&d](const auto&) { return domain::calendar::span{d.now, d.now + week}; };
}

void write_hers(const place_row& hers, api::v1::Meeting& out) {
  out.set_mine(hers.waiting ? api::v1::Meeting::MINE_WAITING : api::v1::Meeting::MINE_KEPT);
  if (!hers.answer_by) return;
  out.set_mine(api::v1::Meeting::MINE_OFFERED);
  out.set_answer_by_ms(to_unix_ms(*hers.answer_by));
}

// A room's id opens nothing by itself: she who keeps a place will be asked in, and where nobody has to, anybody.
bool asks_her_in(const std::optional<place_row>& hers, const api::v1::Meeting& out) {
  if (hers) return !hers->waiting;
  return !out.full() && (out.door() == api::v1::DOOR_KIND_OPEN || out.door() == api::v1::DOOR_KIND_CODE);
}

// What concerns the reader: her own place, and for staff how many there are.
result<void> write_places(const calendar::desk& d, const rooms::principal& who, api::v1::Meeting& out) {
  const meeting_name name{series_id{out.series()}, domain::calendar::local_day_of(out.date()).value()};
  const auto counts = calendar::count_places(d, name, who.person);
  if (!counts) return counts.error();
  const auto door = find_door(d.all, name.series);
  if (!door) return door.error();
  out.set_door(static_cast<api::v1::DoorKind>(door->kind));
  out.set_full(counts->kept + counts->offered >= out.places());
  if (counts->hers) write_hers(*counts->hers, out);
  const bool staff = domain::is_staff(who.role);
  if (staff) {
    out.set_kept(counts->kept);
    out.set_waiting(counts->waiting);
    out.set_offered(counts->offered);
  }
  if (!staff && !asks_her_in(counts->hers, out)) return {};
  const auto room = d.kept().find_meeting_room(name);
  if (!room) return room.error();
  if (*room) out.set_room((*room)->value);
  return {};
}

// What is asked for has to be there: an empty list would say that nothing takes place.
calendar::answer<void> check_filter(const calendar::desk& d, const api::v1::ListMeetingsRequest& r) {
  using domain::calendar::problem_code;
  if (!api::v1::ListMeetingsRequest::When_IsValid(r.when())) return wrong("when", problem_code::choice_unknown);
  if (!r.language().empty() && !domain::is_language(r.language()))
    return wrong("language", problem_code::language_unknown);
  const std::string& zone = r.viewer_zone();
  if (!zone.empty() && !d.zones.knows(zone)) return wrong("viewer_zone", problem_code::zone_unknown);
  if (r.topic().empty()) return {};
  const auto topic = d.kept().find_topic(topic_id{r.topic()});
  if (!topic) return unavailable();
  if (!*topic) return wrong("topic", problem_code::topic_unknown);
  return {};
}

rpc_result<api::v1::ListMeetingsResponse> page_of(const calendar::desk& d, const rooms::principal& who,
                                                  const calendar::place_names& names,
                                                  const api::v1::ListMeetingsRequest& r, const std::string& language) {
  const auto there = check_filter(d, r);
  if (!there) return rpc_error_of(there.error(), language);
  const std::string& zone = r.viewer_zone();
  const auto most = page_rows_of(r, meetings_usual);
  if (!most) return rpc_error_of(most.error(), language);
  const auto after = page_mark(r.page_token());
  if (!after && !r.page_token().empty()) {
    return rpc_error_of(calendar::refusal(calendar::refusal_code::page_unknown), language);
  }
  const calendar::agenda_filter only{topic_id{r.topic()}, series_id{r.series()}, r.language()};
  const auto page = calendar::meetings_in(d, span_of(d, r), only, after, *most);
  if (!page) return rpc_error_of(unavailable(), language);
  api::v1::ListMeetingsResponse response;
  for (const calendar::listed_meeting& m : page->meetings) {
    api::v1::Meeting& out = *response.add_meetings();
    out = wire_meeting(m, domain::is_staff(who.role));
    if (!zone.empty()) out.set_viewer_start(domain::calendar::to_text(d.zones.local_of(zone, m.meeting.starts_at)));
    if (!write_places(d, who, out)) return rpc_error_of(unavailable(), language);
    const bool staff = domain::is_staff(who.role);
    if (staff && !write_staffing(d, names, m, out)) return rpc_error_of(unavailable(), language);
  }
  if (page->more) response.set_next_page_token(page_token(page->meetings.back().mark()));
  return response;
}

}  // namespace

void calendar_service::add_lists(rpc_table& table) {
  using namespace api::v1;
  const std::string s = "/nightlight.api.v1.CalendarService/";
  table.add<ListTeamRequest, ListTeamResponse>(s + "ListTeam",
                                               [this](auto r, auto& c) { return list_team(std::move(r), c); });
  table.add<ListMeetingsRequest, ListMeetingsResponse>(
      s + "ListMeetings", [this](auto r, auto& c) { return list_meetings(std::move(r), c); });
  table.add<KeepPlaceRequest, KeepPlaceResponse>(s + "KeepPlace",
                                                 [this](auto r, auto& c) { return keep_place(std::move(r), c); });
  table.add<LeavePlaceRequest, LeavePlaceResponse>(s + "LeavePlace",
                                                   [this](auto r, auto& c) { return leave_place(std::move(r), c); });
  table.add<ComeInRequest, ComeInResponse>(s + "ComeIn", [this](auto r, auto& c) { return come_in(std::move(r), c); });
  table.add<ListPlacesRequest, ListPlacesResponse>(s + "ListPlaces",
                                                   [this](auto r, auto& c) { return list_places(std::move(r), c); });
}

calendar_service::reply<api::v1::ListTeamResponse> calendar_service::list_team(api::v1::ListTeamRequest,
                                                                               rpc_call& call) {
  using api::v1::ListTeamResponse;
  auto inside = [language = call.language](const calendar::desk& d,
                                           const rooms::principal&) -> rpc_result<ListTeamResponse> {
    const auto staff = d.all.list_staff();
    if (!staff) return rpc_error_of(unavailable(), language);
    ListTeamResponse response;
    for (const staff_row& row : *staff) {
      if (row.disabled) continue;
      api::v1::TeamMember& member = *response.add_members();
      member.set_id(calendar::text_of(row.id));
      member.set_name(row.name);
      member.set_role(static_cast<wire::v1::Role>(row.role));
    }
    return response;
  };
  return read<ListTeamResponse>(who_may::staff, std::move(inside), call);
}

calendar_service::reply<api::v1::ListMeetingsResponse> calendar_service::list_meetings(
    api::v1::ListMeetingsRequest request, rpc_call& call) {
  using api::v1::ListMeetingsResponse;
  auto inside = [names = &parts_.names, request, language = call.language](const calendar::desk& d,
                                                                           const rooms::principal& who) {
    return page_of(d, who, *names, request, language);
  };
  return read<ListMeetingsResponse>(who_may::everyone, std::move(inside), call);
}

calendar_service::reply<api::v1::KeepPlaceResponse> calendar_service::keep_place(api::v1::KeepPlaceRequest request,
                                                                                 rpc_call& call) {
  using api::v1::KeepPlaceResponse;
  auto inside = [names = &parts_.names, meeting = meeting_of(request), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<KeepPlaceResponse> {
    if (!meeting) return no_day(language);
    const auto may = domain::is_staff(who.role) ? calendar::answer<void>()
                                                : calendar::may_keep_place(d, *meeting, who.person, who.room);
    if (!may) return rpc_error_of(may.error(), language);
    const auto place = calendar::keep_place(d, {*meeting, who.person, names->seal(*meeting, who.person, who.name)});
    if (!place) return rpc_error_of(place.error(), language);
    KeepPlaceResponse response;
    response.set_waiting(place->waiting);
    return response;
  };
  // What is kept to be answered again holds no link.
  auto end = [links = &reminders_.links](const calendar::desk& d, const rooms::principal& who,
                                         KeepPlaceResponse& response) -> result<void> {
    const auto until = calendar::last_end_of_places(d, who.person);
    if (!until) return until.error();
    const auto link = links->link_for(d.all, who, *until + calendar::places_kept_for);
    if (!link) return link.error();
    response.set_come_back(std::string(link->reveal()));
    return {};
  };
  return write<api::v1::KeepPlaceRequest, KeepPlaceResponse>(std::move(request), who_may::everyone, std::move(inside),
                                                             call, std::move(end));
}

calendar_service::reply<api::v1::LeavePlaceResponse> calendar_service::leave_place(api::v1::LeavePlaceRequest request,
                                                                                   rpc_call& call) {
  using api::v1::LeavePlaceResponse;
  auto inside = [meeting = meeting_of(request), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<LeavePlaceResponse> {
    if (!meeting) return no_day(language);
    const auto left = calendar::leave_place(d, *meeting, who.person);
    if (!left) return rpc_error_of(left.error(), language);
    return LeavePlaceResponse{};
  };
  return write<api::v1::LeavePlaceRequest, LeavePlaceResponse>(request, who_may::everyone, std::move(inside), call);
}

calendar_service::reply<api::v1::ComeInResponse> calendar_service::come_in(api::v1::ComeInRequest request,
                                                                           rpc_call& call) {
  using api::v1::ComeInResponse;
  auto inside = [meeting = meeting_of(request), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<ComeInResponse> {
    if (!meeting) return no_day(language);
    const bool staff = domain::is_staff(who.role);
    const auto door = staff ? calendar::room_to_come(d, *meeting) : calendar::door_for(d, *meeting, who.person);
    if (!door) return rpc_error_of(door.error(), language);
    accounts::new_invitation wanted{door->room, domain::role::member, who.person, {}, 1, door->until};
    if (staff) {
      wanted.person = {};
      wanted.uses = -1;
    }
    const auto link = accounts::make_invitation(d.all, wanted);
    if (!link) return rpc_error_of(unavailable(), language);
    ComeInResponse response;
    response.set_room(door->room.value);
    response.set_invitation(std::string(link->reveal()));
    return response;
  };
  return run<ComeInResponse>(who_may::everyone, {}, false, std::move(inside), call);
}

calendar_service::reply<api::v1::ListPlacesResponse> calendar_service::list_places(api::v1::ListPlacesRequest request,
                                                                                   rpc_call& call) {
  using api::v1::ListPlacesResponse;
  auto inside = [names = &parts_.names, request, language = call.language](
                    const calendar::desk& d, const rooms::principal&) -> rpc_result<ListPlacesResponse> {
    const auto meeting = meeting_of(request);
    if (!meeting) return no_day(language);
    auto rows = calendar::places_in(d, *meeting);
    if (!rows) return rpc_error_of(rows.error(), language);
    const auto number = [](const place_row& row) { return std::to_string(row.number); };
    const auto page = page_in(std::move(*rows), request, number);
    if (!page) return rpc_error_of(page.error(), language);
    ListPlacesResponse response;
    response.set_next_page_token(page->next);
    for (const place_row& row : page->rows) {
      api::v1::Place& place = *response.add_places();
      place.set_name(std::string(names->open(row).reveal()));
      place.set_waiting(row.waiting);
      place.set_offered(row.answer_by.has_value());
    }
    return response;
  };
  return read<ListPlacesResponse>(who_may::staff, std::move(inside), call);
}

}  // namespace nightlight::transport
