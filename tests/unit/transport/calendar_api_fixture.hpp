// The calendar's API on a store in memory, at noon of a Tuesday in Chicago, with a topic and two of the team: what its
// tests start from.
#pragma once

#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {

using namespace api::v1;
using domain::role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Tuesday, November 24, 2026, at noon in Chicago.
constexpr instant tuesday_noon = from_unix_ms(1795543200000);

class calendar_api : public ::testing::Test {
 protected:
  calendar_api() {
    front_.clock.set(tuesday_noon);
    front_.now([&](records& r) -> result<void> {
      lee_ = calendar::text_of(accounts::add_staff(r, "Lee", role::moderator, "correct horse")->id);
      return {};
    });
    kim_ = calendar::text_of(front_.facilitator);
    CreateTopicRequest topic;
    topic.mutable_topic()->set_title("Newborn nights");
    topic.mutable_topic()->set_language("en");
    topic_ = told<CreateTopicResponse>("CreateTopic", topic).topic().id();
  }

  http_response send(const std::string& method, const google::protobuf::Message& message, role as = role::facilitator,
                     const std::string& member = "Ana") {
    const accounts::opened_session session = front_.session_of(as, member);
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.CalendarService/" + method;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &request.body).ok());
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }

  http_response get(const std::string& path) {
    http_request request;
    request.method = "GET";
    request.path = path;
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }

  template <class Response>
  Response told(const std::string& method, const google::protobuf::Message& message, role as = role::facilitator,
                const std::string& member = "Ana") {
    const http_response answered = send(method, message, as, member);
    Response response;
    EXPECT_EQ(answered.status, 200U) << answered.body;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answered.body, &response).ok()) << answered.body;
    return response;
  }

  CreateSeriesRequest weekly() {
    CreateSeriesRequest request;
    Series& s = *request.mutable_series();
    s.set_topic(topic_);
    s.set_title("Newborn nights");
    s.set_language("en");
    s.set_zone("America/Chicago");
    s.set_start("2026-11-24T20:00");
    s.set_minutes(60);
    s.set_rrule("FREQ=WEEKLY;BYDAY=TU");
    s.set_places(1);
    s.set_facilitator(kim_);
    s.set_second(lee_);
    return request;
  }
  Series made() { return told<CreateSeriesResponse>("CreateSeries", weekly()).series(); }

  std::vector<std::string> listed(const ListMeetingsRequest& request = {}, role as = role::member) {
    std::vector<std::string> starts;
    const auto response = told<ListMeetingsResponse>("ListMeetings", request, as);
    for (const Meeting& m : response.meetings()) {
      starts.push_back(m.local_start() + (m.cancelled() ? " cancelled" : ""));
    }
    return starts;
  }
  static ListMeetingsRequest year(const std::string& series = {}) {
    ListMeetingsRequest request;
    request.set_when(ListMeetingsRequest::WHEN_SPAN);
    request.set_from_ms(to_unix_ms(tuesday_noon));
    request.set_to_ms(to_unix_ms(tuesday_noon + std::chrono::hours{24 * 22}));
    request.set_series(series);
    return request;
  }
  template <class Request>
  static Request about(const Series& s, const std::string& date) {
    Request request;
    request.set_series(s.id());
    request.set_etag(s.etag());
    if constexpr (requires { request.set_date(date); }) request.set_date(date);
    return request;
  }
  static KeepPlaceRequest place(const Series& s, const std::string& date = "2026-11-24") {
    KeepPlaceRequest request;
    request.set_series(s.id());
    request.set_date(date);
    return request;
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  std::string kim_, lee_, topic_;
};

}  // namespace nightlight::transport
