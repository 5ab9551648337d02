#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using fields = std::vector<http_field>;

const http_field json{"content-type", "application/json"};
const http_field our_page{"origin", "http://localhost:8080"};

std::string_view value_of(const http_response& response, std::string_view name) {
  for (const http_field& f : response.fields) {
    if (f.name == name) return f.value;
  }
  return "";
}

class http_api : public ::testing::Test {
 protected:
  http_response send(std::string method, std::string path, std::string body = {}, fields with = {json}) {
    http_request request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.body = std::move(body);
    request.fields = std::move(with);
    const came_from client{boost::asio::ip::make_address(from_), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }

  http_response session_call(const std::string& method, std::string body, fields with = {json}) {
    return send("POST", "/nightlight.api.v1.SessionService/" + method, std::move(body), std::move(with));
  }
  http_response room_call(const std::string& method, std::string body, fields with) {
    with.push_back(json);
    return send("POST", "/nightlight.api.v1.RoomService/" + method, std::move(body), std::move(with));
  }

  template <class Message>
  static Message read(const http_response& response) {
    Message message;
    EXPECT_EQ(response.status, 200U) << response.body;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(response.body, &message).ok()) << response.body;
    return message;
  }

  static std::string entry(const std::string& link, const std::string& name, const std::string& more = "") {
    return R"({"invitation":")" + link + R"(","name":")" + name + R"(","guidelinesVersion":"v1")" + more + "}";
  }

  static fields bearer(const accounts::opened_session& s) {
    return {{"authorization", "Bearer " + std::string(s.token.bearer().reveal())}};
  }
  static http_field cookie_of(const accounts::opened_session& s) {
    return {"cookie", "__Host-nightlight=" + std::string(s.token.cookie_half.reveal())};
  }
  static http_field page_half_of(const accounts::opened_session& s) {
    return {"nightlight-session", std::string(s.token.page_half.reveal())};
  }

  std::string reason(const http_response& response) { return std::string(value_of(response, "Nightlight-Reason")); }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  const char* from_ = "127.0.0.1";
};

TEST_F(http_api, looking_at_a_link_shows_the_room_and_the_guidelines_in_her_language) {
  const auto seen = read<api::v1::LookResponse>(
      session_call("Look", R"({"invitation":")" + front_.open_link + R"(","language":"es"})"));
  EXPECT_EQ(seen.organisation(), "Our circle");
  EXPECT_EQ(seen.room_title(), "Newborn nights");
  EXPECT_EQ(seen.role(), wire::v1::ROLE_MEMBER);
  EXPECT_EQ(seen.guidelines().items(0), "Sé amable.");
}

