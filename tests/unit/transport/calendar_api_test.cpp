#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

TEST_F(calendar_api, a_series_is_made_read_and_listed) {
  const auto response = told<CreateSeriesResponse>("CreateSeries", weekly());
  EXPECT_EQ(response.series().etag(), "1");
  EXPECT_EQ(response.warnings_size(), 0);
  EXPECT_THAT(listed(year()),
              ElementsAre("2026-11-24T20:00", "2026-12-01T20:00", "2026-12-08T20:00", "2026-12-15T20:00"));
  GetSeriesRequest by_id;
  by_id.set_series(response.series().id());
  EXPECT_EQ(told<GetSeriesResponse>("GetSeries", by_id, role::on_call).series().facilitator(), kim_);
  EXPECT_EQ(told<GetSeriesResponse>("GetSeries", by_id, role::member).series().facilitator(), "");
  EXPECT_EQ(told<ListSeriesResponse>("ListSeries", ListSeriesRequest{}, role::member).series_size(), 1);
  EXPECT_EQ(told<ListTopicsResponse>("ListTopics", ListTopicsRequest{}, role::member).topics(0).id(), topic_);
  EXPECT_EQ(told<ListTeamResponse>("ListTeam", ListTeamRequest{}).members_size(), 2);
  by_id.set_series("nobody");
  EXPECT_EQ(send("GetSeries", by_id).status, 404U);
}

TEST_F(calendar_api, only_facilitators_and_admins_plan) {
  for (const role as : {role::member, role::moderator, role::on_call}) {
    EXPECT_EQ(send("CreateSeries", weekly(), as).status, 403U);
    EXPECT_EQ(send("SkipDate", SkipDateRequest{}, as).status, 403U);
  }
  EXPECT_EQ(send("CreateSeries", weekly(), role::admin).status, 200U);
  EXPECT_EQ(send("ListPlaces", ListPlacesRequest{}, role::member).status, 403U);
  EXPECT_EQ(send("ListTeam", ListTeamRequest{}, role::member).status, 403U);
  EXPECT_EQ(send("ListTeam", ListTeamRequest{}, role::moderator).status, 200U) << "she sees who comes beside her";
}

