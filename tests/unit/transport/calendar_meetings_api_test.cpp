#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

TEST_F(calendar_api, a_place_is_kept_once_and_the_next_waits_until_somebody_leaves) {
  const Series s = made();
  const auto keep = [&](const std::string& who) {
    return told<KeepPlaceResponse>("KeepPlace", place(s), role::member, who).waiting();
  };
  EXPECT_FALSE(keep("Ana"));
  EXPECT_FALSE(keep("Ana"));
  EXPECT_TRUE(keep("Bea"));
  EXPECT_TRUE(keep("Cleo"));
  LeavePlaceRequest leave;
  leave.set_series(s.id());
  leave.set_date("2026-11-24");
  EXPECT_EQ(send("LeavePlace", leave, role::member, "Ana").status, 200U);
  EXPECT_EQ(send("LeavePlace", leave, role::member, "Ana").status, 404U);
  EXPECT_FALSE(keep("Bea"));
  ListPlacesRequest list;
  list.set_series(s.id());
  list.set_date("2026-11-24");
  const auto places = told<ListPlacesResponse>("ListPlaces", list);
  ASSERT_EQ(places.places_size(), 2);
  EXPECT_EQ(places.places(0).name(), "Bea");
  EXPECT_FALSE(places.places(0).waiting());
  EXPECT_EQ(places.places(1).name(), "Cleo");
  EXPECT_EQ(send("KeepPlace", place(s, "2026-11-25"), role::member).status, 404U);
  front_.clock.set(tuesday_noon + std::chrono::hours{10});
  EXPECT_EQ(send("KeepPlace", place(s), role::member, "Dora").status, 400U);
}

TEST_F(calendar_api, who_keeps_a_place_comes_in_by_a_link_of_her_own_once_there_is_a_room) {
  const Series s = made();
  for (const char* who : {"Ana", "Bea"}) told<KeepPlaceResponse>("KeepPlace", place(s), role::member, who);
  ComeInRequest request;
  request.set_series(s.id());
  request.set_date("2026-11-24");
  EXPECT_THAT(send("ComeIn", request, role::member, "Ana").body, HasSubstr("a quarter of an hour before"));
  front_.now([&](records& r) {
    return r.calendar().put_meeting_room({series_id{s.id()}, *domain::calendar::local_day_of("2026-11-24")},
                                         front_.room);
  });
  const auto door = told<ComeInResponse>("ComeIn", request, role::member, "Ana");
  EXPECT_EQ(door.room(), front_.room.value);
  front_.now([&](records& r) -> result<void> {
    const auto found = *accounts::find_invitation(r, accounts::secret{door.invitation()}, tuesday_noon);
    EXPECT_EQ(found->person, person_id{"Ana"});
    EXPECT_EQ(found->room, front_.room);
    return {};
  });
  EXPECT_THAT(send("ComeIn", request, role::member, "Bea").body, HasSubstr("waiting list"));
  EXPECT_EQ(send("ComeIn", request, role::member, "Cleo").status, 404U);
}

TEST_F(calendar_api, nobody_keeps_a_place_in_what_does_not_take_place) {
  const Series s = made();
  told<KeepPlaceResponse>("KeepPlace", place(s, "2026-12-01"), role::member);
  const auto skipped = told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(s, "2026-12-01"));
  ASSERT_EQ(skipped.warnings_size(), 1);
  EXPECT_EQ(skipped.warnings(0).kind(), Warning::KIND_PLACES_LOST);
  EXPECT_EQ(skipped.warnings(0).count(), 1U);
  EXPECT_THAT(send("KeepPlace", place(s, "2026-12-01"), role::member, "Bea").body, HasSubstr("does not take place"));
}

