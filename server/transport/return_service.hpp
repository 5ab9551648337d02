// SessionService.ComeBack: a mother comes back by the link of her own. Counted as often as coming in by any other link.
#pragma once

#include "accounts/coming_back.hpp"
#include "nightlight/api/v1/session.pb.h"
#include "transport/admission.hpp"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

class return_service {
 public:
  // It outlives this. One may serve several shards.
  explicit return_service(accounts::coming_back& door, bucket_size per_prefix = {20, 30})
      : door_(door), entries_(per_prefix) {}

  void add_to(rpc_table& table);

 private:
  async::task<rpc_result<api::v1::ComeBackResponse>> come_back(api::v1::ComeBackRequest request, rpc_call& call);

  accounts::coming_back& door_;
  admission entries_;
};

}  // namespace nightlight::transport
