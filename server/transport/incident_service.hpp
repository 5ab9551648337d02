// nightlight.api.v1.IncidentService: what the team writes down about alerts, over Connect. It reads and writes messages
// and leaves the rest to care/.
#pragma once

#include "accounts/sessions.hpp"
#include "care/incident_book.hpp"
#include "nightlight/api/v1/incident.pb.h"
#include "transport/connect_rpc.hpp"
#include "transport/rooms_front.hpp"

namespace nightlight::transport {

class incident_service {
 public:
  // All of them outlive it. One may serve several shards.
  incident_service(care::incident_book& book, accounts::sessions& sessions, rooms_front rooms)
      : book_(book), sessions_(sessions), rooms_(std::move(rooms)) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;

  reply<api::v1::ListIncidentsResponse> list(api::v1::ListIncidentsRequest request, rpc_call& call);
  reply<api::v1::GetIncidentResponse> get(api::v1::GetIncidentRequest request, rpc_call& call);
  reply<api::v1::WriteIncidentResponse> write(api::v1::WriteIncidentRequest request, rpc_call& call);
  reply<api::v1::DecideResponse> decide(api::v1::DecideRequest request, rpc_call& call);
  reply<api::v1::CountersignResponse> countersign(api::v1::CountersignRequest request, rpc_call& call);

  // staff_only for anybody who is not of the team.
  reply<care::team_member> caller(rpc_call& call);
  template <class Response>
  reply<Response> run(care::team_member who, care::incident_book::deed<care::shown_incident> inside, rpc_call& call);

  care::incident_book& book_;
  accounts::sessions& sessions_;
  const rooms_front rooms_;
};

}  // namespace nightlight::transport
