// Topics through the API: changing them, putting them away, and lists of them in pages.
#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

class calendar_topics_api : public calendar_api {
 protected:
  Topic read() { return told<ListTopicsResponse>("ListTopics", ListTopicsRequest{}).topics(0); }
  static UpdateTopicRequest changing(const Topic& t) {
    UpdateTopicRequest request;
    *request.mutable_topic() = t;
    return request;
  }
  Topic changed(const UpdateTopicRequest& request) { return told<UpdateTopicResponse>("UpdateTopic", request).topic(); }
  std::string schedule() { return std::string(get("/schedule.json").bytes()); }
  void add(const std::string& title) {
    CreateTopicRequest request;
    request.mutable_topic()->set_title(title);
    request.mutable_topic()->set_language("en");
    told<CreateTopicResponse>("CreateTopic", request);
  }
};

TEST_F(calendar_topics_api, a_topic_is_changed_and_says_to_staff_who_did) {
  UpdateTopicRequest edit = changing(read());
  edit.mutable_topic()->set_title("Nights");
  edit.mutable_topic()->set_language("es");
  edit.mutable_topic()->set_description("two\nlines");
  edit.mutable_topic()->set_profile("nicu");
  const Topic after = changed(edit);
  EXPECT_EQ(after.etag(), "2");
  EXPECT_EQ(after.title(), "Nights");
  EXPECT_EQ(after.profile(), "nicu");
  EXPECT_EQ(after.changed_by(), "Kim");
  EXPECT_EQ(after.changed_at_ms(), to_unix_ms(tuesday_noon));
  const Topic as_member = told<ListTopicsResponse>("ListTopics", ListTopicsRequest{}, role::member).topics(0);
  EXPECT_EQ(as_member.description(), "two\nlines");
  EXPECT_EQ(as_member.changed_by(), "");
  EXPECT_EQ(as_member.changed_at_ms(), 0);
}

TEST_F(calendar_topics_api, what_is_to_become_what_it_is_makes_no_version) {
  EXPECT_EQ(changed(changing(read())).etag(), "1");
}

TEST_F(calendar_topics_api, of_two_who_change_it_at_once_the_second_is_shown_both) {
  UpdateTopicRequest first = changing(read());
  UpdateTopicRequest second = first;
  first.mutable_topic()->set_title("First");
  changed(first);
  second.mutable_topic()->set_title("Second");
  const http_response refused = send("UpdateTopic", second);
  EXPECT_EQ(refused.status, 409U);
  EXPECT_THAT(refused.body, HasSubstr(R"("type":"nightlight.api.v1.StaleTopic")"));
  EXPECT_THAT(refused.body, HasSubstr(R"("title":"First")"));
  EXPECT_THAT(refused.body, HasSubstr(R"("title":"Second")"));
  EXPECT_EQ(read().title(), "First");
}

TEST_F(calendar_topics_api, a_change_says_which_topic_and_which_version_and_what_is_wrong_is_named) {
  UpdateTopicRequest edit = changing(read());
  for (const char* etag : {"", "abc", "-1", "0"}) {
    edit.mutable_topic()->set_etag(etag);
    EXPECT_THAT(send("UpdateTopic", edit).body, HasSubstr(R"("field":"etag","code":"missing")")) << etag;
  }
  edit.mutable_topic()->set_etag("1");
  edit.mutable_topic()->set_title("a");
  edit.mutable_topic()->set_language("fr");
  edit.mutable_topic()->set_profile("anything at all");
  edit.mutable_topic()->set_description(std::string(1001, 'a'));
  const std::string body = send("UpdateTopic", edit).body;
  EXPECT_THAT(body, HasSubstr(R"("field":"title")"));
  EXPECT_THAT(body, HasSubstr(R"("field":"language","code":"language_unknown")"));
  EXPECT_THAT(body, HasSubstr(R"("field":"profile","code":"profile_unknown")"));
  EXPECT_THAT(body, HasSubstr(R"("field":"description","code":"too_long")"));
  edit.mutable_topic()->set_id("nobody");
  EXPECT_EQ(send("UpdateTopic", edit).status, 404U);
  for (const role as : {role::member, role::moderator, role::on_call}) {
    EXPECT_EQ(send("UpdateTopic", changing(read()), as).status, 403U);
  }
}

TEST_F(calendar_topics_api, a_change_that_is_sent_again_is_done_once) {
  UpdateTopicRequest edit = changing(read());
  edit.mutable_topic()->set_title("Nights");
  edit.set_idempotency_key("form-1");
  EXPECT_EQ(changed(edit).etag(), "2");
  EXPECT_EQ(changed(edit).etag(), "2");
}

TEST_F(calendar_topics_api, nothing_new_is_planned_in_a_topic_that_was_put_away_and_what_is_planned_goes_on) {
  const Series s = made();
  UpdateTopicRequest away = changing(read());
  away.mutable_topic()->set_retired(true);
  const Topic retired = changed(away);
  EXPECT_TRUE(retired.retired());
  EXPECT_THAT(send("CreateSeries", weekly()).body, HasSubstr(R"("field":"topic","code":"topic_put_away")"));
  UpdateSeriesRequest edit;
  *edit.mutable_series() = s;
  edit.mutable_series()->set_title("Still here");
  edit.set_scope(SCOPE_ALL);
  EXPECT_EQ(told<UpdateSeriesResponse>("UpdateSeries", edit).series().title(), "Still here");
  EXPECT_EQ(listed(year()).size(), 4U);
  EXPECT_THAT(schedule(), HasSubstr(R"("retired":true)")) << "while something takes place in it";
  UpdateTopicRequest back = changing(retired);
  back.mutable_topic()->set_retired(false);
  changed(back);
  EXPECT_EQ(send("CreateSeries", weekly()).status, 200U);
}

