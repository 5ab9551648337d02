#include "transport/calendar_service.hpp"

#include "transport/calendar_call.hpp"
#include "transport/list_page.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view service = "/nightlight.api.v1.CalendarService/";

std::string path_of(const char* method) { return std::string(service) + method; }

// The words are chosen inside the transaction, where the call is out of reach.
rpc_error refused(const calendar::refusal& r, const std::string& language) { return rpc_error_of(r, language); }

std::optional<calendar::scope> scope_of(api::v1::Scope scope) {
  if (scope == api::v1::SCOPE_THIS) return calendar::scope::one;
  if (scope == api::v1::SCOPE_FOLLOWING) return calendar::scope::following;
  if (scope == api::v1::SCOPE_ALL) return calendar::scope::all;
  return std::nullopt;
}

template <class Request>
calendar::day_of_series day_of(const Request& r) {
  calendar::day_of_series which{series_id{r.series()}, version_of(r.etag()), {}};
  if constexpr (requires { r.date(); }) which.day = r.date();
  return which;
}

}  // namespace

void calendar_service::add_to(rpc_table& table) {
  add_topics(table);
  add_plans(table);
  add_days(table);
  add_lists(table);
  add_reminders(table);
  add_covers(table);
  add_own_feed(table);
}

void calendar_service::add_plans(rpc_table& table) {
  using namespace api::v1;
  table.add<CreateSeriesRequest, CreateSeriesResponse>(
      path_of("CreateSeries"), [this](auto r, auto& c) { return create_series(std::move(r), c); });
  table.add<GetSeriesRequest, GetSeriesResponse>(path_of("GetSeries"),
                                                 [this](auto r, auto& c) { return get_series(std::move(r), c); });
  table.add<ListSeriesRequest, ListSeriesResponse>(path_of("ListSeries"),
                                                   [this](auto r, auto& c) { return list_series(std::move(r), c); });
  table.add<UpdateSeriesRequest, UpdateSeriesResponse>(
      path_of("UpdateSeries"), [this](auto r, auto& c) { return update_series(std::move(r), c); });
}

template <class Request>
void calendar_service::add_day_method(
    rpc_table& table, const char* name,
    std::function<calendar::answer<calendar::planned>(const calendar::desk&, const Request&)> change) {
  using api::v1::ChangeDateResponse;
  table.add<Request, ChangeDateResponse>(path_of(name), [this, change](Request r, rpc_call& call) {
    auto inside = [r, change, language = call.language](const calendar::desk& d,
                                                        const rooms::principal&) -> rpc_result<ChangeDateResponse> {
      return date_changed(d, change(d, r), language);
    };
    return write<Request, ChangeDateResponse>(r, who_may::planners, std::move(inside), call);
  });
}

void calendar_service::add_days(rpc_table& table) {
  using namespace api::v1;
  using calendar::desk;
  add_day_method<SkipDateRequest>(
      table, "SkipDate", [](const desk& d, const SkipDateRequest& r) { return calendar::skip_day(d, day_of(r)); });
  add_day_method<EndSeriesRequest>(
      table, "EndSeries", [](const desk& d, const EndSeriesRequest& r) { return calendar::end_series(d, day_of(r)); });
  add_day_method<MoveDateRequest>(table, "MoveDate", [](const desk& d, const MoveDateRequest& r) {
    return calendar::move_day(d, day_of(r), r.start(), r.minutes());
  });
  add_day_method<SubstituteDateRequest>(table, "SubstituteDate", [](const desk& d, const SubstituteDateRequest& r) {
    return calendar::substitute_day(d, day_of(r), calendar::person_of(r.facilitator()),
                                    calendar::person_of(r.second()));
  });
  add_day_method<AddDateRequest>(table, "AddDate", [](const desk& d, const AddDateRequest& r) {
    return calendar::add_day(d, day_of(r), r.start(), r.minutes());
  });
  add_day_method<RestoreDateRequest>(table, "RestoreDate", [](const desk& d, const RestoreDateRequest& r) {
    return calendar::restore_day(d, day_of(r));
  });
}

calendar_service::reply<api::v1::CreateSeriesResponse> calendar_service::create_series(
    api::v1::CreateSeriesRequest request, rpc_call& call) {
  using api::v1::CreateSeriesResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal&) -> rpc_result<CreateSeriesResponse> {
    const auto made = calendar::create_series(d, plan_of(request.series()), door_of(request.series()));
    if (!made) return refused(made.error(), language);
    CreateSeriesResponse response;
    if (!tell_series(d, made->series, true, *response.mutable_series())) return refused(unavailable(), language);
    write_warnings(made->about, response);
    return response;
  };
  return write<api::v1::CreateSeriesRequest, CreateSeriesResponse>(request, who_may::planners, std::move(inside), call);
}

calendar_service::reply<api::v1::GetSeriesResponse> calendar_service::get_series(api::v1::GetSeriesRequest request,
                                                                                 rpc_call& call) {
  using api::v1::GetSeriesResponse;
  auto inside = [id = series_id{request.series()}, language = call.language](
                    const calendar::desk& d, const rooms::principal& who) -> rpc_result<GetSeriesResponse> {
    const auto found = d.kept().find_series(id);
    if (!found) return refused(unavailable(), language);
    if (!*found) return refused(calendar::refusal_code::series_unknown, language);
    GetSeriesResponse response;
    if (!tell_series(d, **found, domain::is_staff(who.role), *response.mutable_series())) {
      return refused(unavailable(), language);
    }
    return response;
  };
  return read<GetSeriesResponse>(who_may::everyone, std::move(inside), call);
}

calendar_service::reply<api::v1::ListSeriesResponse> calendar_service::list_series(api::v1::ListSeriesRequest request,
                                                                                   rpc_call& call) {
  using api::v1::ListSeriesResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal& who) -> rpc_result<ListSeriesResponse> {
    auto found = calendar::series_of(d, {topic_id{request.topic()}, {}, {}});
    if (!found) return refused(unavailable(), language);
    const auto page = page_in(std::move(*found), request, [](const auto& s) { return s.id.value; });
    if (!page) return refused(page.error(), language);
    ListSeriesResponse response;
    for (const auto& s : page->rows) {
      if (!tell_series(d, s, domain::is_staff(who.role), *response.add_series())) {
        return refused(unavailable(), language);
      }
    }
    response.set_next_page_token(page->next);
    return response;
  };
  return read<ListSeriesResponse>(who_may::everyone, std::move(inside), call);
}

calendar_service::reply<api::v1::UpdateSeriesResponse> calendar_service::update_series(
    api::v1::UpdateSeriesRequest request, rpc_call& call) {
  using api::v1::UpdateSeriesResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal&) -> rpc_result<UpdateSeriesResponse> {
    const auto scope = scope_of(request.scope());
    if (!scope) return refused(wrong("scope", domain::calendar::problem_code::missing), language);
    const api::v1::Series& typed = request.series();
    const auto made = calendar::update_series(
        d, {series_id{typed.id()}, version_of(typed.etag()), *scope, request.date(), plan_of(typed), door_of(typed)});
    if (!made) return refused(made.error(), language);
    UpdateSeriesResponse response;
    if (!tell_series(d, made->series, true, *response.mutable_series())) return refused(unavailable(), language);
    if (made->ended && !tell_series(d, *made->ended, true, *response.mutable_ended())) {
      return refused(unavailable(), language);
    }
    write_warnings(made->about, response);
    return response;
  };
  return write<api::v1::UpdateSeriesRequest, UpdateSeriesResponse>(request, who_may::planners, std::move(inside), call);
}

}  // namespace nightlight::transport
