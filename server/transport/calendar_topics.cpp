// The part of calendar_service that is about topics.
#include "calendar/topics.hpp"
#include "transport/calendar_call.hpp"
#include "transport/list_page.hpp"

namespace nightlight::transport {
namespace {

domain::calendar::topic_plan plan_of(const api::v1::Topic& typed) {
  return {typed.title(), typed.language(), typed.description(), typed.profile()};
}

// With who changed it last. False when the store fails.
bool tell_topic(const calendar::desk& d, const domain::calendar::topic& t, bool for_staff, api::v1::Topic& out) {
  out = wire_topic(t);
  if (!for_staff) return true;
  out.set_changed_at_ms(to_unix_ms(t.changed_at));
  const auto who = d.all.find_staff_by_id(t.changed_by);
  if (!who) return false;
  if (*who) out.set_changed_by((*who)->name);
  return true;
}

// What a write answers with.
template <class Response>
rpc_result<Response> told(const calendar::desk& d, const calendar::answer<domain::calendar::topic>& made,
                          const std::string& language) {
  if (!made) return rpc_error_of(made.error(), language);
  Response response;
  if (!tell_topic(d, *made, true, *response.mutable_topic())) return rpc_error_of(unavailable(), language);
  return response;
}

}  // namespace

void calendar_service::add_topics(rpc_table& table) {
  using namespace api::v1;
  const std::string s = "/nightlight.api.v1.CalendarService/";
  table.add<CreateTopicRequest, CreateTopicResponse>(s + "CreateTopic",
                                                     [this](auto r, auto& c) { return create_topic(std::move(r), c); });
  table.add<ListTopicsRequest, ListTopicsResponse>(s + "ListTopics",
                                                   [this](auto r, auto& c) { return list_topics(std::move(r), c); });
  table.add<UpdateTopicRequest, UpdateTopicResponse>(s + "UpdateTopic",
                                                     [this](auto r, auto& c) { return update_topic(std::move(r), c); });
}

calendar_service::reply<api::v1::CreateTopicResponse> calendar_service::create_topic(
    api::v1::CreateTopicRequest request, rpc_call& call) {
  using api::v1::CreateTopicResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal& who) -> rpc_result<CreateTopicResponse> {
    return told<CreateTopicResponse>(d, calendar::create_topic(d, plan_of(request.topic()), who.person), language);
  };
  return write<api::v1::CreateTopicRequest, CreateTopicResponse>(request, who_may::planners, std::move(inside), call);
}

calendar_service::reply<api::v1::UpdateTopicResponse> calendar_service::update_topic(
    api::v1::UpdateTopicRequest request, rpc_call& call) {
  using api::v1::UpdateTopicResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal& who) -> rpc_result<UpdateTopicResponse> {
    const api::v1::Topic& typed = request.topic();
    const calendar::topic_edit edit{topic_id{typed.id()}, version_of(typed.etag()), plan_of(typed), typed.retired()};
    return told<UpdateTopicResponse>(d, calendar::update_topic(d, edit, who.person), language);
  };
  return write<api::v1::UpdateTopicRequest, UpdateTopicResponse>(request, who_may::planners, std::move(inside), call);
}

calendar_service::reply<api::v1::ListTopicsResponse> calendar_service::list_topics(api::v1::ListTopicsRequest request,
                                                                                   rpc_call& call) {
  using api::v1::ListTopicsResponse;
  auto inside = [request, language = call.language](const calendar::desk& d,
                                                    const rooms::principal& who) -> rpc_result<ListTopicsResponse> {
    auto topics = d.kept().list_topics();
    if (!topics) return rpc_error_of(unavailable(), language);
    const auto page = page_in(std::move(*topics), request, [](const auto& t) { return t.id.value; });
    if (!page) return rpc_error_of(page.error(), language);
    ListTopicsResponse response;
    for (const auto& t : page->rows) {
      const bool read = tell_topic(d, t, domain::is_staff(who.role), *response.add_topics());
      if (!read) return rpc_error_of(unavailable(), language);
    }
    response.set_next_page_token(page->next);
    return response;
  };
  return read<ListTopicsResponse>(who_may::everyone, std::move(inside), call);
}

}  // namespace nightlight::transport