TEST_F(calendar_topics_api, the_schedule_says_how_one_comes_in_and_no_topic_in_which_nothing_is_planned_any_more) {
  CreateSeriesRequest with_code = weekly();
  with_code.mutable_series()->mutable_door()->set_kind(DOOR_KIND_CODE);
  with_code.mutable_series()->mutable_door()->set_code("MOON7");
  told<CreateSeriesResponse>("CreateSeries", with_code);
  add("Food");
  UpdateTopicRequest away = changing(read());
  EXPECT_EQ(away.topic().title(), "Food");
  away.mutable_topic()->set_retired(true);
  changed(away);
  const std::string told_to_all = schedule();
  EXPECT_THAT(told_to_all, HasSubstr(R"("door":"DOOR_KIND_CODE")"));
  EXPECT_THAT(told_to_all, ::testing::Not(HasSubstr("MOON7")));
  EXPECT_THAT(told_to_all, ::testing::Not(HasSubstr("Food")));
}

TEST_F(calendar_topics_api, topics_come_in_pages) {
  for (const char* title : {"Two", "Three", "Four"}) add(title);
  ListTopicsRequest request;
  request.set_page_size(3);
  const auto first = told<ListTopicsResponse>("ListTopics", request);
  EXPECT_EQ(first.topics_size(), 3);
  request.set_page_token(first.next_page_token());
  const auto second = told<ListTopicsResponse>("ListTopics", request);
  ASSERT_EQ(second.topics_size(), 1);
  EXPECT_EQ(second.topics(0).title(), "Two");
  EXPECT_EQ(second.next_page_token(), "");
  request.set_page_size(4);
  request.clear_page_token();
  EXPECT_EQ(told<ListTopicsResponse>("ListTopics", request).next_page_token(), "") << "exactly full";
  request.set_page_token("nobody");
  EXPECT_THAT(send("ListTopics", request).body, HasSubstr("from the first page"));
}

TEST_F(calendar_topics_api, a_page_has_200_rows_at_most_in_every_list) {
  const Series s = made();
  const auto status = [&](const char* method, auto request, std::uint32_t size) {
    if constexpr (requires { request.set_date("2026-11-24"); }) {
      request.set_series(s.id());
      request.set_date("2026-11-24");
    }
    request.set_page_size(size);
    return send(method, request).status;
  };
  for (const auto& [size, expected] : {std::pair(200U, 200U), std::pair(201U, 400U)}) {
    EXPECT_EQ(status("ListTopics", ListTopicsRequest{}, size), expected);
    EXPECT_EQ(status("ListSeries", ListSeriesRequest{}, size), expected);
    EXPECT_EQ(status("ListPlaces", ListPlacesRequest{}, size), expected);
    EXPECT_EQ(status("ListMeetings", ListMeetingsRequest{}, size), expected);
  }
}

TEST_F(calendar_topics_api, series_and_places_come_in_pages) {
  const Series s = made();
  made();
  ListSeriesRequest series;
  series.set_page_size(1);
  const auto first = told<ListSeriesResponse>("ListSeries", series);
  series.set_page_token(first.next_page_token());
  const auto second = told<ListSeriesResponse>("ListSeries", series);
  EXPECT_NE(first.series(0).id(), second.series(0).id());
  EXPECT_EQ(second.next_page_token(), "");
  for (const char* name : {"Ana", "Bea", "Cora"}) told<KeepPlaceResponse>("KeepPlace", place(s), role::member, name);
  ListPlacesRequest places;
  places.set_series(s.id());
  places.set_date("2026-11-24");
  places.set_page_size(2);
  const auto page = told<ListPlacesResponse>("ListPlaces", places);
  EXPECT_EQ(page.places_size(), 2);
  places.set_page_token(page.next_page_token());
  const auto rest = told<ListPlacesResponse>("ListPlaces", places);
  ASSERT_EQ(rest.places_size(), 1);
  EXPECT_EQ(rest.places(0).name(), "Cora");
}

TEST_F(calendar_topics_api, meetings_of_what_is_not_there_are_refused_and_not_an_empty_list) {
  made();
  const auto refused = [&](const ListMeetingsRequest& request) { return send("ListMeetings", request).body; };
  ListMeetingsRequest request = year();
  request.set_topic("nobody");
  EXPECT_THAT(refused(request), HasSubstr(R"("field":"topic","code":"topic_unknown")"));
  request = year();
  request.set_language("fr");
  EXPECT_THAT(refused(request), HasSubstr(R"("field":"language","code":"language_unknown")"));
  request = year();
  request.set_when(static_cast<ListMeetingsRequest::When>(9));
  EXPECT_THAT(refused(request), HasSubstr(R"("field":"when","code":"choice_unknown")"));
  request = year();
  request.set_topic(topic_);
  request.set_language("en");
  EXPECT_EQ(listed(request).size(), 4U);
}

}  // namespace
}  // namespace nightlight::transport
