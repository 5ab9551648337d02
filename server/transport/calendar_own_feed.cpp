// The part of calendar_service that is about the link of somebody's own calendar.
#include "domain/text/language.hpp"
#include "transport/calendar_call.hpp"
#include "transport/own_feed.hpp"

namespace nightlight::transport {
void calendar_service::add_own_feed(rpc_table& table) {
  using namespace api::v1;
  const std::string s = "/nightlight.api.v1.CalendarService/";
  table.add<GetOwnFeedRequest, GetOwnFeedResponse>(s + "GetOwnFeed",
                                                   [this](auto r, auto& c) { return get_own_feed(std::move(r), c); });
  table.add<MakeOwnFeedRequest, MakeOwnFeedResponse>(
      s + "MakeOwnFeed", [this](auto r, auto& c) { return make_own_feed(std::move(r), c); });
  table.add<StopOwnFeedRequest, StopOwnFeedResponse>(
      s + "StopOwnFeed", [this](auto r, auto& c) { return stop_own_feed(std::move(r), c); });
}

calendar_service::reply<api::v1::GetOwnFeedResponse> calendar_service::get_own_feed(api::v1::GetOwnFeedRequest,
                                                                                    rpc_call& call) {
  using api::v1::GetOwnFeedResponse;
  auto inside = [language = call.language](const calendar::desk& d,
                                           const rooms::principal& who) -> rpc_result<GetOwnFeedResponse> {
    const auto found = d.kept().find_own_feed_of(who.person);
    if (!found) return rpc_error_of(unavailable(), language);
    GetOwnFeedResponse response;
    if (*found) response.set_made_at_ms(to_unix_ms((*found)->made_at));
    return response;
  };
  return read<GetOwnFeedResponse>(who_may::staff, std::move(inside), call);
}

calendar_service::reply<api::v1::MakeOwnFeedResponse> calendar_service::make_own_feed(
    api::v1::MakeOwnFeedRequest request, rpc_call& call) {
  using api::v1::MakeOwnFeedResponse;
  auto inside = [spoken = request.language(), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<MakeOwnFeedResponse> {
    if (!spoken.empty() && !domain::is_language(spoken)) {
      return rpc_error_of(wrong("language", domain::calendar::problem_code::language_unknown), language);
    }
    const accounts::secret token = accounts::secret::random(own_feed_bytes);
    const auto kept = d.kept().put_own_feed({who.person, token.hash(), spoken.empty() ? language : spoken, d.now});
    if (!kept) return rpc_error_of(unavailable(), language);
    MakeOwnFeedResponse response;
    response.set_path(own_feed_path(token));
    response.set_made_at_ms(to_unix_ms(d.now));
    return response;
  };
  return run<MakeOwnFeedResponse>(who_may::staff, {}, false, std::move(inside), call);
}

calendar_service::reply<api::v1::StopOwnFeedResponse> calendar_service::stop_own_feed(api::v1::StopOwnFeedRequest,
                                                                                      rpc_call& call) {
  using api::v1::StopOwnFeedResponse;
  auto inside = [language = call.language](const calendar::desk& d,
                                           const rooms::principal& who) -> rpc_result<StopOwnFeedResponse> {
    const auto gone = d.kept().delete_own_feed(who.person);
    if (!gone) return rpc_error_of(unavailable(), language);
    return StopOwnFeedResponse{};
  };
  return run<StopOwnFeedResponse>(who_may::staff, {}, false, std::move(inside), call);
}

}  // namespace nightlight::transport