TEST_F(http_api, a_page_gets_half_a_token_and_a_cookie_with_the_other) {
  const http_response response = session_call("Enter", entry(front_.open_link, "Ana"), {json, our_page});
  const auto in = read<api::v1::EnterResponse>(response);
  EXPECT_EQ(in.name(), "Ana");
  EXPECT_EQ(in.room(), front_.room.value);
  EXPECT_TRUE(accounts::secret{in.token()}.has_bytes(accounts::half_bytes));
  const std::string set(value_of(response, "Set-Cookie"));
  EXPECT_TRUE(set.starts_with("__Host-nightlight=")) << set;
  EXPECT_TRUE(set.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200")) << set;
  EXPECT_EQ(value_of(response, "Cache-Control"), "no-store");
  const http_field cookie{"cookie", set.substr(0, set.find(';'))};
  const auto who = read<api::v1::CurrentResponse>(
      session_call("Current", "{}", {json, our_page, cookie, {"nightlight-session", in.token()}}));
  EXPECT_EQ(who.name(), "Ana");
}

TEST_F(http_api, a_program_gets_the_whole_token_and_no_cookie) {
  const http_response response =
      session_call("Enter", entry(front_.open_link, "Ana", R"(,"keeping":"KEEPING_BEARER")"));
  const auto in = read<api::v1::EnterResponse>(response);
  EXPECT_EQ(value_of(response, "Set-Cookie"), "");
  const auto who =
      read<api::v1::CurrentResponse>(session_call("Current", "{}", {json, {"authorization", "Bearer " + in.token()}}));
  EXPECT_EQ(who.name(), "Ana");
}

TEST_F(http_api, either_half_alone_opens_nothing) {
  const auto ana = front_.session_of(domain::role::member);
  const auto ben = front_.session_of(domain::role::member);
  const auto current = [&](fields with) {
    with.push_back(json);
    return session_call("Current", "{}", std::move(with)).status;
  };
  EXPECT_EQ(current({cookie_of(ana), page_half_of(ana)}), 200U);
  EXPECT_EQ(current(bearer(ana)), 200U);
  EXPECT_EQ(current({}), 401U);
  EXPECT_EQ(current({cookie_of(ana)}), 401U);
  EXPECT_EQ(current({page_half_of(ana)}), 401U);
  EXPECT_EQ(current({cookie_of(ana), page_half_of(ben)}), 401U);
  EXPECT_EQ(current({cookie_of(ben), page_half_of(ana)}), 401U);
  EXPECT_EQ(current({cookie_of(ana), cookie_of(ana), page_half_of(ana)}), 401U);
  EXPECT_EQ(current({{"authorization", "Bearer " + std::string(ana.token.cookie_half.reveal())}}), 401U);
  EXPECT_EQ(current({{"authorization", "Basic YTpi"}, cookie_of(ana), page_half_of(ana)}), 401U);
  front_.clock.advance(seconds{12 * 3600});
  EXPECT_EQ(current(bearer(ana)), 401U);
}

TEST_F(http_api, somebody_else_s_page_may_not_call) {
  const auto ana = front_.session_of(domain::role::member);
  const auto current = [&](fields with) {
    with.insert(with.end(), {json, cookie_of(ana), page_half_of(ana)});
    return session_call("Current", "{}", std::move(with)).status;
  };
  EXPECT_EQ(current({our_page}), 200U);
  EXPECT_EQ(current({{"origin", "https://circle.example.org"}, {"sec-fetch-site", "same-origin"}}), 200U);
  EXPECT_EQ(current({{"sec-fetch-site", "same-origin"}}), 200U);
  for (const char* origin :
       {"null", "http://localhost:8081", "https://evil.example", "http://localhost:8080.evil.example",
        "https://circle.example.org.evil.example", "http://ana.localhost:8080"}) {
    EXPECT_EQ(current({{"origin", origin}}), 403U) << origin;
  }
  EXPECT_EQ(current({{"sec-fetch-site", "cross-site"}}), 403U);
  EXPECT_EQ(current({{"sec-fetch-site", "same-site"}}), 403U);
  // Nor may it sign her in as somebody else.
  EXPECT_EQ(session_call("Enter", entry(front_.invite(), "Ana"), {json, {"origin", "https://evil.example"}}).status,
            403U);
}

TEST_F(http_api, refusals_have_a_code_a_reason_and_words_in_her_language) {
  const http_response response = session_call("Enter", entry(front_.open_link, "Moderator", R"(,"language":"es")"));
  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(reason(response), "name_not_allowed");
  EXPECT_EQ(response.body, R"({"code":"failed_precondition","message":")" +
                               domain::words_of({domain::refusal_code::name_not_allowed, {}}, "es") + "\"}");
  EXPECT_EQ(value_of(response, "Content-Type"), "application/json");
  const http_response by_header = session_call("Current", "{}", {json, {"accept-language", "es-MX,es;q=0.9"}});
  EXPECT_NE(by_header.body.find("Tu lugar"), std::string::npos) << by_header.body;
}

