// The link by which a calendar of her own reads the dates of one of the team.
#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

using ::testing::Not;

class own_feed_api : public calendar_api {
 protected:
  std::string link(const std::string& language = "") {
    MakeOwnFeedRequest request;
    request.set_language(language);
    return told<MakeOwnFeedResponse>("MakeOwnFeed", request).path();
  }
  // Without the fold.
  std::string lines_of(const std::string& path) {
    const http_response answered = get(path);
    EXPECT_EQ(answered.status, 200U) << answered.body;
    std::string text(answered.bytes());
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
    return text;
  }
  void change_kim(const std::function<void(staff_row&)>& change) {
    front_.now([&](records& r) -> result<void> {
      staff_row kim = **r.find_staff_by_id(front_.facilitator);
      change(kim);
      return r.put_staff(kim);
    });
  }
};

TEST_F(own_feed_api, it_tells_her_own_dates_and_her_part_in_them) {
  CreateSeriesRequest others = weekly();
  others.mutable_series()->set_title("Not hers");
  others.mutable_series()->set_facilitator(lee_);
  others.mutable_series()->clear_second();
  told<CreateSeriesResponse>("CreateSeries", others);
  Series s = made();
  auto substitute = about<SubstituteDateRequest>(s, "2026-12-01");
  substitute.set_facilitator(lee_);
  substitute.set_second(kim_);
  s = told<ChangeDateResponse>("SubstituteDate", substitute).series();
  AskForCoverRequest ask;
  ask.set_series(s.id());
  ask.set_date("2026-12-08");
  ask.set_words("the dentist");
  told<AskForCoverResponse>("AskForCover", ask);
  told<ChangeDateResponse>("SkipDate", about<SkipDateRequest>(s, "2026-12-15"));
  const std::string text = lines_of(link());
  EXPECT_THAT(text, HasSubstr("DTSTART:20261125T020000Z\r\n"));
  EXPECT_THAT(text, HasSubstr("SUMMARY:Newborn nights (you lead)\r\n"));
  EXPECT_THAT(text, HasSubstr("DTSTART:20261202T020000Z\r\nDTEND:20261202T030000Z\r\n"
                              "SUMMARY:Newborn nights (you help)\r\n"));
  EXPECT_THAT(text, HasSubstr("STATUS:TENTATIVE\r\nDTSTART:20261209T020000Z\r\nDTEND:20261209T030000Z\r\n"
                              "SUMMARY:Newborn nights (you asked for cover)\r\n"));
  EXPECT_THAT(text, HasSubstr("STATUS:CANCELLED\r\nDTSTART:20261216T020000Z\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("Not hers")));
  EXPECT_THAT(text, Not(HasSubstr("dentist")));
}

TEST_F(own_feed_api, nobody_is_named_in_it_and_nobody_else_keeps_it) {
  told<KeepPlaceResponse>("KeepPlace", place(made()), role::member, "Anastasia");
  const http_response answered = get(link());
  EXPECT_THAT(std::string(answered.bytes()), Not(HasSubstr("Anastasia")));
  EXPECT_THAT(std::string(answered.bytes()), Not(HasSubstr("Kim")));
  EXPECT_THAT(std::string(answered.bytes()), Not(HasSubstr("Lee")));
  const auto caching = std::ranges::find(answered.fields, "Cache-Control", &http_field::name);
  ASSERT_NE(caching, answered.fields.end());
  EXPECT_EQ(caching->value, "private, no-store");
}

TEST_F(own_feed_api, its_words_are_in_the_language_she_chose) {
  made();
  EXPECT_THAT(lines_of(link("es")), HasSubstr("(la llevas tú)"));
  MakeOwnFeedRequest request;
  request.set_language("fr");
  EXPECT_THAT(send("MakeOwnFeed", request).body, HasSubstr(R"("field":"language")"));
}

TEST_F(own_feed_api, one_that_is_made_anew_takes_the_place_of_the_one_before) {
  EXPECT_EQ(told<GetOwnFeedResponse>("GetOwnFeed", GetOwnFeedRequest{}).made_at_ms(), 0);
  const std::string first = link();
  const std::string second = link();
  EXPECT_NE(first, second);
  EXPECT_EQ(get(first).status, 404U);
  EXPECT_EQ(get(second).status, 200U);
  EXPECT_EQ(told<GetOwnFeedResponse>("GetOwnFeed", GetOwnFeedRequest{}).made_at_ms(), to_unix_ms(tuesday_noon));
  told<StopOwnFeedResponse>("StopOwnFeed", StopOwnFeedRequest{});
  told<StopOwnFeedResponse>("StopOwnFeed", StopOwnFeedRequest{});
  EXPECT_EQ(get(second).status, 404U);
}

TEST_F(own_feed_api, a_disabled_account_and_a_made_up_link_find_nothing) {
  const std::string path = link();
  change_kim([](staff_row& kim) { kim.disabled = true; });
  EXPECT_EQ(get(path).status, 404U);
  change_kim([](staff_row& kim) { kim.disabled = false; });
  EXPECT_EQ(get(path).status, 200U);
  for (const std::string& made_up :
       {std::string("/calendar/own/.ics"), std::string("/calendar/own/"),
        "/calendar/own/" + std::string(32, 'a') + ".ics", "/calendar/own/" + std::string(33, 'a') + ".ics",
        "/calendar/own/" + std::string(5'000, 'a') + ".ics", path.substr(0, path.size() - 1), path + "/"}) {
    EXPECT_EQ(get(made_up).status, 404U) << made_up;
  }
  EXPECT_EQ(send("MakeOwnFeed", MakeOwnFeedRequest{}, role::member).status, 403U);
  EXPECT_EQ(send("GetOwnFeed", GetOwnFeedRequest{}, role::member).status, 403U);
}

TEST_F(own_feed_api, every_line_ends_as_it_should_and_is_75_octets_long_at_most) {
  CreateSeriesRequest request = weekly();
  request.mutable_series()->set_title("Noches, ñandú; \\ y más: quién duerme cuándo, y con quién");
  told<CreateSeriesResponse>("CreateSeries", request);
  const http_response answered = get(link("es"));
  const std::string text(answered.bytes());
  EXPECT_THAT(text, HasSubstr("SUMMARY:Noches\\, ñandú\\; \\\\ y más"));
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find("\r\n", from);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - from, 75U);
    EXPECT_EQ(text.substr(from, end - from).find('\n'), std::string::npos);
    from = end + 2;
  }
}

}  // namespace
}  // namespace nightlight::transport