TEST_F(calendar_api, every_wrong_field_is_named_and_nothing_is_saved) {
  CreateSeriesRequest request = weekly();
  Series& s = *request.mutable_series();
  s.set_title("bidi \u202e name");
  s.set_rrule("FREQ=DAILY;COUNT=1000000");
  s.set_second(kim_);
  http_response refused = send("CreateSeries", request);
  EXPECT_EQ(refused.status, 400U);
  EXPECT_THAT(refused.body, HasSubstr(R"("code":"invalid_argument")"));
  EXPECT_THAT(refused.body, HasSubstr(R"("type":"nightlight.api.v1.FieldViolations")"));
  EXPECT_THAT(refused.body, HasSubstr(R"({"field":"title","code":"letters_not_allowed","message":")"));
  EXPECT_THAT(refused.body, HasSubstr(R"({"field":"rrule","code":"rule_has_too_many_days")"));
  request = weekly();
  request.mutable_series()->set_second(kim_);
  request.mutable_series()->set_topic("nobody");
  refused = send("CreateSeries", request);
  EXPECT_THAT(refused.body, HasSubstr(R"({"field":"second","code":"same_person")"));
  EXPECT_THAT(refused.body, HasSubstr(R"({"field":"topic","code":"topic_unknown")"));
  EXPECT_TRUE(listed(year()).empty());
}

TEST_F(calendar_api, checking_while_typing_saves_nothing) {
  CreateSeriesRequest request = weekly();
  request.set_check_only(true);
  request.mutable_series()->clear_second();
  const auto response = told<CreateSeriesResponse>("CreateSeries", request);
  ASSERT_GT(response.warnings_size(), 0);
  EXPECT_EQ(response.warnings(0).kind(), Warning::KIND_NO_SECOND);
  EXPECT_TRUE(listed(year()).empty());
}

TEST_F(calendar_api, somebody_who_is_booked_twice_is_told_of) {
  made();
  CreateSeriesRequest other = weekly();
  other.mutable_series()->set_start("2026-11-24T20:30");
  other.mutable_series()->set_rrule("");
  const auto response = told<CreateSeriesResponse>("CreateSeries", other);
  ASSERT_EQ(response.warnings_size(), 2);
  EXPECT_EQ(response.warnings(0).kind(), Warning::KIND_BOOKED_TWICE);
  EXPECT_EQ(response.warnings(0).other_date(), "2026-11-24");
  other.mutable_series()->set_start("2026-11-24T21:00");
  EXPECT_EQ(told<CreateSeriesResponse>("CreateSeries", other).warnings_size(), 2) << "with the second, not the first";
}

TEST_F(calendar_api, of_two_who_edit_at_once_the_second_is_shown_both) {
  const Series s = made();
  UpdateSeriesRequest first;
  *first.mutable_series() = s;
  first.set_scope(SCOPE_ALL);
  first.mutable_series()->set_title("First");
  EXPECT_EQ(told<UpdateSeriesResponse>("UpdateSeries", first).series().etag(), "2");
  UpdateSeriesRequest second = first;
  second.mutable_series()->set_title("Second");
  const http_response refused = send("UpdateSeries", second);
  EXPECT_EQ(refused.status, 409U);
  EXPECT_THAT(refused.body, HasSubstr(R"("code":"aborted")"));
  EXPECT_THAT(refused.body, HasSubstr(R"("title":"First")"));
  EXPECT_THAT(refused.body, HasSubstr(R"("title":"Second")"));
  EXPECT_EQ(send("SkipDate", about<SkipDateRequest>(s, "2026-12-01")).status, 409U);
}

TEST_F(calendar_api, a_change_says_which_version_it_has_seen) {
  const Series s = made();
  for (const char* etag : {"", "abc", "-1"}) {
    UpdateSeriesRequest edit;
    *edit.mutable_series() = s;
    edit.set_scope(SCOPE_ALL);
    edit.mutable_series()->set_etag(etag);
    auto skip = about<SkipDateRequest>(s, "2026-12-01");
    skip.set_etag(etag);
    for (const http_response& refused : {send("UpdateSeries", edit), send("SkipDate", skip)}) {
      EXPECT_EQ(refused.status, 400U) << etag;
      EXPECT_THAT(refused.body, HasSubstr(R"("field":"etag","code":"missing")")) << etag;
    }
  }
}

TEST_F(calendar_api, single_days_are_skipped_moved_substituted_added_and_restored) {
  Series s = made();
  s = told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(s, "2026-12-01")).series();
  auto move = about<MoveDateRequest>(s, "2026-12-08");
  move.set_start("2026-12-09T18:00");
  s = told<ChangeDateResponse>("MoveDate", move).series();
  auto add = about<AddDateRequest>(s, "");
  add.set_start("2026-12-12T10:00");
  s = told<ChangeDateResponse>("AddDate", add).series();
  auto substitute = about<SubstituteDateRequest>(s, "2026-12-08");
  substitute.set_facilitator(lee_);
  s = told<ChangeDateResponse>("SubstituteDate", substitute).series();
  EXPECT_THAT(listed(year()), ElementsAre("2026-11-24T20:00", "2026-12-01T20:00 cancelled", "2026-12-09T18:00",
                                          "2026-12-12T10:00", "2026-12-15T20:00"));
  EXPECT_EQ(told<ListMeetingsResponse>("ListMeetings", year(), role::on_call).meetings(2).facilitator(), lee_);
  s = told<ChangeDateResponse>("RestoreDate", about<RestoreDateRequest>(s, "2026-12-01")).series();
  s = told<ChangeDateResponse>("RestoreDate", about<RestoreDateRequest>(s, "2026-12-12")).series();
  EXPECT_EQ(s.changes_size(), 1);
  EXPECT_EQ(s.etag(), "7");
  EXPECT_THAT(send("SkipDate", about<SkipDateRequest>(s, "2026-12-02")).body, HasSubstr("day_unknown"));
  EXPECT_THAT(send("SkipDate", about<SkipDateRequest>(s, "tomorrow")).body, HasSubstr("time_unreadable"));
}

