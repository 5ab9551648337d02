#include <algorithm>

#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

using ::testing::Not;

class series_door_api : public calendar_api {
 protected:
  Series made_with(DoorKind kind, const std::string& code = {}) {
    CreateSeriesRequest request = weekly();
    request.mutable_series()->mutable_door()->set_kind(kind);
    request.mutable_series()->mutable_door()->set_code(code);
    return told<CreateSeriesResponse>("CreateSeries", request).series();
  }
  Series read(const Series& s, role as) {
    GetSeriesRequest request;
    request.set_series(s.id());
    return told<GetSeriesResponse>("GetSeries", request, as).series();
  }
  UpdateSeriesRequest edit(Series s, Scope scope = SCOPE_ALL) {
    UpdateSeriesRequest request;
    *request.mutable_series() = std::move(s);
    request.set_scope(scope);
    request.set_date("2026-12-01");
    return request;
  }
  void make_room_for(const Series& s) {
    front_.now([&](records& r) {
      return r.calendar().put_meeting_room({series_id{s.id()}, *domain::calendar::local_day_of("2026-11-24")},
                                           front_.room);
    });
  }
  std::uint32_t comes_in(const Series& s, const std::string& who) {
    ComeInRequest request;
    request.set_series(s.id());
    request.set_date("2026-11-24");
    return send("ComeIn", request, role::member, who).status;
  }
};

TEST_F(series_door_api, a_series_without_a_door_is_open_and_says_so) {
  const Series s = made();
  EXPECT_TRUE(s.has_door());
  EXPECT_EQ(s.door().kind(), DOOR_KIND_OPEN);
  make_room_for(s);
  EXPECT_EQ(comes_in(s, "Ana"), 200U) << "there is a place";
  told<KeepPlaceResponse>("KeepPlace", place(s), role::member, "Bea");
  EXPECT_EQ(comes_in(s, "Ana"), 404U) << "they are all kept";
  EXPECT_EQ(comes_in(s, "Bea"), 200U);
}

TEST_F(series_door_api, the_code_is_told_to_nobody_and_stays_until_another_is_typed) {
  const Series s = made_with(DOOR_KIND_CODE, "luna 42");
  EXPECT_TRUE(s.door().has_code());
  for (const role as : {role::member, role::facilitator}) {
    GetSeriesRequest request;
    request.set_series(s.id());
    EXPECT_THAT(send("GetSeries", request, as).body, Not(HasSubstr("luna")));
  }
  EXPECT_FALSE(read(s, role::member).door().has_code()) << "the rest is the team's";
  const Series same = told<UpdateSeriesResponse>("UpdateSeries", edit(s)).series();
  EXPECT_TRUE(same.door().has_code());
  Series doorless = same;
  doorless.clear_door();
  const Series still = told<UpdateSeriesResponse>("UpdateSeries", edit(doorless)).series();
  EXPECT_EQ(still.door().kind(), DOOR_KIND_CODE) << "a client that knows no doors changes none";
}

TEST_F(series_door_api, wrong_fields_are_named_and_nothing_is_saved) {
  CreateSeriesRequest request = weekly();
  request.mutable_series()->mutable_door()->set_kind(DOOR_KIND_CODE);
  EXPECT_THAT(send("CreateSeries", request).body, HasSubstr("door_code"));
  request.mutable_series()->mutable_door()->set_code("abc");
  EXPECT_THAT(send("CreateSeries", request).body, HasSubstr("code_unfit"));
  request.mutable_series()->mutable_door()->set_code("abcd");
  request.mutable_series()->mutable_door()->set_listening(201);
  EXPECT_THAT(send("CreateSeries", request).body, HasSubstr("listening"));
  EXPECT_EQ(told<ListSeriesResponse>("ListSeries", ListSeriesRequest{}).series_size(), 0);
  request.mutable_series()->mutable_door()->set_listening(200);
  EXPECT_EQ(send("CreateSeries", request).status, 200U);
}