TEST_F(calendar_api, meetings_are_listed_in_pages) {
  made();
  CreateSeriesRequest same_time = weekly();
  same_time.mutable_series()->set_language("es");
  told<CreateSeriesResponse>("CreateSeries", same_time);
  ListMeetingsRequest request = year();
  request.set_page_size(3);
  std::size_t seen = 0;
  for (int page = 0; page < 3; ++page) {
    const auto response = told<ListMeetingsResponse>("ListMeetings", request, role::member);
    seen += static_cast<std::size_t>(response.meetings_size());
    request.set_page_token(response.next_page_token());
  }
  EXPECT_EQ(seen, 8u);
  EXPECT_EQ(request.page_token(), "");
  request.set_language("es");
  EXPECT_EQ(told<ListMeetingsResponse>("ListMeetings", request, role::member).meetings_size(), 3);
  for (const char* nonsense : {"x", "..", "1.2.3", "99999999999999999999.a.2026-11-24", "1.a.2026-02-30"}) {
    request.set_page_token(nonsense);
    EXPECT_EQ(send("ListMeetings", request, role::member).status, 400U) << nonsense;
  }
  request.clear_page_token();
  request.set_page_size(201);
  EXPECT_EQ(send("ListMeetings", request, role::member).status, 400U);
}

TEST_F(calendar_api, tonight_lasts_until_four_in_the_morning_where_she_is) {
  made();
  ListMeetingsRequest request;
  request.set_when(ListMeetingsRequest::WHEN_TONIGHT);
  EXPECT_THAT(listed(request), ElementsAre("2026-11-24T20:00"));
  request.set_viewer_zone("Europe/Madrid");
  EXPECT_THAT(told<ListMeetingsResponse>("ListMeetings", request, role::member).meetings(0).viewer_start(),
              "2026-11-25T03:00");
  front_.clock.set(tuesday_noon + std::chrono::hours{8} + std::chrono::minutes{59});
  EXPECT_EQ(listed(request).size(), 1u) << "it is on";
  front_.clock.set(tuesday_noon + std::chrono::hours{9});
  EXPECT_TRUE(listed(request).empty());
  request.set_viewer_zone("Mars");
  EXPECT_EQ(send("ListMeetings", request, role::member).status, 400U);
}

TEST_F(calendar_api, spans_of_any_numbers_are_answered) {
  made();
  for (const std::int64_t from :
       {std::int64_t{0}, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    ListMeetingsRequest request;
    request.set_when(ListMeetingsRequest::WHEN_SPAN);
    request.set_from_ms(from);
    request.set_to_ms(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(send("ListMeetings", request, role::member).status, 200U);
  }
}

TEST_F(calendar_api, the_calendar_and_the_schedule_are_for_everybody_and_follow_changes) {
  EXPECT_THAT(get("/schedule.json").body + std::string(get("/schedule.json").bytes()), HasSubstr("Our circle"));
  const Series s = made();
  const http_response ics = get("/calendar.ics");
  EXPECT_EQ(ics.status, 200U);
  EXPECT_THAT(std::string(ics.bytes()), HasSubstr("RRULE:FREQ=WEEKLY;BYDAY=TU\r\n"));
  EXPECT_THAT(std::string(get("/calendar/series/" + s.id() + ".ics").bytes()),
              HasSubstr(s.id() + "@circle.example.org"));
  EXPECT_THAT(std::string(get("/calendar/topic/" + topic_ + ".ics").bytes()), HasSubstr(s.id()));
  EXPECT_EQ(get("/calendar/series/aaaaaaaaaaaa.ics").status, 404U);
  EXPECT_EQ(get("/calendar/series/.ics").status, 404U);
  EXPECT_EQ(get("/calendar/series/../x.ics").status, 404U);
  EXPECT_THAT(std::string(get("/schedule.json").bytes()), HasSubstr(R"("localStart":"2026-11-24T20:00")"));
  EXPECT_THAT(std::string(get("/schedule.json").bytes()), ::testing::Not(HasSubstr(kim_)));
  told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(s, "2026-12-01"));
  EXPECT_THAT(std::string(get("/calendar.ics").bytes()), HasSubstr("STATUS:CANCELLED\r\n"));
}

}  // namespace
}  // namespace nightlight::transport
