#include "nightlight/api/v1/session.pb.h"
#include "unit/transport/calendar_api_fixture.hpp"

namespace nightlight::transport {
namespace {

class reminders_api : public calendar_api {
 protected:
  static SetRemindersRequest by_mail(const std::string& address) {
    SetRemindersRequest request;
    request.set_address(address);
    request.mutable_reminders()->set_language("en");
    request.mutable_reminders()->set_hour_before(true);
    return request;
  }
  http_response call(const std::string& method, const std::string& path, const std::string& body = "",
                     std::vector<http_field> fields = {}) {
    http_request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.fields = std::move(fields);
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  http_response come_back(const std::string& link) {
    return call("POST", "/nightlight.api.v1.SessionService/ComeBack",
                R"({"link":")" + link + R"(","keeping":"KEEPING_BEARER"})", {{"content-type", "application/json"}});
  }
  std::string stop_token_of(const std::string& member) {
    std::string token;
    front_.now([&](records& r) -> result<void> {
      const auto row = **r.calendar().find_reminder(person_id{member});
      token = front_.addresses.open(row.person, row.sealed)->stop.reveal();
      return {};
    });
    return token;
  }
  bool has_address(const std::string& member) {
    bool there = false;
    front_.now([&](records& r) -> result<void> {
      there = r.calendar().find_reminder(person_id{member})->has_value();
      return {};
    });
    return there;
  }
};

TEST_F(reminders_api, the_link_from_keeping_a_place_brings_her_back_to_it_as_often_as_she_likes) {
  const Series s = made();
  KeepPlaceRequest keep = place(s);
  keep.set_idempotency_key("once");
  const std::string link = told<KeepPlaceResponse>("KeepPlace", keep, role::member, "Ana").come_back();
  EXPECT_EQ(link.size(), 22u);
  EXPECT_EQ(told<KeepPlaceResponse>("KeepPlace", keep, role::member, "Ana").come_back(), link) << "asked again";
  front_.now([&](records& r) -> result<void> {
    EXPECT_EQ((*r.calendar().find_answer(person_id{"Ana"}, "once"))->answer.find(link), std::string::npos);
    EXPECT_EQ((*r.find_return_link_of(person_id{"Ana"}))->sealed.find(link), std::string::npos);
    return {};
  });
  for (int i = 0; i < 2; ++i) {
    const http_response back = come_back(link);
    ASSERT_EQ(back.status, 200U) << back.body;
    ComeBackResponse in;
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(back.body, &in).ok());
    EXPECT_EQ(in.name(), "Ana");
    const http_response seen = call("POST", "/nightlight.api.v1.CalendarService/ListMeetings", "{}",
                                    {{"content-type", "application/json"}, {"authorization", "Bearer " + in.token()}});
    EXPECT_THAT(seen.body, HasSubstr("MINE_KEPT"));
  }
  EXPECT_EQ(come_back("nonsense").status, 404U);
  EXPECT_EQ(come_back(std::string(22, 'A')).status, 404U);
  front_.clock.set(tuesday_noon + std::chrono::hours{9 + 24} - milliseconds{1});
  EXPECT_EQ(come_back(link).status, 200U);
  front_.clock.advance(milliseconds{1});
  EXPECT_EQ(come_back(link).status, 404U) << "a day after her last place";
}

TEST_F(reminders_api, the_team_gets_no_link_past_its_password) {
  EXPECT_EQ(told<KeepPlaceResponse>("KeepPlace", place(made())).come_back(), "");
}

TEST_F(reminders_api, are_chosen_and_stopped_and_never_say_the_address) {
  const Series s = made();
  EXPECT_EQ(send("SetReminders", by_mail("ana@example.org"), role::member).status, 404U);
  told<KeepPlaceResponse>("KeepPlace", place(s), role::member);
  const http_response kept = send("SetReminders", by_mail("ana@example.org"), role::member);
  EXPECT_EQ(kept.status, 200U) << kept.body;
  EXPECT_EQ(kept.body.find("ana@"), std::string::npos);
  const auto seen = told<GetRemindersResponse>("GetReminders", GetRemindersRequest{}, role::member);
  EXPECT_TRUE(seen.available());
  EXPECT_TRUE(seen.reminders().hour_before());
  EXPECT_EQ(seen.reminders().wording(), WORDING_NEUTRAL);
  told<StopRemindersResponse>("StopReminders", StopRemindersRequest{}, role::member);
  EXPECT_FALSE(told<GetRemindersResponse>("GetReminders", GetRemindersRequest{}, role::member).has_reminders());
}

TEST_F(reminders_api, a_wrong_address_is_refused_in_words_and_nothing_is_kept) {
  told<KeepPlaceResponse>("KeepPlace", place(made()), role::member);
  const http_response refused = send("SetReminders", by_mail("ana@example.org\r\nBcc: x@y"), role::member);
  EXPECT_EQ(refused.status, 400U);
  EXPECT_THAT(refused.body, HasSubstr("address_on_one_line"));
  EXPECT_EQ(refused.body.find("example.org"), std::string::npos);
  EXPECT_FALSE(has_address("Ana"));
}

TEST_F(reminders_api, looking_at_the_stop_page_stops_nothing_and_the_button_does) {
  told<KeepPlaceResponse>("KeepPlace", place(made()), role::member);
  told<SetRemindersResponse>("SetReminders", by_mail("ana@example.org"), role::member);
  const std::string path = "/stop/" + stop_token_of("Ana");
  for (const char* reads : {"GET", "HEAD"}) {
    const http_response page = call(reads, path);
    EXPECT_EQ(page.status, 200U);
    EXPECT_THAT(page.body, HasSubstr("<form method=\"post\">"));
    EXPECT_EQ(page.body.find(path), std::string::npos);
  }
  EXPECT_TRUE(has_address("Ana"));
  const http_response stopped = call("POST", path, "List-Unsubscribe=One-Click");
  EXPECT_EQ(stopped.status, 200U);
  EXPECT_THAT(stopped.body, HasSubstr("no more e-mails"));
  EXPECT_FALSE(has_address("Ana"));
  EXPECT_EQ(call("POST", path, "List-Unsubscribe=One-Click").body, stopped.body) << "the page says nothing about her";
  EXPECT_THAT(call("GET", path, "", {{"accept-language", "es"}}).body, HasSubstr("No recibir más correos"));
  EXPECT_EQ(call("POST", "/stop/nonsense").status, 404U);
  EXPECT_EQ(call("PUT", path).status, 405U);
}

TEST_F(reminders_api, a_place_that_is_offered_is_shown_to_her_and_taken_or_not) {
  const Series s = made();
  for (const char* who : {"Ana", "Bea", "Cleo"}) told<KeepPlaceResponse>("KeepPlace", place(s), role::member, who);
  LeavePlaceRequest leave;
  leave.set_series(s.id());
  leave.set_date("2026-11-24");
  told<LeavePlaceResponse>("LeavePlace", leave, role::member, "Ana");
  const auto hers = [&](const std::string& who, role as = role::member) {
    return told<ListMeetingsResponse>("ListMeetings", year(s.id()), as, who).meetings(0);
  };
  EXPECT_EQ(hers("Bea").mine(), Meeting::MINE_OFFERED);
  EXPECT_EQ(hers("Bea").answer_by_ms(), to_unix_ms(tuesday_noon + std::chrono::minutes{30}));
  EXPECT_EQ(hers("Cleo").mine(), Meeting::MINE_WAITING);
  EXPECT_TRUE(hers("Dora").full());
  EXPECT_EQ(hers("", role::facilitator).offered(), 1u);
  DeclinePlaceRequest no;
  no.set_series(s.id());
  no.set_date("2026-11-24");
  told<DeclinePlaceResponse>("DeclinePlace", no, role::member, "Bea");
  EXPECT_EQ(hers("Bea").mine(), Meeting::MINE_NOTHING);
  AcceptPlaceRequest yes;
  yes.set_series(s.id());
  yes.set_date("2026-11-24");
  EXPECT_EQ(send("AcceptPlace", yes, role::member, "Dora").status, 404U);
  told<AcceptPlaceResponse>("AcceptPlace", yes, role::member, "Cleo");
  EXPECT_EQ(hers("Cleo").mine(), Meeting::MINE_KEPT);
  yes.set_date("nonsense");
  EXPECT_EQ(send("AcceptPlace", yes, role::member, "Cleo").status, 400U);
}

}  // namespace
}  // namespace nightlight::transport