TEST_F(series_door_api, one_day_cannot_have_another_door_and_the_days_after_it_keep_theirs) {
  const Series s = made_with(DOOR_KIND_REGISTERED);
  Series one = s;
  one.set_start("2026-12-01T20:30");
  EXPECT_EQ(send("UpdateSeries", edit(one, SCOPE_THIS)).status, 200U);
  one.set_etag("2");
  one.mutable_door()->set_kind(DOOR_KIND_OPEN);
  EXPECT_THAT(send("UpdateSeries", edit(one, SCOPE_THIS)).body, HasSubstr("for_all_days_only"));
  Series rest = s;
  rest.set_etag("2");
  rest.set_start("2026-12-01T20:00");
  rest.clear_door();
  const auto divided = told<UpdateSeriesResponse>("UpdateSeries", edit(rest, SCOPE_FOLLOWING));
  EXPECT_EQ(divided.series().door().kind(), DOOR_KIND_REGISTERED);
  EXPECT_EQ(divided.ended().door().kind(), DOOR_KIND_REGISTERED);
}

TEST_F(series_door_api, a_circle_that_asks_for_a_place_lets_nobody_in_without_one) {
  const Series s = made_with(DOOR_KIND_REGISTERED);
  make_room_for(s);
  EXPECT_EQ(comes_in(s, "Ana"), 404U);
  told<KeepPlaceResponse>("KeepPlace", place(s), role::member, "Ana");
  EXPECT_EQ(comes_in(s, "Ana"), 200U);
}

TEST_F(series_door_api, a_circle_by_invitation_keeps_places_for_those_who_came_by_a_link_into_it) {
  const Series s = made_with(DOOR_KIND_INVITATION);
  EXPECT_THAT(send("KeepPlace", place(s), role::member, "Ana").body, HasSubstr("whoever has its link"));
  EXPECT_EQ(send("KeepPlace", place(s)).status, 200U) << "the team";
  make_room_for(s);
  EXPECT_EQ(send("KeepPlace", place(s), role::member, "Ana").status, 200U) << "her session came by a link to it";
}

TEST_F(series_door_api, the_team_gets_a_link_to_hand_out_whatever_the_door_is) {
  const Series s = made_with(DOOR_KIND_INVITATION);
  ComeInRequest request;
  request.set_series(s.id());
  request.set_date("2026-11-24");
  EXPECT_THAT(send("ComeIn", request).body, HasSubstr("a quarter of an hour before"));
  make_room_for(s);
  const auto handed = told<ComeInResponse>("ComeIn", request);
  front_.now([&](records& r) -> result<void> {
    const auto found = *accounts::find_invitation(r, accounts::secret{handed.invitation()}, tuesday_noon);
    EXPECT_FALSE(found->person);
    EXPECT_LT(found->uses_left, 0);
    EXPECT_EQ(static_cast<role>(found->role), role::member);
    return {};
  });
  EXPECT_EQ(comes_in(s, "Ana"), 404U);
}

TEST_F(series_door_api, a_list_says_how_one_comes_in) {
  made_with(DOOR_KIND_CODE, "luna42");
  const auto listed = told<ListMeetingsResponse>("ListMeetings", ListMeetingsRequest{}, role::member);
  ASSERT_GE(listed.meetings_size(), 1);
  EXPECT_EQ(listed.meetings(0).door(), DOOR_KIND_CODE);
}

TEST_F(series_door_api, a_list_names_the_room_to_whoever_may_come_in_without_a_place_and_to_nobody_else) {
  for (const DoorKind kind : {DOOR_KIND_OPEN, DOOR_KIND_CODE, DOOR_KIND_INVITATION, DOOR_KIND_REGISTERED}) {
    const Series s = made_with(kind, kind == DOOR_KIND_CODE ? "luna42" : "");
    make_room_for(s);
    const auto listed = told<ListMeetingsResponse>("ListMeetings", ListMeetingsRequest{}, role::member, "Ana");
    const auto first = std::ranges::find_if(
        listed.meetings(), [&](const Meeting& m) { return m.series() == s.id() && m.date() == "2026-11-24"; });
    ASSERT_NE(first, listed.meetings().end());
    EXPECT_EQ(first->room() != "", kind == DOOR_KIND_OPEN || kind == DOOR_KIND_CODE) << kind;
  }
}

}  // namespace
}  // namespace nightlight::transport
