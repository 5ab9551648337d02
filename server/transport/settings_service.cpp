#include "transport/settings_service.hpp"

#include <algorithm>
#include <utility>

#include "async/store_work.hpp"
#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

constexpr std::size_t pages_looked_at_max = 200;
constexpr instant ever = from_unix_ms(7'258'118'400'000);  // the year 2200

result<api::v1::PagingState> paging_state(records& r) {
  const auto pages = r.paging().pages_due(ever, pages_looked_at_max);
  if (!pages) return pages.error();
  api::v1::PagingState state;
  std::optional<instant> since;
  for (const page_row& page : *pages) {
    if (page.attempts == 0) {
      state.set_waiting(state.waiting() + 1);
      continue;
    }
    state.set_failing(state.failing() + 1);
    since = since ? std::min(*since, page.at) : page.at;
  }
  if (since) state.set_failing_since_ms(to_unix_ms(*since));
  return state;
}

}  // namespace

void settings_service::add_to(rpc_table& table) {
  table.add<api::v1::GetSettingsRequest, api::v1::GetSettingsResponse>(
      "/nightlight.api.v1.SettingsService/Get", [this](auto r, auto& c) { return get(std::move(r), c); });
}

async::task<rpc_result<api::v1::GetSettingsResponse>> settings_service::get(api::v1::GetSettingsRequest,
                                                                            rpc_call& call) {
  const rpc_result<rooms::principal> by = co_await async_admin(sessions_, call);
  if (!by) co_return by.error();
  auto looking = async::async_transact(call.ex, rows_, paging_state);
  const result<api::v1::PagingState> pages = co_await std::move(looking);
  if (!pages) co_return rpc_error_of(accounts::denial_code::store_unavailable, call.language);
  api::v1::GetSettingsResponse response = known_;
  *response.mutable_paging() = *pages;
  co_return response;
}

}  // namespace nightlight::transport
