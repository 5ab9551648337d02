#include "transport/calendar_staffing.hpp"

#include "calendar/cover.hpp"
#include "calendar/staffing.hpp"
#include "transport/calendar_call.hpp"

namespace nightlight::transport {
namespace {

api::v1::Cover wire_cover(const cover_row& row, const calendar::place_names& names) {
  api::v1::Cover out;
  out.set_seat(static_cast<api::v1::Seat>(row.seat));
  out.set_asked_by(calendar::text_of(row.asked_by));
  out.set_words(std::string(names.open(row).reveal()));
  out.set_asked_at_ms(to_unix_ms(row.since));
  return out;
}

std::optional<domain::calendar::seat> seat_of(api::v1::Seat seat) {
  if (seat == api::v1::SEAT_LEAD) return domain::calendar::seat::lead;
  if (seat == api::v1::SEAT_SECOND) return domain::calendar::seat::second;
  return std::nullopt;
}

calendar::refusal seat_missing() {
  return domain::calendar::problems{{"seat", domain::calendar::problem_code::missing}};
}

}  // namespace

result<void> write_staffing(const calendar::desk& d, const calendar::place_names& names,
                            const calendar::listed_meeting& m, api::v1::Meeting& out) {
  const domain::calendar::occurrence& o = m.meeting;
  out.set_etag(std::to_string(m.of->version));
  if (o.cancelled || o.starts_at <= d.now) return {};
  const auto open = calendar::open_covers(d, o);
  const auto enough = calendar::staffing_of(d, o);
  const auto told = calendar::told_short_at(d, o);
  if (!open) return open.error();
  if (!enough) return enough.error();
  if (!told) return told.error();
  for (const cover_row& row : *open) *out.add_covers() = wire_cover(row, names);
  out.set_staffing(static_cast<api::v1::Meeting::Staffing>(*enough));
  if (*told) out.set_admins_told_at_ms(to_unix_ms(**told));
  return {};
}

void calendar_service::add_covers(rpc_table& table) {
  using namespace api::v1;
  const std::string s = "/nightlight.api.v1.CalendarService/";
  table.add<AskForCoverRequest, AskForCoverResponse>(
      s + "AskForCover", [this](auto r, auto& c) { return ask_for_cover(std::move(r), c); });
  table.add<TakeCoverRequest, ChangeDateResponse>(s + "TakeCover",
                                                  [this](auto r, auto& c) { return take_cover(std::move(r), c); });
  table.add<WithdrawCoverRequest, WithdrawCoverResponse>(
      s + "WithdrawCover", [this](auto r, auto& c) { return withdraw_cover(std::move(r), c); });
}

calendar_service::reply<api::v1::AskForCoverResponse> calendar_service::ask_for_cover(
    api::v1::AskForCoverRequest request, rpc_call& call) {
  using api::v1::AskForCoverResponse;
  auto inside = [names = &parts_.names, meeting = meeting_of(request), words = private_text(request.words()),
                 language = call.language](const calendar::desk& d,
                                           const rooms::principal& who) -> rpc_result<AskForCoverResponse> {
    if (!meeting) return no_day(language);
    const auto asked = calendar::ask_for_cover(d, *names, *meeting, who.person, words);
    if (!asked) return rpc_error_of(asked.error(), language);
    return AskForCoverResponse{};
  };
  return write<api::v1::AskForCoverRequest, AskForCoverResponse>(std::move(request), who_may::staff, std::move(inside),
                                                                 call);
}

calendar_service::reply<api::v1::ChangeDateResponse> calendar_service::take_cover(api::v1::TakeCoverRequest request,
                                                                                  rpc_call& call) {
  using api::v1::ChangeDateResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal& who) -> rpc_result<ChangeDateResponse> {
    const auto seat = seat_of(request.seat());
    if (!seat) return rpc_error_of(seat_missing(), language);
    const calendar::day_of_series which{series_id{request.series()}, version_of(request.etag()), request.date()};
    return date_changed(d, calendar::take_cover(d, which, *seat, who.person), language);
  };
  return write<api::v1::TakeCoverRequest, ChangeDateResponse>(request, who_may::planners, std::move(inside), call);
}

calendar_service::reply<api::v1::WithdrawCoverResponse> calendar_service::withdraw_cover(
    api::v1::WithdrawCoverRequest request, rpc_call& call) {
  using api::v1::WithdrawCoverResponse;
  auto inside = [meeting = meeting_of(request), language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<WithdrawCoverResponse> {
    if (!meeting) return no_day(language);
    const auto withdrawn = calendar::withdraw_cover(d, *meeting, who.person);
    if (!withdrawn) return rpc_error_of(withdrawn.error(), language);
    return WithdrawCoverResponse{};
  };
  return write<api::v1::WithdrawCoverRequest, WithdrawCoverResponse>(request, who_may::staff, std::move(inside), call);
}

}  // namespace nightlight::transport
