#include "transport/incident_service.hpp"

#include <utility>

#include "async/port_call.hpp"
#include "domain/room/role.hpp"
#include "transport/api_caller.hpp"
#include "transport/incident_wire.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view service = "/nightlight.api.v1.IncidentService/";

template <class Request>
care::asked_once asked(const Request& request, const rpc_call& call) {
  return {request.idempotency_key(), call.request.path + "\n" + request.SerializeAsString()};
}

// What is none is a choice that the rule refuses.
domain::report_decision decision_of(api::v1::ReportDecision what) {
  return api::v1::ReportDecision_IsValid(what) ? static_cast<domain::report_decision>(what) : domain::report_decision{};
}

}  // namespace

void incident_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<ListIncidentsRequest, ListIncidentsResponse>(s + "List",
                                                         [this](auto r, auto& c) { return list(std::move(r), c); });
  table.add<GetIncidentRequest, GetIncidentResponse>(s + "Get",
                                                     [this](auto r, auto& c) { return get(std::move(r), c); });
  table.add<WriteIncidentRequest, WriteIncidentResponse>(s + "Write",
                                                         [this](auto r, auto& c) { return write(std::move(r), c); });
  table.add<DecideRequest, DecideResponse>(s + "Decide", [this](auto r, auto& c) { return decide(std::move(r), c); });
  table.add<CountersignRequest, CountersignResponse>(s + "Countersign",
                                                     [this](auto r, auto& c) { return countersign(std::move(r), c); });
}

incident_service::reply<care::team_member> incident_service::caller(rpc_call& call) {
  rpc_result<accounts::signed_in> in = co_await async_caller(sessions_, call);
  if (!in) co_return in.error();
  if (!domain::is_staff(in->who.role)) co_return rpc_error_of(accounts::denial_code::staff_only, call.language);
  co_return care::team_member{in->who.person, in->who.role};
}

template <class Response>
incident_service::reply<Response> incident_service::run(care::team_member who,
                                                        care::incident_book::deed<care::shown_incident> inside,
                                                        rpc_call& call) {
  const person_id reader = who.person;
  auto doing = book_.async_do(call.ex, std::move(who), std::move(inside));
  const care::answer<care::shown_incident> done = co_await std::move(doing);
  if (!done) co_return rpc_error_of(done.error(), call.language);
  Response response;
  *response.mutable_incident() = wire_incident(*done, reader);
  co_return response;
}

incident_service::reply<api::v1::ListIncidentsResponse> incident_service::list(api::v1::ListIncidentsRequest request,
                                                                               rpc_call& call) {
  rpc_result<care::team_member> who = co_await caller(call);
  if (!who) co_return who.error();
  std::optional<incident_id> after;
  if (!request.after().empty()) after = care::incident_named(request.after());
  care::incident_book::deed<care::incident_page> inside = [after](const care::incident_desk& d) {
    return care::list_incidents(d, after);
  };
  auto listing = book_.async_list(call.ex, *who, std::move(inside));
  const care::answer<care::incident_page> page = co_await std::move(listing);
  if (!page) co_return rpc_error_of(page.error(), call.language);
  api::v1::ListIncidentsResponse response;
  for (const care::shown_incident& one : page->shown) *response.add_incidents() = wire_incident(one, who->person);
  if (page->next) response.set_next(care::text_of(*page->next));
  co_return response;
}

incident_service::reply<api::v1::GetIncidentResponse> incident_service::get(api::v1::GetIncidentRequest request,
                                                                            rpc_call& call) {
  rpc_result<care::team_member> who = co_await caller(call);
  if (!who) co_return who.error();
  care::incident_book::deed<care::shown_incident> inside =
      [id = care::incident_named(request.id())](const care::incident_desk& d) { return care::read_incident(d, id); };
  auto running = run<api::v1::GetIncidentResponse>(*who, std::move(inside), call);
  co_return co_await std::move(running);
}

incident_service::reply<api::v1::WriteIncidentResponse> incident_service::write(api::v1::WriteIncidentRequest request,
                                                                                rpc_call& call) {
  rpc_result<care::team_member> who = co_await caller(call);
  if (!who) co_return who.error();
  const room_id room{request.room()};
  const alert_number number{request.alert()};
  auto ask = [&](auto done) { rooms_.alert(room, number, std::move(done)); };
  using noted = std::optional<domain::noted_alert>;
  auto noting = async::async_port_call<accounts::answer<noted>>(call.ex, ask);
  const accounts::answer<noted> alert = co_await std::move(noting);
  if (!alert && alert.error().code != accounts::denial_code::room_unknown) {
    co_return rpc_error_of(alert.error(), call.language);
  }
  care::incident_writing wanted{room, alert ? *alert : noted{}, from_unix_ms(request.at_ms()),
                                private_text{request.note()}, private_text{request.excerpt()}};
  care::incident_book::deed<care::shown_incident> inside = [once = asked(request, call),
                                                            wanted = std::move(wanted)](const care::incident_desk& d) {
    return care::write_incident(d, once, wanted);
  };
  auto running = run<api::v1::WriteIncidentResponse>(*who, std::move(inside), call);
  co_return co_await std::move(running);
}

incident_service::reply<api::v1::DecideResponse> incident_service::decide(api::v1::DecideRequest request,
                                                                          rpc_call& call) {
  rpc_result<care::team_member> who = co_await caller(call);
  if (!who) co_return who.error();
  care::decision_wanted wanted{decision_of(request.what()), private_text{request.ground()},
                               private_text{request.reference()}};
  care::incident_book::deed<care::shown_incident> inside =
      [once = asked(request, call), id = care::incident_named(request.id()),
       wanted = std::move(wanted)](const care::incident_desk& d) { return care::decide(d, once, id, wanted); };
  auto running = run<api::v1::DecideResponse>(*who, std::move(inside), call);
  co_return co_await std::move(running);
}

incident_service::reply<api::v1::CountersignResponse> incident_service::countersign(api::v1::CountersignRequest request,
                                                                                    rpc_call& call) {
  rpc_result<care::team_member> who = co_await caller(call);
  if (!who) co_return who.error();
  care::incident_book::deed<care::shown_incident> inside =
      [once = asked(request, call), id = care::incident_named(request.id()), decision = request.decision()](
          const care::incident_desk& d) { return care::countersign(d, once, id, decision); };
  auto running = run<api::v1::CountersignResponse>(*who, std::move(inside), call);
  co_return co_await std::move(running);
}

}  // namespace nightlight::transport
