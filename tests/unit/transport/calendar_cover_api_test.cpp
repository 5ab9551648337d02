// Cover over the API: who asks, who takes it, and what a date without enough people says of itself.
#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

class cover_api : public calendar_api {
 protected:
  cover_api() {
    front_.now([&](records& r) -> result<void> {
      noor_ = accounts::add_staff(r, "Noor", role::facilitator, "correct horse")->id;
      mia_ = accounts::add_staff(r, "Mia", role::facilitator, "correct horse")->id;
      return {};
    });
    series_ = made();
  }

  template <class Work>
  auto as(const person_id& who, Work work) {
    const person_id before = std::exchange(front_.facilitator, who);
    auto found = work();
    front_.facilitator = before;
    return found;
  }
  AskForCoverRequest asking(const std::string& words = "a fever") const {
    auto request = about_day<AskForCoverRequest>();
    request.set_words(words);
    return request;
  }
  TakeCoverRequest taking(Seat seat = SEAT_LEAD) const {
    auto request = about_day<TakeCoverRequest>();
    request.set_etag(series_.etag());
    request.set_seat(seat);
    return request;
  }
  template <class Request>
  Request about_day() const {
    Request request;
    request.set_series(series_.id());
    request.set_date(day);
    return request;
  }
  Meeting on_day(role as = role::on_call) {
    const auto all = told<ListMeetingsResponse>("ListMeetings", year(), as);
    for (const Meeting& m : all.meetings()) {
      if (m.date() == day) return m;
    }
    return {};
  }

  const std::string day = "2026-12-01";
  person_id noor_, mia_;
  Series series_;
};

TEST_F(cover_api, whoever_cannot_come_asks_and_the_whole_team_reads_it) {
  told<AskForCoverResponse>("AskForCover", asking());
  const Meeting m = on_day();
  ASSERT_EQ(m.covers_size(), 1);
  EXPECT_EQ(m.covers(0).seat(), SEAT_LEAD);
  EXPECT_EQ(m.covers(0).asked_by(), kim_);
  EXPECT_EQ(m.covers(0).words(), "a fever");
  EXPECT_EQ(m.covers(0).asked_at_ms(), to_unix_ms(tuesday_noon));
  EXPECT_EQ(m.etag(), "1") << "asking changes no plan";
  EXPECT_EQ(m.staffing(), Meeting::STAFFING_NOBODY_LEADS) << "Lee is a moderator";
  EXPECT_EQ(on_day(role::member).covers_size(), 0);
  EXPECT_EQ(on_day(role::member).etag(), "");
  EXPECT_EQ(on_day(role::member).staffing(), Meeting::STAFFING_UNSPECIFIED);
  told<AskForCoverResponse>("AskForCover", asking("feeling worse"));
  EXPECT_EQ(on_day().covers_size(), 1);
  EXPECT_EQ(on_day().covers(0).words(), "feeling worse");
}

TEST_F(cover_api, who_takes_it_is_the_date_s_substitute) {
  told<AskForCoverResponse>("AskForCover", asking());
  const Series now = as(noor_, [&] { return told<ChangeDateResponse>("TakeCover", taking()).series(); });
  EXPECT_EQ(now.etag(), "2");
  ASSERT_EQ(now.changes_size(), 1);
  EXPECT_EQ(now.changes(0).facilitator(), calendar::text_of(noor_));
  EXPECT_EQ(on_day().facilitator(), calendar::text_of(noor_));
  EXPECT_EQ(on_day().covers_size(), 0);
  EXPECT_EQ(on_day().staffing(), Meeting::STAFFING_ENOUGH);
  const http_response feed = get("/calendar/series/" + now.id() + ".ics");
  ASSERT_NE(feed.shared_body, nullptr);
  EXPECT_THAT(*feed.shared_body, HasSubstr("SEQUENCE:1\r\n"));
}

TEST_F(cover_api, the_first_has_it_and_the_next_is_told_so) {
  told<AskForCoverResponse>("AskForCover", asking());
  auto first = taking();
  first.set_idempotency_key("one");
  as(noor_, [&] { return told<ChangeDateResponse>("TakeCover", first); });
  const http_response late = as(mia_, [&] { return send("TakeCover", taking()); });
  EXPECT_EQ(late.status, 400U);
  EXPECT_THAT(late.body, HasSubstr("Somebody was quicker"));
  const auto again = as(noor_, [&] { return told<ChangeDateResponse>("TakeCover", first); });
  EXPECT_EQ(again.series().etag(), "2") << "once, however often it is sent";
  EXPECT_THAT(send("WithdrawCover", about_day<WithdrawCoverRequest>()).body, HasSubstr("Somebody was quicker"));
}

