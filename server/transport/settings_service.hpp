// nightlight.api.v1.SettingsService: how this server is set up, over Connect, for admins. What the configuration says
// is found out once, by whoever wires it; how calls get out is asked of the store each time.
#pragma once

#include "accounts/sessions.hpp"
#include "nightlight/api/v1/settings.pb.h"
#include "ports/store.hpp"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

class settings_service {
 public:
  // Both outlive it. One may serve several shards.
  settings_service(store& rows, accounts::sessions& sessions, api::v1::GetSettingsResponse known)
      : rows_(rows), sessions_(sessions), known_(std::move(known)) {}

  void add_to(rpc_table& table);

 private:
  async::task<rpc_result<api::v1::GetSettingsResponse>> get(api::v1::GetSettingsRequest request, rpc_call& call);

  store& rows_;
  accounts::sessions& sessions_;
  const api::v1::GetSettingsResponse known_;
};

}  // namespace nightlight::transport
