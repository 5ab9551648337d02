// The part of calendar_service that is about being offered a place and being reminded of it.
#include "calendar/offers.hpp"
#include "calendar/reminders.hpp"
#include "transport/calendar_call.hpp"

namespace nightlight::transport {
namespace {

api::v1::Reminders wire_reminders(const reminder_row& row) {
  api::v1::Reminders out;
  out.set_language(row.language);
  out.set_wording(row.with_title ? api::v1::WORDING_TITLE : api::v1::WORDING_NEUTRAL);
  out.set_hour_before(row.hour_before);
  out.set_day_before(row.day_before);
  out.set_zone(row.zone);
  return out;
}

calendar::wished_reminders wished_of(const api::v1::SetRemindersRequest& r) {
  const api::v1::Reminders& typed = r.reminders();
  return {private_text{r.address()}, typed.language(),  typed.zone(), typed.wording() == api::v1::WORDING_TITLE,
          typed.hour_before(),       typed.day_before()};
}

}  // namespace

void calendar_service::add_reminders(rpc_table& table) {
  using namespace api::v1;
  const std::string s = "/nightlight.api.v1.CalendarService/";
  add_answer_method<AcceptPlaceRequest, AcceptPlaceResponse>(table, "AcceptPlace", calendar::accept_place);
  add_answer_method<DeclinePlaceRequest, DeclinePlaceResponse>(table, "DeclinePlace", calendar::decline_place);
  table.add<GetRemindersRequest, GetRemindersResponse>(
      s + "GetReminders", [this](auto r, auto& c) { return get_reminders(std::move(r), c); });
  table.add<SetRemindersRequest, SetRemindersResponse>(
      s + "SetReminders", [this](auto r, auto& c) { return set_reminders(std::move(r), c); });
  table.add<StopRemindersRequest, StopRemindersResponse>(
      s + "StopReminders", [this](auto r, auto& c) { return stop_reminders(std::move(r), c); });
}

template <class Request, class Response>
void calendar_service::add_answer_method(rpc_table& table, const char* name, place_change change) {
  const std::string path = std::string("/nightlight.api.v1.CalendarService/") + name;
  table.add<Request, Response>(path, [this, change](Request r, rpc_call& call) {
    auto inside = [meeting = meeting_of(r), change, language = call.language](
                      const calendar::desk& d, const rooms::principal& who) -> rpc_result<Response> {
      if (!meeting) return no_day(language);
      const auto changed = change(d, *meeting, who.person);
      if (!changed) return rpc_error_of(changed.error(), language);
      return Response{};
    };
    return write<Request, Response>(r, who_may::everyone, std::move(inside), call);
  });
}

calendar_service::reply<api::v1::GetRemindersResponse> calendar_service::get_reminders(api::v1::GetRemindersRequest,
                                                                                       rpc_call& call) {
  using api::v1::GetRemindersResponse;
  auto inside = [available = reminders_.available, language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<GetRemindersResponse> {
    const auto found = d.kept().find_reminder(who.person);
    if (!found) return rpc_error_of(unavailable(), language);
    GetRemindersResponse response;
    response.set_available(available);
    if (*found) *response.mutable_reminders() = wire_reminders(**found);
    return response;
  };
  return read<GetRemindersResponse>(who_may::everyone, std::move(inside), call);
}

// Without an idempotency key: what is kept for one would be a hash of her address.
calendar_service::reply<api::v1::SetRemindersResponse> calendar_service::set_reminders(
    api::v1::SetRemindersRequest request, rpc_call& call) {
  using api::v1::SetRemindersResponse;
  auto inside = [parts = reminders_, wished = wished_of(request), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<SetRemindersResponse> {
    if (!parts.available) {
      return rpc_error_of(calendar::refusal(calendar::refusal_code::reminders_unavailable), language);
    }
    const auto until = calendar::last_end_of_places(d, who.person);
    if (!until) return rpc_error_of(unavailable(), language);
    const auto link = parts.links.link_for(d.all, who, *until + calendar::places_kept_for);
    if (!link) return rpc_error_of(unavailable(), language);
    const private_text back{std::string(link->reveal())};
    const auto kept = calendar::set_reminders(d, parts.box, who.person, wished, back);
    if (!kept) return rpc_error_of(kept.error(), language);
    SetRemindersResponse response;
    *response.mutable_reminders() = wire_reminders(*kept);
    return response;
  };
  return run<SetRemindersResponse>(who_may::everyone, {}, false, std::move(inside), call);
}

calendar_service::reply<api::v1::StopRemindersResponse> calendar_service::stop_reminders(api::v1::StopRemindersRequest,
                                                                                         rpc_call& call) {
  using api::v1::StopRemindersResponse;
  auto inside = [language = call.language](const calendar::desk& d,
                                           const rooms::principal& who) -> rpc_result<StopRemindersResponse> {
    if (!calendar::stop_reminders(d, who.person)) return rpc_error_of(unavailable(), language);
    return StopRemindersResponse{};
  };
  return run<StopRemindersResponse>(who_may::everyone, {}, false, std::move(inside), call);
}

}  // namespace nightlight::transport
