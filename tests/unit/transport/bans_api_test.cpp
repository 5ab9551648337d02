// Bans, appeals and closed invitations over the API: the device's cookie, what is refused, and in which words.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "sealing/text_form.hpp"
#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using fields = std::vector<http_field>;

std::string value_of(const http_response& response, std::string_view name) {
  for (const http_field& f : response.fields) {
    if (f.name == name) return f.value;
  }
  return "";
}

std::string reason(const http_response& response) { return value_of(response, "Nightlight-Reason"); }

std::vector<std::string> cookies_of(const http_response& response) {
  std::vector<std::string> all;
  for (const http_field& f : response.fields) {
    if (f.name == "Set-Cookie") all.push_back(f.value);
  }
  return all;
}

class bans_api : public ::testing::Test {
 protected:
  http_response call(const std::string& method, std::string body, fields with = {}) {
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1." + method;
    request.body = std::move(body);
    request.fields = std::move(with);
    request.fields.push_back({"content-type", "application/json"});
    const came_from client{boost::asio::ip::make_address(from_), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  http_response enter(const std::string& link, fields with = {}, const std::string& more = "") {
    return call("SessionService/Enter",
                R"({"invitation":")" + link + R"(","name":"Ana","guidelinesVersion":"v1")" + more + "}",
                std::move(with));
  }
  http_response appeal(const std::string& link, const std::string& text, fields with = {}) {
    return call("SessionService/Appeal", R"({"invitation":")" + link + R"(","text":")" + text + R"(","language":"es"})",
                std::move(with));
  }

  // What a browser shows that has come in once.
  http_field device_after(const http_response& response) {
    for (const std::string& set : cookies_of(response)) {
      if (set.starts_with("__Host-nightlight-device=")) return {"cookie", set.substr(0, set.find(';'))};
    }
    ADD_FAILURE() << "no device cookie";
    return {"cookie", ""};
  }
  static std::string token_in(const http_field& cookie) { return cookie.value.substr(cookie.value.find('=') + 1); }

  void ban(const http_field& device, seconds length) {
    const std::string mark = front_.bans.of_device(front_.room, accounts::secret{token_in(device)});
    const ban_row row{front_.room, mark, front_.clock.now() + length, position{9}, front_.room};
    front_.now([&](records& r) { return r.put_ban(row); });
  }

  http_response as(domain::role who, const std::string& method, std::string body) {
    const auto session = front_.session_of(who);
    return call("RoomService/" + method, std::move(body),
                {{"authorization", "Bearer " + std::string(session.token.bearer().reveal())}});
  }
  api::v1::ListBansResponse listed(domain::role who) {
    const http_response response = as(who, "ListBans", R"({"room":")" + front_.room.value + R"("})");
    api::v1::ListBansResponse list;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(response.body, &list).ok()) << response.body;
    return list;
  }
  http_response lift(domain::role who, const std::string& made_in, std::uint64_t ban) {
    return as(who, "LiftBan",
              R"({"room":")" + front_.room.value + R"(","madeIn":")" + made_in + R"(","ban":")" + std::to_string(ban) +
                  R"("})");
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  const char* from_ = "127.0.0.1";
};

