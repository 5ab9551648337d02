#include "transport/figures_service.hpp"

#include <utility>

#include "accounts/denial.hpp"
#include "async/store_work.hpp"
#include "calendar/refusal.hpp"
#include "domain/room/role.hpp"
#include "transport/api_caller.hpp"
#include "transport/calendar_wire.hpp"
#include "transport/figures_table.hpp"
#include "wire/figures_record.hpp"

namespace nightlight::transport {
namespace {

using domain::calendar::problem_code;
using domain::calendar::problems;

constexpr std::string_view service = "/nightlight.api.v1.FiguresService/";
constexpr std::chrono::days span_max{400};
constexpr std::chrono::days ever_max{365 * 8000};  // what a clock of ours can say

problems wrong_in(instant from, instant to) {
  problems wrong;
  if (from < instant{} || from >= instant{ever_max} || to >= instant{ever_max}) {
    wrong.push_back({"from_ms", problem_code::number_out_of_range});
  } else if (to <= from || to - from > span_max) {
    wrong.push_back({"to_ms", problem_code::number_out_of_range});
  }
  return wrong;
}

bool may_read(domain::role role) { return role == domain::role::facilitator || role == domain::role::admin; }

instant week_of(instant at) { return domain::beginning_of_week(domain::monday_of(at)); }

result<std::vector<counted_meeting>> counted(records& r, instant from, instant to) {
  const auto rows = r.figures().list_figures(week_of(from), week_of(to - milliseconds{1}) + std::chrono::days{7});
  if (!rows) return rows.error();
  std::vector<counted_meeting> meetings;
  for (const figures_row& row : *rows) {
    auto figures = wire::decode_figures(row.figures);
    if (!figures) return figures.error();
    const auto room = r.find_room(row.room);
    if (!room) return room.error();
    meetings.push_back({*room ? (*room)->title : std::string{}, std::move(*figures)});
  }
  return meetings;
}

}  // namespace

void figures_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<ListFiguresRequest, ListFiguresResponse>(s + "List",
                                                     [this](auto r, auto& c) { return list(std::move(r), c); });
  table.add<ExportFiguresRequest, ExportFiguresResponse>(
      s + "Export", [this](auto r, auto& c) { return export_table(std::move(r), c); });
}

figures_service::reply<std::vector<counted_meeting>> figures_service::read(span when, problems wrong, rpc_call& call) {
  rpc_result<accounts::signed_in> caller = co_await async_caller(sessions_, call);
  if (!caller) co_return caller.error();
  if (!may_read(caller->who.role)) co_return rpc_error_of(accounts::denial_code::staff_only, call.language);
  if (!wrong.empty()) co_return rpc_error_of(calendar::refusal(std::move(wrong)), call.language);
  auto looking = async::async_transact(call.ex, rows_, [when](records& r) { return counted(r, when.from, when.to); });
  result<std::vector<counted_meeting>> meetings = co_await std::move(looking);
  if (!meetings) co_return rpc_error_of(accounts::denial_code::store_unavailable, call.language);
  co_return std::move(*meetings);
}

figures_service::reply<api::v1::ListFiguresResponse> figures_service::list(api::v1::ListFiguresRequest request,
                                                                           rpc_call& call) {
  const span when{from_unix_ms(request.from_ms()), from_unix_ms(request.to_ms())};
  auto reading = read(when, wrong_in(when.from, when.to), call);
  const rpc_result<std::vector<counted_meeting>> meetings = co_await std::move(reading);
  if (!meetings) co_return meetings.error();
  co_return wire_figures(*meetings, clock_.now());
}

figures_service::reply<api::v1::ExportFiguresResponse> figures_service::export_table(
    api::v1::ExportFiguresRequest request, rpc_call& call) {
  const span when{from_unix_ms(request.from_ms()), from_unix_ms(request.to_ms())};
  problems wrong = wrong_in(when.from, when.to);
  if (!zones_.knows(request.zone())) wrong.push_back({"zone", problem_code::zone_unknown});
  auto reading = read(when, std::move(wrong), call);
  const rpc_result<std::vector<counted_meeting>> meetings = co_await std::move(reading);
  if (!meetings) co_return meetings.error();
  api::v1::ExportFiguresResponse response;
  response.set_file_name(request.by_week() ? "weeks.csv" : "meetings.csv");
  response.set_media_type("text/csv; charset=utf-8; header=present");
  response.set_csv(request.by_week() ? weeks_table(weeks_of(*meetings, clock_.now()), request.language())
                                     : meetings_table(*meetings, request.language(), zones_, request.zone()));
  co_return response;
}

}  // namespace nightlight::transport
