// How a call of calendar_service runs: the caller, one transaction, and what it found out. Only the service's own
// sources include this.
#pragma once

#include "async/store_work.hpp"
#include "domain/room/role.hpp"
#include "transport/api_caller.hpp"
#include "transport/calendar_service.hpp"

namespace nightlight::transport {

inline calendar::refusal unavailable() { return calendar::refusal_code::store_unavailable; }

inline calendar::refusal wrong(const char* field, domain::calendar::problem_code code) {
  return domain::calendar::problems{{field, code}};
}

inline rpc_error calendar_unavailable(const rpc_call& call) { return rpc_error_of(unavailable(), call.language); }

// What a unit that refuses returns, so that its transaction is undone; what it found is looked at all the same.
inline constexpr failure undone = failure::conflict;

// A day that is none names no meeting.
template <class Request>
std::optional<meeting_name> meeting_of(const Request& r) {
  const auto day = domain::calendar::local_day_of(r.date());
  if (!day) return std::nullopt;
  return meeting_name{series_id{r.series()}, *day};
}

inline rpc_error no_day(const std::string& language) {
  return rpc_error_of(wrong("date", domain::calendar::problem_code::time_unreadable), language);
}

// With its door. False when the store fails.
inline bool tell_series(const calendar::desk& d, const domain::calendar::series& s, bool for_staff,
                        api::v1::Series& out) {
  const auto door = find_door(d.all, s.id);
  if (!door) return false;
  out = wire_series(s, for_staff);
  write_door(*door, for_staff, out);
  return true;
}

template <class Response>
void write_warnings(const calendar::warnings& about, Response& response) {
  for (const calendar::warning& w : about) *response.add_warnings() = wire_warning(w);
}

inline rpc_result<api::v1::ChangeDateResponse> date_changed(const calendar::desk& d,
                                                            const calendar::answer<calendar::planned>& made,
                                                            const std::string& language) {
  if (!made) return rpc_error_of(made.error(), language);
  api::v1::ChangeDateResponse response;
  if (!tell_series(d, made->series, true, *response.mutable_series())) {
    return rpc_error_of(unavailable(), language);
  }
  write_warnings(made->about, response);
  return response;
}

// The series that a write may have changed something about.
template <class Request, class Response>
std::vector<series_id> touched(const Request& request, const Response& response) {
  std::vector<series_id> all;
  if constexpr (requires { series_id{request.series()}; }) all.push_back(series_id{request.series()});
  if constexpr (requires { response.series().id(); }) all.push_back(series_id{response.series().id()});
  if constexpr (requires { response.ended(); }) all.push_back(series_id{response.ended().id()});
  return all;
}

template <class Response>
calendar_service::reply<Response> calendar_service::run(who_may may, calendar::asked_once asked, bool check_only,
                                                        body<Response> inside, rpc_call& call, ending<Response> end) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  if (!caller) co_return caller.error();
  const domain::role role = caller->who.role;
  const bool plans = role == domain::role::facilitator || role == domain::role::admin;
  if ((may == who_may::planners && !plans) || (may == who_may::staff && !domain::is_staff(role))) {
    co_return rpc_error_of(accounts::denial(accounts::denial_code::staff_only), call.language);
  }
  asked.caller = caller->who.person;
  auto found = std::make_shared<rpc_result<Response>>(calendar_unavailable(call));
  auto unit = [parts = parts_, chosen = reminders_.chosen, who = caller->who, asked = std::move(asked), check_only,
               inside = std::move(inside), end = std::move(end), language = call.language,
               found](records& r) -> result<void> {
    const calendar::desk d{r, parts.zones, parts.off, parts.clock.now(), chosen};
    const auto before = calendar::answered_before(d, asked);
    if (!before) {
      *found = rpc_error_of(before.error(), language);
      return undone;
    }
    if (*before) {
      Response again;
      if (!again.ParseFromString(**before)) return failure::corrupt;
      *found = std::move(again);
    } else {
      *found = inside(d, who);
      if (!*found || check_only) return undone;
      auto kept = calendar::keep_answer(d, asked, (*found)->SerializeAsString());
      if (!kept) return kept;
    }
    return end ? end(d, who, **found) : result<void>{};
  };
  auto working = async::async_transact(call.ex, parts_.rows, std::move(unit));
  const result<void> kept = co_await std::move(working);
  if (!kept && kept.error() != undone) co_return calendar_unavailable(call);
  co_return std::move(*found);
}

template <class Response>
calendar_service::reply<Response> calendar_service::read(who_may may, body<Response> inside, rpc_call& call) {
  return run<Response>(may, {}, true, std::move(inside), call);
}

template <class Request, class Response>
calendar_service::reply<Response> calendar_service::write(Request request, who_may may, body<Response> inside,
                                                          rpc_call& call, ending<Response> end) {
  calendar::asked_once asked{{}, request.idempotency_key(), call.request.path + "\n" + request.SerializeAsString()};
  bool check_only = false;
  if constexpr (requires { request.check_only(); }) check_only = request.check_only();
  if (check_only) asked.key.clear();
  auto running = run<Response>(may, std::move(asked), check_only, std::move(inside), call, std::move(end));
  rpc_result<Response> response = co_await std::move(running);
  if (!response || check_only || !reminders_.changed) co_return response;
  for (const series_id& id : touched(request, *response)) reminders_.changed(id);
  co_return response;
}

}  // namespace nightlight::transport
