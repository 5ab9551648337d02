// nightlight.api.v1.FiguresService: what meetings came to in numbers, over Connect, for facilitators and admins.
#pragma once

#include "accounts/sessions.hpp"
#include "domain/calendar/problem.hpp"
#include "domain/calendar/zone_rules.hpp"
#include "nightlight/api/v1/figures.pb.h"
#include "ports/clock.hpp"
#include "ports/store.hpp"
#include "transport/connect_rpc.hpp"
#include "transport/figures_wire.hpp"

namespace nightlight::transport {

class figures_service {
 public:
  // All of them outlive it. One may serve several shards.
  figures_service(store& rows, const clock_port& clock, const domain::calendar::zone_rules& zones,
                  accounts::sessions& sessions)
      : rows_(rows), clock_(clock), zones_(zones), sessions_(sessions) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;
  struct span {
    instant from;
    instant to;
  };

  reply<api::v1::ListFiguresResponse> list(api::v1::ListFiguresRequest request, rpc_call& call);
  reply<api::v1::ExportFiguresResponse> export_table(api::v1::ExportFiguresRequest request, rpc_call& call);
  // What a table or a list is made of, for whoever may read it, when nothing is wrong with what was asked.
  reply<std::vector<counted_meeting>> read(span when, domain::calendar::problems wrong, rpc_call& call);

  store& rows_;
  const clock_port& clock_;
  const domain::calendar::zone_rules& zones_;
  accounts::sessions& sessions_;
};

}  // namespace nightlight::transport
