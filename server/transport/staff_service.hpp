// nightlight.api.v1.StaffService: the accounts of the team, over Connect, for admins.
#pragma once

#include "accounts/sessions.hpp"
#include "accounts/staff_book.hpp"
#include "nightlight/api/v1/staff.pb.h"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

class staff_service {
 public:
  // Both outlive it. One may serve several shards.
  staff_service(accounts::staff_book& book, accounts::sessions& sessions) : book_(book), sessions_(sessions) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;

  reply<api::v1::ListStaffResponse> list(api::v1::ListStaffRequest request, rpc_call& call);
  reply<api::v1::AddStaffResponse> add(api::v1::AddStaffRequest request, rpc_call& call);
  reply<api::v1::UpdateStaffResponse> update(api::v1::UpdateStaffRequest request, rpc_call& call);
  reply<api::v1::ResetPasswordResponse> reset_password(api::v1::ResetPasswordRequest request, rpc_call& call);
  reply<api::v1::EndSessionsResponse> end_sessions(api::v1::EndSessionsRequest request, rpc_call& call);

  accounts::staff_book& book_;
  accounts::sessions& sessions_;
};

}  // namespace nightlight::transport