TEST_F(http_api, a_link_for_one_is_spent_once_and_looking_spends_nothing) {
  const std::string link = front_.invite();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(session_call("Look", R"({"invitation":")" + link + "\"}").status, 200U);
  EXPECT_EQ(session_call("Enter", entry(link, "Ana")).status, 200U);
  EXPECT_EQ(reason(session_call("Enter", entry(link, "Ana"))), "invitation_spent");
  EXPECT_EQ(reason(session_call("Look", R"({"invitation":"AAAAAAAAAAAAAAAAAAAAAA"})")), "invitation_unknown");
}

TEST_F(http_api, a_room_that_has_ended_lets_nobody_in) {
  front_.phases[front_.room.value] = wire::v1::PHASE_CLOSED;
  EXPECT_EQ(reason(session_call("Enter", entry(front_.open_link, "Ana"))), "room_closed");
}

TEST_F(http_api, signing_out_forgets_the_session_and_the_cookie_and_may_be_done_twice) {
  const auto ana = front_.session_of(domain::role::member);
  const fields with{json, our_page, cookie_of(ana), page_half_of(ana)};
  const http_response response = session_call("SignOut", "{}", with);
  EXPECT_EQ(response.status, 200U);
  EXPECT_NE(value_of(response, "Set-Cookie").find("=; "), std::string_view::npos);
  EXPECT_TRUE(value_of(response, "Set-Cookie").ends_with("Max-Age=0"));
  EXPECT_EQ(session_call("Current", "{}", with).status, 401U);
  EXPECT_EQ(session_call("SignOut", "{}", with).status, 200U);
}

TEST_F(http_api, staff_sign_in_by_name_and_password) {
  const auto in = read<api::v1::SignInResponse>(
      session_call("SignIn", R"({"name":"kim","password":"correct horse","keeping":"KEEPING_BEARER"})"));
  EXPECT_EQ(in.name(), "Kim");
  EXPECT_EQ(in.role(), wire::v1::ROLE_FACILITATOR);
  const http_response wrong = session_call("SignIn", R"({"name":"kim","password":"wrong"})");
  EXPECT_EQ(wrong.status, 401U);
  EXPECT_EQ(reason(wrong), "wrong_name_or_password");
}

TEST_F(http_api, trying_passwords_is_limited_with_a_time_to_wait) {
  unsigned status = 0;
  int tries = 0;
  http_response response;
  for (; tries < 20 && status != 429; ++tries) {
    response = session_call("SignIn", R"({"name":"kim","password":"guess"})");
    status = response.status;
  }
  EXPECT_EQ(tries, 6);
  EXPECT_EQ(reason(response), "too_often");
  EXPECT_GT(std::stoi(std::string(value_of(response, "Retry-After"))), 0);
  // Somebody else's place is not affected, and neither is she, from where she signs in.
  EXPECT_EQ(session_call("SignIn", R"({"name":"lee","password":"guess"})").status, 401U);
  from_ = "203.0.113.5";
  EXPECT_EQ(session_call("SignIn", R"({"name":"kim","password":"correct horse"})").status, 200U);
}

TEST_F(http_api, entering_and_looking_are_limited_for_each_address) {
  const auto first_limited = [&](const auto& once) {
    for (int i = 0; i < 200; ++i) {
      if (once() == 429) return i;
    }
    return -1;
  };
  EXPECT_EQ(first_limited([&] { return session_call("Look", "{}").status; }), 30);
  EXPECT_EQ(first_limited([&] { return session_call("Enter", "{}").status; }), 20);
  from_ = "203.0.113.5";
  EXPECT_EQ(session_call("Look", "{}").status, 404U);
}