TEST_F(cover_api, a_plan_that_was_changed_meanwhile_is_looked_at_first) {
  told<AskForCoverResponse>("AskForCover", asking());
  told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(series_, "2026-12-08"));
  EXPECT_EQ(as(noor_, [&] { return send("TakeCover", taking()); }).status, 409U);
  EXPECT_EQ(on_day().covers_size(), 1);
}

TEST_F(cover_api, is_asked_for_by_those_two_and_taken_by_somebody_else_who_may_lead) {
  EXPECT_THAT(as(noor_, [&] { return send("AskForCover", asking()); }).body, HasSubstr("You are not on the team"));
  EXPECT_EQ(send("AskForCover", asking(), role::member).status, 403U);
  EXPECT_THAT(send("TakeCover", taking()).body, HasSubstr("nobody is needed"));
  told<AskForCoverResponse>("AskForCover", asking());
  EXPECT_THAT(send("TakeCover", taking()).body, HasSubstr("You are on this date already"));
  EXPECT_THAT(send("TakeCover", taking(SEAT_SECOND)).body, HasSubstr("nobody is needed"));
  EXPECT_THAT(send("TakeCover", taking(SEAT_UNSPECIFIED)).body, HasSubstr(R"("field":"seat")"));
  EXPECT_EQ(send("TakeCover", taking(), role::moderator).status, 403U);
  told<WithdrawCoverResponse>("WithdrawCover", about_day<WithdrawCoverRequest>());
  EXPECT_EQ(on_day().covers_size(), 0);
  EXPECT_EQ(on_day().staffing(), Meeting::STAFFING_ENOUGH);
}

TEST_F(cover_api, words_are_one_plain_line_of_two_hundred) {
  told<AskForCoverResponse>("AskForCover", asking(""));
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "ñ";
  told<AskForCoverResponse>("AskForCover", asking(longest));
  EXPECT_THAT(send("AskForCover", asking(longest + "a")).body, HasSubstr(R"({"field":"words","code":"too_long")"));
  EXPECT_THAT(send("AskForCover", asking("two\nlines")).body, HasSubstr("letters_not_allowed"));
  EXPECT_THAT(send("AskForCover", asking("turned \u202e around")).body, HasSubstr("letters_not_allowed"));
  auto nowhere = asking();
  nowhere.set_date("2026-12-02");
  EXPECT_EQ(send("AskForCover", nowhere).status, 404U);
  nowhere.set_date("tomorrow");
  EXPECT_THAT(send("AskForCover", nowhere).body, HasSubstr("time_unreadable"));
}

TEST_F(cover_api, is_over_when_the_plan_puts_somebody_else_there_or_the_date_goes) {
  told<AskForCoverResponse>("AskForCover", asking());
  auto substitute = about<SubstituteDateRequest>(series_, day);
  substitute.set_facilitator(calendar::text_of(mia_));
  series_ = told<ChangeDateResponse>("SubstituteDate", substitute).series();
  EXPECT_EQ(on_day().covers_size(), 0);
  EXPECT_THAT(as(noor_, [&] { return send("TakeCover", taking()); }).body, HasSubstr("nobody is needed"));
  told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(series_, day));
  EXPECT_EQ(as(mia_, [&] { return send("AskForCover", asking()); }).status, 400U);
}

TEST_F(cover_api, a_substitute_who_is_nobody_is_no_change_and_a_day_is_skipped_once) {
  EXPECT_THAT(send("SubstituteDate", about<SubstituteDateRequest>(series_, day)).body,
              HasSubstr(R"({"field":"facilitator","code":"missing")"));
  series_ = told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(series_, day)).series();
  EXPECT_EQ(series_.etag(), "2");
  EXPECT_EQ(told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(series_, day)).series().etag(), "2");
  series_.set_etag("1");
  EXPECT_EQ(send("SkipDate", about<SkipDateRequest>(series_, day)).status, 409U) << "she has seen another version";
}

}  // namespace
}  // namespace nightlight::transport