TEST_F(bans_api, a_browser_that_comes_in_keeps_a_random_token_that_pages_cannot_read) {
  const auto set = cookies_of(enter(front_.open_link));
  ASSERT_EQ(set.size(), 2U);
  EXPECT_TRUE(set[0].starts_with("__Host-nightlight=")) << set[0];
  EXPECT_TRUE(set[1].starts_with("__Host-nightlight-device=")) << set[1];
  EXPECT_TRUE(set[1].ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=5184000")) << set[1];
  const http_field device = device_after(enter(front_.open_link));
  EXPECT_TRUE(accounts::secret{token_in(device)}.has_bytes(32));
  EXPECT_EQ(device_after(enter(front_.open_link, {device})).value, device.value) << "it is kept, not replaced";
}

TEST_F(bans_api, a_token_that_is_not_one_of_ours_is_replaced) {
  for (const std::string& odd : {std::string("short"), std::string(43, '!'), std::string(5000, 'A')}) {
    const http_field device = device_after(enter(front_.open_link, {{"cookie", "__Host-nightlight-device=" + odd}}));
    EXPECT_TRUE(accounts::secret{token_in(device)}.has_bytes(32));
  }
  const http_field twice{"cookie", "__Host-nightlight-device=" + std::string(43, 'A')};
  EXPECT_NE(device_after(enter(front_.open_link, {twice, twice})).value, twice.value);
}

TEST_F(bans_api, neither_programs_nor_staff_nor_whoever_is_refused_get_one) {
  EXPECT_TRUE(cookies_of(enter(front_.open_link, {}, R"(,"keeping":"KEEPING_BEARER")")).empty());
  EXPECT_TRUE(cookies_of(enter(front_.open_link, {}, R"(,"name":"x")")).empty());
  std::string staff_link;
  front_.now([&](records& r) -> result<void> {
    const accounts::new_invitation wanted{front_.room, domain::role::facilitator,       front_.facilitator, "",
                                          1,           front_.clock.now() + seconds{60}};
    staff_link = accounts::make_invitation(r, wanted)->reveal();
    return {};
  });
  const http_response in = enter(staff_link);
  EXPECT_EQ(in.status, 200U);
  EXPECT_EQ(cookies_of(in).size(), 1U);
}

TEST_F(bans_api, signing_out_leaves_the_token_and_quick_exit_takes_it_along) {
  const http_field device = device_after(enter(front_.open_link));
  for (const auto& [body, dropped] : {std::pair{"{}", 1U}, std::pair{R"({"forgetDevice":true})", 2U}}) {
    const auto set = cookies_of(call("SessionService/SignOut", body, {device}));
    ASSERT_EQ(set.size(), dropped);
    for (const std::string& cookie : set) EXPECT_TRUE(cookie.ends_with("; Max-Age=0")) << cookie;
    EXPECT_EQ(set.back().starts_with("__Host-nightlight-device=;"), dropped == 2);
  }
}

TEST_F(bans_api, whoever_is_banned_reads_kind_words_and_when_it_ends) {
  const http_field device = device_after(enter(front_.open_link));
  ban(device, seconds{28 * 24 * 3600});
  const http_response response = enter(front_.open_link, {device}, R"(,"language":"es")");
  EXPECT_EQ(response.status, 403U);
  EXPECT_EQ(reason(response), "banned");
  EXPECT_EQ(value_of(response, "Retry-After"), "2419200");
  EXPECT_NE(response.body.find("escríbele"), std::string::npos) << response.body;
  EXPECT_EQ(reason(enter(front_.open_link, {device}, R"(,"keeping":"KEEPING_BEARER")")), "banned") << "programs too";
  EXPECT_EQ(enter(front_.open_link).status, 200U) << "another browser by the same link";
  front_.clock.advance(seconds{28 * 24 * 3600});
  EXPECT_NE(reason(enter(front_.open_link, {device})), "banned");
}

TEST_F(bans_api, her_own_link_says_banned_and_not_that_it_was_used) {
  const std::string hers = front_.invite(1);
  ASSERT_EQ(enter(hers).status, 200U);
  EXPECT_EQ(reason(enter(hers)), "invitation_spent");
  const std::string mark = front_.bans.of_invitation(front_.room, accounts::secret{hers});
  front_.now([&](records& r) { return r.put_ban({front_.room, mark, front_.clock.now() + seconds{60}, position{9}}); });
  EXPECT_EQ(reason(enter(hers)), "banned");
}

TEST_F(bans_api, whoever_is_banned_can_write_to_the_team_without_a_session) {
  const http_field device = device_after(enter(front_.open_link));
  ban(device, seconds{60});
  EXPECT_EQ(appeal(front_.open_link, "No fui yo", {device}).status, 200U);
  ASSERT_EQ(front_.appeals.size(), 1U);
  EXPECT_EQ(front_.appeals[0].first, front_.room);
  EXPECT_EQ(front_.appeals[0].second.text.reveal(), "No fui yo");
  EXPECT_EQ(front_.appeals[0].second.marks.reveal(),
            front_.bans.of_device(front_.room, accounts::secret{token_in(device)}));
}

TEST_F(bans_api, nobody_else_can_use_that_way) {
  EXPECT_EQ(reason(appeal(front_.open_link, "hello")), "nothing_to_appeal");
  EXPECT_EQ(reason(appeal("AAAAAAAAAAAAAAAAAAAAAA", "hello")), "invitation_unknown");
  EXPECT_EQ(reason(appeal("", "hello")), "invitation_unknown");
  EXPECT_TRUE(front_.appeals.empty());
}

TEST_F(bans_api, what_the_room_says_to_an_appeal_reaches_her_in_her_language) {
  const http_field device = device_after(enter(front_.open_link));
  ban(device, seconds{60});
  front_.appeal_refused = accounts::denial(domain::refusal_code::too_many_reports);
  const http_response response = appeal(front_.open_link, "otra vez", {device});
  EXPECT_EQ(reason(response), "too_many_reports");
  EXPECT_NE(response.body.find("Dale un poco de tiempo"), std::string::npos) << response.body;
}

TEST_F(bans_api, appeals_are_limited_for_each_address) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(reason(appeal(front_.open_link, "x")), "nothing_to_appeal");
  EXPECT_EQ(reason(appeal(front_.open_link, "x")), "too_often");
  from_ = "203.0.113.5";
  EXPECT_EQ(reason(appeal(front_.open_link, "x")), "nothing_to_appeal");
}

