// The methods of nightlight.api.v1.RoomService about a room's rules of conduct: staff read, try and keep them here.
#pragma once

#include "accounts/sessions.hpp"
#include "accounts/word_book.hpp"
#include "domain/room/role.hpp"
#include "nightlight/api/v1/room.pb.h"
#include "rooms/principal.hpp"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

class words_service {
 public:
  // Both outlive it. One may serve several shards.
  words_service(accounts::word_book& book, accounts::sessions& sessions) : book_(book), sessions_(sessions) {}

  void add_to(rpc_table& table);

 private:
  template <class Response>
  using reply = async::task<rpc_result<Response>>;

  reply<api::v1::TryWordsResponse> try_words(api::v1::TryWordsRequest request, rpc_call& call);
  reply<api::v1::GetWordsResponse> get_words(api::v1::GetWordsRequest request, rpc_call& call);
  reply<api::v1::SetWordsResponse> set_words(api::v1::SetWordsRequest request, rpc_call& call);

  // staff_only for anybody whom `may` does not name.
  reply<rooms::principal> caller(bool (*may)(domain::role), rpc_call& call);

  accounts::word_book& book_;
  accounts::sessions& sessions_;
};

}  // namespace nightlight::transport