TEST_F(http_api, members_see_their_room_and_staff_see_all) {
  const auto kim = front_.session_of(domain::role::facilitator);
  const auto ana = front_.session_of(domain::role::member);
  const auto made = read<api::v1::CreateResponse>(
      room_call("Create", R"({"title":"En español","language":"es","retentionHours":0})", bearer(kim)));
  EXPECT_EQ(made.room().retention_hours(), 0U);
  EXPECT_EQ(made.room().phase(), wire::v1::PHASE_SCHEDULED);
  EXPECT_EQ(read<api::v1::ListResponse>(room_call("List", "{}", bearer(kim))).rooms_size(), 2);
  const auto hers = read<api::v1::ListResponse>(room_call("List", "{}", bearer(ana)));
  ASSERT_EQ(hers.rooms_size(), 1);
  EXPECT_EQ(hers.rooms(0).id(), front_.room.value);
  EXPECT_EQ(room_call("List", "{}", {}).status, 401U);
  EXPECT_EQ(session_call("Enter", entry(made.invitation(), "Ana")).status, 200U);
}

TEST_F(http_api, meetings_begin_and_end_by_staff_alone) {
  const auto kim = front_.session_of(domain::role::facilitator);
  const auto ana = front_.session_of(domain::role::member);
  const std::string room = R"({"room":")" + front_.room.value + "\"}";
  EXPECT_EQ(read<api::v1::OpenResponse>(room_call("Open", room, bearer(kim))).room().phase(), wire::v1::PHASE_OPEN);
  EXPECT_EQ(read<api::v1::CloseResponse>(room_call("Close", room, bearer(kim))).room().phase(), wire::v1::PHASE_CLOSED);
  for (const char* method : {"Open", "Close", "Create"}) {
    EXPECT_EQ(reason(room_call(method, room, bearer(ana))), "staff_only") << method;
    EXPECT_EQ(room_call(method, room, {}).status, 401U) << method;
  }
  EXPECT_EQ(room_call("Open", R"({"room":"nowhere"})", bearer(kim)).status, 404U);
  EXPECT_EQ(room_call("Open", "{}", bearer(kim)).status, 404U);
  EXPECT_EQ(reason(room_call("Create", R"({"title":"x","language":"en"})", bearer(kim))), "title_not_allowed");
}

TEST_F(http_api, a_room_has_a_profile_that_staff_choose_and_alone_see) {
  const auto kim = front_.session_of(domain::role::facilitator);
  const auto create = [&](const std::string& profile) {
    return room_call("Create", R"({"title":"Loss","language":"en","profile":")" + profile + "\"}", bearer(kim));
  };
  for (const char* known : {"", "general", "pregnancy", "nicu", "loss", "spanish"}) {
    EXPECT_EQ(read<api::v1::CreateResponse>(create(known)).room().profile(), known);
  }
  for (const char* unknown : {"Loss", "los", "loss ", "x"}) EXPECT_EQ(reason(create(unknown)), "profile_unknown");
  front_.now([&](records& r) -> result<void> {
    room_row row = **r.find_room(front_.room);
    row.profile = "loss";
    return r.put_room(row);
  });
  const auto listed = [&](domain::role who) {
    const auto list = read<api::v1::ListResponse>(room_call("List", "{}", bearer(front_.session_of(who))));
    for (const api::v1::Room& room : list.rooms()) {
      if (room.id() == front_.room.value) return room.profile();
    }
    return std::string("not listed");
  };
  EXPECT_EQ(listed(domain::role::moderator), "loss");
  EXPECT_EQ(listed(domain::role::member), "");
}

TEST_F(http_api, messages_may_be_binary_too) {
  api::v1::LookRequest request;
  request.set_invitation(front_.open_link);
  const http_response response = session_call(
      "Look", request.SerializeAsString(), {{"content-type", "application/proto"}, {"connect-protocol-version", "1"}});
  EXPECT_EQ(value_of(response, "Content-Type"), "application/proto");
  api::v1::LookResponse seen;
  ASSERT_TRUE(seen.ParseFromString(response.body));
  EXPECT_EQ(seen.room_title(), "Newborn nights");
  EXPECT_EQ(session_call("Current", "", {{"content-type", "application/proto"}}).status, 401U);
}