TEST_F(bans_api, a_room_with_closed_invitations_turns_newcomers_away_and_spends_nothing) {
  const std::string hers = front_.invite(1);
  front_.closed_to_newcomers.insert(front_.room.value);
  const http_response response = enter(hers);
  EXPECT_EQ(reason(response), "invitations_closed");
  EXPECT_TRUE(cookies_of(response).empty());
  EXPECT_EQ(reason(enter(front_.open_link)), "invitations_closed");
  front_.closed_to_newcomers.clear();
  EXPECT_EQ(enter(hers).status, 200U);
}

TEST_F(bans_api, a_link_that_brings_somebody_back_is_left_to_the_room) {
  std::string hers;
  front_.now([&](records& r) -> result<void> {
    const accounts::new_invitation wanted{
        front_.room, domain::role::member, person_id{"0123456789abcdef"}, "Ana", -1, front_.clock.now() + seconds{60}};
    hers = accounts::make_invitation(r, wanted)->reveal();
    return {};
  });
  front_.closed_to_newcomers.insert(front_.room.value);
  EXPECT_EQ(enter(hers).status, 200U);
}

TEST_F(bans_api, whoever_may_ban_sees_the_bans_of_earlier_meetings_and_lifts_them) {
  const http_field device = device_after(enter(front_.open_link));
  ban(device, seconds{60});
  const std::string link_mark(32, 'l');
  front_.now([&](records& r) -> result<void> {
    EXPECT_TRUE(r.put_ban({front_.room, link_mark, front_.clock.now() + seconds{60}, position{9}, front_.room}));
    const audit_entry made{
        front_.clock.now(), front_.room,     {}, position{9}, sealing::to_hex(front_.facilitator.value), 2,
        "member_banned",    member_number{4}};
    return r.append_audit({1, made, "link", ""});
  });
  const api::v1::ListBansResponse bans = listed(domain::role::facilitator);
  ASSERT_EQ(bans.bans_size(), 1) << "one person, however many marks she has";
  EXPECT_EQ(bans.bans(0).ban(), 9U);
  EXPECT_EQ(bans.bans(0).until_ms(), to_unix_ms(front_.clock.now() + seconds{60}));
  EXPECT_EQ(bans.bans(0).at_ms(), to_unix_ms(front_.clock.now()));
  EXPECT_EQ(bans.bans(0).by(), "Kim");
  EXPECT_EQ(bans.bans(0).title(), "Newborn nights");
  EXPECT_EQ(reason(lift(domain::role::facilitator, front_.room.value, 8)), "ban_unknown");
  EXPECT_EQ(reason(lift(domain::role::facilitator, "another", 9)), "ban_unknown");
  EXPECT_EQ(lift(domain::role::facilitator, front_.room.value, 9).status, 200U);
  ASSERT_EQ(front_.lifted.size(), 1U);
  EXPECT_EQ(front_.lifted[0].first, front_.room);
  EXPECT_EQ(front_.lifted[0].second.ban, position{9});
  EXPECT_EQ(front_.lifted[0].second.by, front_.facilitator);
  EXPECT_EQ(reason(lift(domain::role::facilitator, front_.room.value, 9)), "ban_unknown") << "it is over";
  EXPECT_EQ(enter(front_.open_link, {device}).status, 200U);
}

TEST_F(bans_api, the_list_of_bans_is_for_those_who_may_ban) {
  for (const auto& [who, status] : {std::pair{domain::role::member, 403U}, std::pair{domain::role::on_call, 403U},
                                    std::pair{domain::role::moderator, 200U}, std::pair{domain::role::admin, 200U}}) {
    EXPECT_EQ(as(who, "ListBans", "{\"room\":\"" + front_.room.value + "\"}").status, status);
  }
  EXPECT_EQ(reason(lift(domain::role::on_call, front_.room.value, 9)), "staff_only");
  EXPECT_EQ(call("RoomService/ListBans", "{}").status, 401U);
  EXPECT_EQ(reason(as(domain::role::moderator, "ListBans", R"({"room":"nowhere"})")), "room_unknown");
  EXPECT_EQ(reason(as(domain::role::moderator, "ListBans", "{}")), "room_unknown");
}

TEST_F(bans_api, the_list_shows_closed_invitations_to_staff_alone) {
  front_.closed_to_newcomers.insert(front_.room.value);
  const auto shown_to = [&](domain::role who) {
    const auto session = front_.session_of(who);
    const http_response response =
        call("RoomService/List", "{}", {{"authorization", "Bearer " + std::string(session.token.bearer().reveal())}});
    api::v1::ListResponse list;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(response.body, &list).ok()) << response.body;
    return list.rooms_size() == 1 && list.rooms(0).invitations_closed();
  };
  EXPECT_TRUE(shown_to(domain::role::facilitator));
  EXPECT_FALSE(shown_to(domain::role::member));
}

}  // namespace
}  // namespace nightlight::transport
