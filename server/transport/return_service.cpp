#include "transport/return_service.hpp"

#include <utility>

#include "accounts/guidelines.hpp"
#include "transport/api_caller.hpp"

namespace nightlight::transport {

void return_service::add_to(rpc_table& table) {
  table.add<api::v1::ComeBackRequest, api::v1::ComeBackResponse>(
      "/nightlight.api.v1.SessionService/ComeBack", [this](auto r, auto& c) { return come_back(std::move(r), c); });
}

async::task<rpc_result<api::v1::ComeBackResponse>> return_service::come_back(api::v1::ComeBackRequest request,
                                                                             rpc_call& call) {
  std::string language;
  if (!request.language().empty()) language = accounts::spoken_language(request.language());
  if (!language.empty()) call.language = language;
  const auto wait = entries_.ask(address_prefix(call.client.address), async::clock::now());
  if (wait) co_return rpc_error_of(accounts::denial(accounts::denial_code::too_often, *wait), call.language);
  accounts::secret shown{request.link()};
  accounts::answer<accounts::came_back> in =
      co_await door_.async_come_back(call.ex, std::move(shown), std::move(language));
  if (!in) co_return rpc_error_of(in.error(), call.language);
  api::v1::ComeBackResponse response;
  response.set_token(hand_out(in->session, request.keeping(), call));
  response.set_name(std::string(in->who.name.reveal()));
  co_return response;
}

}  // namespace nightlight::transport
