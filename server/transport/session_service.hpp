// nightlight.api.v1.SessionService: coming in and going out, over Connect. It reads and writes messages, counts how
// often one address asks, and leaves every decision to the accounts.
#pragma once

#include <string>
#include <variant>

#include "accounts/entry.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "nightlight/api/v1/session.pb.h"
#include "transport/admission.hpp"
#include "transport/connect_rpc.hpp"
#include "transport/rooms_front.hpp"

namespace nightlight::transport {

struct session_rates {
  bucket_size looks_per_prefix{30, 60};
  bucket_size entries_per_prefix{20, 30};
  bucket_size appeals_per_prefix{3, 1};
  bucket_size sign_ins_per_prefix{10, 30};
  bucket_size sign_ins_per_name{20, 20};           // from anywhere: a storm on one account
  bucket_size sign_ins_per_name_and_prefix{5, 2};  // somebody trying passwords
};

class session_service {
 public:
  // All of them outlive it. One may serve several shards.
  session_service(accounts::entry& door, accounts::sign_in& staff_door, accounts::sessions& sessions, rooms_front rooms,
                  std::string organisation, session_rates rates = {});

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;

  reply<api::v1::LookResponse> look(api::v1::LookRequest request, rpc_call& call);
  reply<api::v1::EnterResponse> enter(api::v1::EnterRequest request, rpc_call& call);
  reply<std::monostate> may_come_in(const accounts::invitation_view& view, rpc_call& call);
  reply<api::v1::AppealResponse> appeal(api::v1::AppealRequest request, rpc_call& call);
  reply<api::v1::SignInResponse> sign_in(api::v1::SignInRequest request, rpc_call& call);
  reply<api::v1::CurrentResponse> current(api::v1::CurrentRequest request, rpc_call& call);
  reply<api::v1::SignOutResponse> sign_out(api::v1::SignOutRequest request, rpc_call& call);

  accounts::entry& door_;
  accounts::sign_in& staff_door_;
  accounts::sessions& sessions_;
  const rooms_front rooms_;
  const std::string organisation_;
  admission looks_;
  admission entries_;
  admission appeals_;
  admission sign_ins_;
  admission sign_ins_by_name_;
  admission sign_ins_by_both_;
};

}  // namespace nightlight::transport