TEST_F(http_api, what_connect_does_not_allow_is_said_plainly) {
  EXPECT_EQ(session_call("Look", "{}", {{"content-type", "text/plain"}}).status, 415U);
  EXPECT_EQ(session_call("Look", "{}", {}).status, 415U);
  EXPECT_EQ(session_call("Look", "{}", {{"content-type", "application/json; charset=utf-8"}}).status, 404U);
  EXPECT_EQ(session_call("Look", "{}", {json, {"connect-protocol-version", "2"}}).status, 400U);
  EXPECT_EQ(session_call("Look", "{}", {json, {"content-encoding", "gzip"}}).status, 501U);
  const http_response unknown = session_call("Nothing", "{}");
  EXPECT_EQ(unknown.status, 404U);
  EXPECT_NE(unknown.body.find(R"("code":"unimplemented")"), std::string::npos);
  const http_response get = send("GET", "/nightlight.api.v1.SessionService/Look");
  EXPECT_EQ(get.status, 405U);
  EXPECT_EQ(value_of(get, "Allow"), "POST");
}

TEST_F(http_api, what_does_not_parse_is_refused_and_costs_nothing) {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("\"a\""), std::string(R"({"invitation":5})"),
        std::string("{\"invitation\":\"\xff\"}"), std::string(60'000, '['), std::string(60'000, '{')}) {
    EXPECT_EQ(session_call("Look", body).status, 400U) << body.substr(0, 20);
  }
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{\"a\":";
  EXPECT_EQ(session_call("Look", deep).status, 400U);
  const http_response binary = session_call("Look", "\x0a\x02\xff\xfe", {{"content-type", "application/proto"}});
  EXPECT_EQ(binary.status, 400U);
  EXPECT_EQ(session_call("Look", R"({"unknown":{"a":[1]},"invitation":""})").status, 404U);
  EXPECT_EQ(session_call("Enter", entry(front_.open_link, "\\ud800")).status, 400U);
  EXPECT_EQ(session_call("Enter", entry(front_.open_link, "\\u0000\\u0000")).status, 400U);
}

TEST_F(http_api, without_the_store_it_says_so_and_readiness_too) {
  const auto kim = front_.session_of(domain::role::facilitator);
  EXPECT_EQ(send("GET", "/readyz").status, 200U);
  front_.rows.set_available(false);
  EXPECT_EQ(send("GET", "/readyz").status, 503U);
  EXPECT_EQ(send("GET", "/livez").status, 200U);
  EXPECT_EQ(session_call("Look", R"({"invitation":")" + front_.open_link + "\"}").status, 503U);
  EXPECT_EQ(session_call("Enter", entry(front_.open_link, "Ana")).status, 503U);
  EXPECT_EQ(session_call("SignIn", R"({"name":"kim","password":"correct horse"})").status, 503U);
  EXPECT_EQ(room_call("List", "{}", bearer(kim)).status, 503U);
  EXPECT_EQ(session_call("SignOut", "{}", {json, bearer(kim).front()}).status, 503U);
}

TEST_F(http_api, paths_have_their_methods) {
  EXPECT_EQ(send("GET", "/nowhere").status, 404U);
  EXPECT_EQ(send("POST", "/nowhere").status, 404U);
  const http_response post = send("POST", "/livez");
  EXPECT_EQ(post.status, 405U);
  EXPECT_EQ(value_of(post, "Allow"), "GET, HEAD");
  EXPECT_EQ(send("OPTIONS", "/livez").status, 405U);
  EXPECT_EQ(send("HEAD", "/livez").status, 200U);
  const http_response chat = send("GET", "/chat");
  EXPECT_EQ(chat.status, 426U);
  EXPECT_EQ(value_of(chat, "Upgrade"), "websocket");
  EXPECT_NE(value_of(chat, "Content-Security-Policy"), "");
}

}  // namespace
}  // namespace nightlight::transport
