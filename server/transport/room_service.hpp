// nightlight.api.v1.RoomService: the rooms of this evening, over Connect. Members see the room their invitation opened;
// staff see all of them, make new ones, and begin and end meetings.
#pragma once

#include "accounts/room_book.hpp"
#include "accounts/sessions.hpp"
#include "nightlight/api/v1/room.pb.h"
#include "transport/connect_rpc.hpp"
#include "transport/rooms_front.hpp"

namespace nightlight::transport {

class room_service {
 public:
  // All of them outlive it. One may serve several shards.
  room_service(accounts::room_book& book, accounts::sessions& sessions, rooms_front rooms)
      : book_(book), sessions_(sessions), rooms_(std::move(rooms)) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;
  using change = std::function<void(room_id, rooms::principal, rooms_front::completion<room_status>)>;

  reply<api::v1::ListResponse> list(api::v1::ListRequest request, rpc_call& call);
  reply<api::v1::CreateResponse> create(api::v1::CreateRequest request, rpc_call& call);
  reply<api::v1::OpenResponse> open(api::v1::OpenRequest request, rpc_call& call);
  reply<api::v1::CloseResponse> close(api::v1::CloseRequest request, rpc_call& call);

  reply<rooms::principal> staff_caller(rpc_call& call);
  reply<api::v1::Room> change_phase(const change& how, room_id id, rpc_call& call);

  accounts::room_book& book_;
  accounts::sessions& sessions_;
  const rooms_front rooms_;
};

}  // namespace nightlight::transport
