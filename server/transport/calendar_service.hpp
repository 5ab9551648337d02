// nightlight.api.v1.CalendarService: topics, series, meetings and places, over Connect. It reads and writes messages,
// knows who may, and leaves the rest to calendar/, one transaction a call.
#pragma once

#include <functional>
#include <memory>

#include "accounts/sessions.hpp"
#include "calendar/agenda.hpp"
#include "calendar/answers.hpp"
#include "calendar/place_names.hpp"
#include "nightlight/api/v1/calendar.pb.h"
#include "ports/clock.hpp"
#include "transport/calendar_wire.hpp"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

// What the calendar is made of besides the store. All of it outlives whoever holds this.
struct calendar_parts {
  store& rows;
  const clock_port& clock;
  const domain::calendar::zone_rules& zones;
  const domain::calendar::holidays& off;
  const calendar::place_names& names;
};

class calendar_service {
 public:
  // Both outlive it. One may serve several shards.
  calendar_service(calendar_parts parts, accounts::sessions& sessions) : parts_(parts), sessions_(sessions) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;
  template <class Response>
  using body = std::function<rpc_result<Response>(const calendar::desk&, const rooms::principal&)>;

  enum class who_may { everyone, staff, planners };

  // Runs `inside` in one transaction, which is undone when it refuses. `asked`, without a caller yet, makes it a write
  // that is done once; nothing is kept when `check_only`.
  template <class Response>
  reply<Response> run(who_may may, calendar::asked_once asked, bool check_only, body<Response> inside, rpc_call& call);
  template <class Response>
  reply<Response> read(who_may may, body<Response> inside, rpc_call& call);
  template <class Request, class Response>
  reply<Response> write(const Request& request, who_may may, body<Response> inside, rpc_call& call);

  template <class Request>
  void add_day_method(rpc_table& table, const char* name,
                      std::function<calendar::answer<calendar::planned>(const calendar::desk&, const Request&)> change);
  void add_plans(rpc_table& table);
  void add_days(rpc_table& table);
  void add_lists(rpc_table& table);

  reply<api::v1::CreateTopicResponse> create_topic(api::v1::CreateTopicRequest request, rpc_call& call);
  reply<api::v1::ListTopicsResponse> list_topics(api::v1::ListTopicsRequest request, rpc_call& call);
  reply<api::v1::CreateSeriesResponse> create_series(api::v1::CreateSeriesRequest request, rpc_call& call);
  reply<api::v1::GetSeriesResponse> get_series(api::v1::GetSeriesRequest request, rpc_call& call);
  reply<api::v1::ListSeriesResponse> list_series(api::v1::ListSeriesRequest request, rpc_call& call);
  reply<api::v1::UpdateSeriesResponse> update_series(api::v1::UpdateSeriesRequest request, rpc_call& call);
  reply<api::v1::ListTeamResponse> list_team(api::v1::ListTeamRequest request, rpc_call& call);
  reply<api::v1::ListMeetingsResponse> list_meetings(api::v1::ListMeetingsRequest request, rpc_call& call);
  reply<api::v1::KeepPlaceResponse> keep_place(api::v1::KeepPlaceRequest request, rpc_call& call);
  reply<api::v1::LeavePlaceResponse> leave_place(api::v1::LeavePlaceRequest request, rpc_call& call);
  reply<api::v1::ComeInResponse> come_in(api::v1::ComeInRequest request, rpc_call& call);
  reply<api::v1::ListPlacesResponse> list_places(api::v1::ListPlacesRequest request, rpc_call& call);

  const calendar_parts parts_;
  accounts::sessions& sessions_;
};

}  // namespace nightlight::transport
