// nightlight.api.v1.CalendarService: topics, series, meetings and places, over Connect. It reads and writes messages,
// knows who may, and leaves the rest to calendar/, one transaction a call.
#pragma once

#include <functional>
#include <memory>

#include "accounts/return_links.hpp"
#include "accounts/sessions.hpp"
#include "calendar/agenda.hpp"
#include "calendar/answers.hpp"
#include "calendar/place_names.hpp"
#include "calendar/reminder_box.hpp"
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

// What reminding somebody takes besides. It outlives whoever holds this.
struct reminder_parts {
  const calendar::reminder_box& box;
  const accounts::return_links& links;
  bool available = false;  // there is a mail server
  calendar::choices chosen{};
  std::function<void(const series_id&)> changed{};  // any shard, after a write; empty: nobody wants to know
};

class calendar_service {
 public:
  // All of it outlives this. One may serve several shards.
  calendar_service(calendar_parts parts, accounts::sessions& sessions, reminder_parts reminders)
      : parts_(parts), sessions_(sessions), reminders_(std::move(reminders)) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;
  template <class Response>
  using body = std::function<rpc_result<Response>(const calendar::desk&, const rooms::principal&)>;

  // What is added to an answer and must not be kept with it.
  template <class Response>
  using ending = std::function<result<void>(const calendar::desk&, const rooms::principal&, Response&)>;
  using place_change = calendar::answer<void> (*)(const calendar::desk&, const meeting_name&, const person_id&);

  enum class who_may { everyone, staff, planners };

  // Runs `inside` in one transaction, which is undone when it refuses. `asked`, without a caller yet, makes it a write
  // that is done once; nothing is kept when `check_only`.
  template <class Response>
  reply<Response> run(who_may may, calendar::asked_once asked, bool check_only, body<Response> inside, rpc_call& call,
                      ending<Response> end = {});
  template <class Response>
  reply<Response> read(who_may may, body<Response> inside, rpc_call& call);
  template <class Request, class Response>
  reply<Response> write(Request request, who_may may, body<Response> inside, rpc_call& call, ending<Response> end = {});

  template <class Request>
  void add_day_method(rpc_table& table, const char* name,
                      std::function<calendar::answer<calendar::planned>(const calendar::desk&, const Request&)> change);
  void add_topics(rpc_table& table);
  void add_plans(rpc_table& table);
  void add_days(rpc_table& table);
  void add_lists(rpc_table& table);
  void add_reminders(rpc_table& table);
  void add_covers(rpc_table& table);
  void add_own_feed(rpc_table& table);
  template <class Request, class Response>
  void add_answer_method(rpc_table& table, const char* name, place_change change);

  reply<api::v1::CreateTopicResponse> create_topic(api::v1::CreateTopicRequest request, rpc_call& call);
  reply<api::v1::ListTopicsResponse> list_topics(api::v1::ListTopicsRequest request, rpc_call& call);
  reply<api::v1::UpdateTopicResponse> update_topic(api::v1::UpdateTopicRequest request, rpc_call& call);
  reply<api::v1::GetOwnFeedResponse> get_own_feed(api::v1::GetOwnFeedRequest request, rpc_call& call);
  reply<api::v1::MakeOwnFeedResponse> make_own_feed(api::v1::MakeOwnFeedRequest request, rpc_call& call);
  reply<api::v1::StopOwnFeedResponse> stop_own_feed(api::v1::StopOwnFeedRequest request, rpc_call& call);
  reply<api::v1::CreateSeriesResponse> create_series(api::v1::CreateSeriesRequest request, rpc_call& call);
  reply<api::v1::GetSeriesResponse> get_series(api::v1::GetSeriesRequest request, rpc_call& call);
  reply<api::v1::ListSeriesResponse> list_series(api::v1::ListSeriesRequest request, rpc_call& call);
  reply<api::v1::UpdateSeriesResponse> update_series(api::v1::UpdateSeriesRequest request, rpc_call& call);
  reply<api::v1::ListTeamResponse> list_team(api::v1::ListTeamRequest request, rpc_call& call);
  reply<api::v1::ListMeetingsResponse> list_meetings(api::v1::ListMeetingsRequest request, rpc_call& call);
  reply<api::v1::KeepPlaceResponse> keep_place(api::v1::KeepPlaceRequest request, rpc_call& call);
  reply<api::v1::LeavePlaceResponse> leave_place(api::v1::LeavePlaceRequest request, rpc_call& call);
  reply<api::v1::GetRemindersResponse> get_reminders(api::v1::GetRemindersRequest request, rpc_call& call);
  reply<api::v1::SetRemindersResponse> set_reminders(api::v1::SetRemindersRequest request, rpc_call& call);
  reply<api::v1::StopRemindersResponse> stop_reminders(api::v1::StopRemindersRequest request, rpc_call& call);
  reply<api::v1::AskForCoverResponse> ask_for_cover(api::v1::AskForCoverRequest request, rpc_call& call);
  reply<api::v1::ChangeDateResponse> take_cover(api::v1::TakeCoverRequest request, rpc_call& call);
  reply<api::v1::WithdrawCoverResponse> withdraw_cover(api::v1::WithdrawCoverRequest request, rpc_call& call);
  reply<api::v1::ComeInResponse> come_in(api::v1::ComeInRequest request, rpc_call& call);
  reply<api::v1::ListPlacesResponse> list_places(api::v1::ListPlacesRequest request, rpc_call& call);

  const calendar_parts parts_;
  accounts::sessions& sessions_;
  const reminder_parts reminders_;
};

}  // namespace nightlight::transport
