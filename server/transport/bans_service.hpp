// The methods of nightlight.api.v1.RoomService about bans: whoever may ban sees those of earlier meetings, and may lift
// them.
#pragma once

#include "accounts/ban_book.hpp"
#include "accounts/sessions.hpp"
#include "nightlight/api/v1/room.pb.h"
#include "rooms/principal.hpp"
#include "transport/connect_rpc.hpp"
#include "transport/rooms_front.hpp"

namespace nightlight::transport {

class bans_service {
 public:
  // All of them outlive it. One may serve several shards.
  bans_service(accounts::ban_book& book, accounts::sessions& sessions, rooms_front rooms)
      : book_(book), sessions_(sessions), rooms_(std::move(rooms)) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;

  reply<api::v1::ListBansResponse> list(api::v1::ListBansRequest request, rpc_call& call);
  reply<api::v1::LiftBanResponse> lift(api::v1::LiftBanRequest request, rpc_call& call);

  // staff_only for anybody who may not ban.
  reply<rooms::principal> caller(rpc_call& call);

  accounts::ban_book& book_;
  accounts::sessions& sessions_;
  const rooms_front rooms_;
};

}  // namespace nightlight::transport