TEST_F(calendar_api, a_series_ends_before_a_day_and_who_had_a_place_there_loses_it) {
  const Series s = made();
  told<KeepPlaceResponse>("KeepPlace", place(s, "2026-12-15"), role::member);
  EXPECT_EQ(send("EndSeries", about<EndSeriesRequest>(s, "2026-12-02")).status, 400U);
  EXPECT_EQ(send("EndSeries", about<EndSeriesRequest>(s, "2026-12-08"), role::member).status, 403U);
  const auto ended = told<ChangeDateResponse>("EndSeries", about<EndSeriesRequest>(s, "2026-12-08"));
  ASSERT_GE(ended.warnings_size(), 1);
  EXPECT_EQ(ended.warnings(0).kind(), Warning::KIND_PLACES_LOST);
  EXPECT_THAT(listed(year()), ElementsAre("2026-11-24T20:00", "2026-12-01T20:00"));
  EXPECT_EQ(send("EndSeries", about<EndSeriesRequest>(s, "2026-12-01")).status, 409U) << "the version is another now";
  told<ChangeDateResponse>("EndSeries", about<EndSeriesRequest>(ended.series(), "2026-11-24"));
  EXPECT_THAT(listed(year()), ElementsAre("2026-11-24T20:00 cancelled"));
}

TEST_F(calendar_api, this_and_following_is_a_series_of_its_own_and_takes_the_places_along) {
  const Series s = made();
  EXPECT_FALSE(told<KeepPlaceResponse>("KeepPlace", place(s, "2026-12-08"), role::member).waiting());
  UpdateSeriesRequest edit;
  *edit.mutable_series() = s;
  edit.mutable_series()->set_start("2026-12-08T18:00");
  edit.set_scope(SCOPE_FOLLOWING);
  edit.set_date("2026-12-08");
  const auto changed = told<UpdateSeriesResponse>("UpdateSeries", edit);
  EXPECT_NE(changed.series().id(), s.id());
  EXPECT_EQ(changed.ended().id(), s.id());
  EXPECT_THAT(listed(year()),
              ElementsAre("2026-11-24T20:00", "2026-12-01T20:00", "2026-12-08T18:00", "2026-12-15T18:00"));
  const auto meetings = told<ListMeetingsResponse>("ListMeetings", year(changed.series().id()), role::member);
  EXPECT_EQ(meetings.meetings(0).mine(), Meeting::MINE_KEPT);
}

TEST_F(calendar_api, what_took_place_stays_as_it_was) {
  const Series s = made();
  front_.clock.set(tuesday_noon + std::chrono::hours{24});
  UpdateSeriesRequest edit;
  *edit.mutable_series() = s;
  edit.mutable_series()->set_start("2026-11-24T18:00");
  edit.mutable_series()->set_title("Later name");
  edit.set_scope(SCOPE_ALL);
  told<UpdateSeriesResponse>("UpdateSeries", edit);
  EXPECT_THAT(listed(year()),
              ElementsAre("2026-11-24T20:00", "2026-12-01T18:00", "2026-12-08T18:00", "2026-12-15T18:00"));
  const auto meetings = told<ListMeetingsResponse>("ListMeetings", year(), role::member).meetings();
  EXPECT_EQ(meetings[0].title(), "Newborn nights");
  EXPECT_EQ(meetings[0].zone_rules(), "test rules");
  EXPECT_THAT(send("SkipDate", about<SkipDateRequest>(s, "2026-11-24")).body, HasSubstr("day_is_past"));
}

TEST_F(calendar_api, a_write_that_is_sent_again_is_done_once) {
  CreateSeriesRequest request = weekly();
  request.set_idempotency_key("form-1");
  const auto first = told<CreateSeriesResponse>("CreateSeries", request);
  EXPECT_EQ(told<CreateSeriesResponse>("CreateSeries", request).series().id(), first.series().id());
  EXPECT_EQ(listed(year()).size(), 4u);
  request.mutable_series()->set_title("Something else");
  EXPECT_THAT(send("CreateSeries", request).body, HasSubstr("used for something else"));
  request.set_idempotency_key("no spaces");
  EXPECT_THAT(send("CreateSeries", request).body, HasSubstr("idempotency_key"));
  request.set_idempotency_key(std::string(65, 'a'));
  EXPECT_EQ(send("CreateSeries", request).status, 400U);
  request.set_idempotency_key(std::string(64, 'a'));
  EXPECT_EQ(send("CreateSeries", request).status, 200U);
}

}  // namespace
}  // namespace nightlight::transport
