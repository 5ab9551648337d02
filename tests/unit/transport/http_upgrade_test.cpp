#include "transport/upgrade.hpp"

#include <gtest/gtest.h>

#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

class upgrading : public ::testing::Test {
 protected:
  using verdict = std::variant<upgrade_ticket, http_response>;

  http_request request(std::vector<http_field> with) {
    http_request r;
    r.method = "GET";
    r.path = "/chat";
    r.upgrade = true;
    r.fields = {{"sec-websocket-version", "13"},
                {"sec-websocket-key", "AAAAAAAAAAAAAAAAAAAAAA=="},
                {"sec-websocket-protocol", "nightlight.v1"}};
    r.fields.insert(r.fields.end(), with.begin(), with.end());
    return r;
  }

  verdict ask(const http_request& r) {
    return testing::await_task(context_, async_admit_upgrade(context_.get_executor(), r, front_.ours, front_.sessions));
  }

  // 101 stands for the ticket.
  unsigned status(const http_request& r) {
    verdict v = ask(r);
    const auto* refused = std::get_if<http_response>(&v);
    return refused != nullptr ? refused->status : 101;
  }

  http_field cookie() const { return {"cookie", "__Host-nightlight=" + std::string(ana_.token.cookie_half.reveal())}; }
  http_field bearer() const { return {"authorization", "Bearer " + std::string(ana_.token.bearer().reveal())}; }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  const accounts::opened_session ana_ = front_.session_of(domain::role::member);
  const http_field our_page_{"origin", "http://localhost:8080"};
};

TEST_F(upgrading, takes_our_page_with_a_cookie_or_a_program_with_its_token) {
  EXPECT_EQ(status(request({our_page_, cookie()})), 101U);
  EXPECT_EQ(status(request({bearer()})), 101U);
  EXPECT_EQ(status(request({bearer(), {"origin", "https://elsewhere.example"}})), 101U);
}

TEST_F(upgrading, refuses_every_other_origin) {
  for (const char* origin : {"null", "", "http://localhost", "http://localhost:8081", "https://localhost:8080",
                             "http://localhost:8080.evil.example", "https://circle.example.org.evil.example",
                             "https://circle.example.org:444", "https://xn--crcle-4ve.example.org",
                             "http://ana.localhost:8080", "file://", "http://LOCALHOST:8080"}) {
    EXPECT_EQ(status(request({{"origin", origin}, cookie()})), 403U) << origin;
  }
  EXPECT_EQ(status(request({cookie()})), 403U);
  EXPECT_EQ(status(request({our_page_, our_page_, cookie()})), 403U);
}

TEST_F(upgrading, refuses_a_cookie_or_token_that_is_nobody_s) {
  const accounts::token other = accounts::token::random();
  const auto as_cookie = [](const accounts::secret& s) {
    return http_field{"cookie", "__Host-nightlight=" + std::string(s.reveal())};
  };
  EXPECT_EQ(status(request({our_page_})), 401U);
  EXPECT_EQ(status(request({our_page_, as_cookie(other.cookie_half)})), 401U);
  EXPECT_EQ(status(request({our_page_, as_cookie(ana_.token.page_half)})), 401U);
  EXPECT_EQ(status(request({our_page_, {"cookie", "nightlight=" + std::string(ana_.token.cookie_half.reveal())}})),
            401U);
  const accounts::token mixed{other.page_half, ana_.token.cookie_half};
  EXPECT_EQ(status(request({{"authorization", "Bearer " + std::string(mixed.bearer().reveal())}})), 401U);
  EXPECT_EQ(status(request({{"authorization", "Bearer rubbish"}})), 403U);
}

TEST_F(upgrading, refuses_a_cookie_from_before_sign_out) {
  (void)testing::await_task(context_, front_.sessions.async_end(context_.get_executor(), ana_.row.cookie_half_hash));
  EXPECT_EQ(status(request({our_page_, cookie()})), 401U);
  EXPECT_EQ(status(request({bearer()})), 401U);
}

TEST_F(upgrading, refuses_a_session_whose_time_is_over) {
  front_.clock.advance(seconds{12 * 3600});
  EXPECT_EQ(status(request({our_page_, cookie()})), 401U);
}

TEST_F(upgrading, speaks_one_of_two_subprotocols) {
  const auto with_protocol = [&](const char* value) {
    http_request r = request({our_page_, cookie()});
    r.fields[2].value = value;
    return r;
  };
  EXPECT_EQ(*choose_subprotocol(with_protocol("nightlight.v1.json, nightlight.v1")), "nightlight.v1.json");
  EXPECT_EQ(*choose_subprotocol(with_protocol("other, nightlight.v1")), "nightlight.v1");
  for (const char* other : {"", "nightlight", "nightlight.v2", "nightlight.v1.jso", "NIGHTLIGHT.V1"}) {
    EXPECT_EQ(status(with_protocol(other)), 400U) << other;
  }
  verdict v = ask(with_protocol("nightlight.v1.json"));
  EXPECT_EQ(std::get<upgrade_ticket>(v).kind, rooms::payload_kind::text);
}

TEST_F(upgrading, refuses_what_is_not_a_handshake_for_the_conversation) {
  http_request elsewhere = request({our_page_, cookie()});
  elsewhere.path = "/";
  EXPECT_EQ(status(elsewhere), 404U);
  http_request old = request({our_page_, cookie()});
  old.fields[0].value = "8";
  EXPECT_EQ(status(old), 400U);
  http_request keyless = request({our_page_, cookie()});
  keyless.fields.erase(keyless.fields.begin() + 1);
  EXPECT_EQ(status(keyless), 400U);
}

TEST_F(upgrading, without_the_store_it_says_come_again_rather_than_go_away) {
  front_.rows.set_available(false);
  EXPECT_EQ(status(request({our_page_, cookie()})), 503U);
}

TEST_F(upgrading, the_ticket_proves_her_with_the_page_half_alone) {
  verdict by_cookie = ask(request({our_page_, cookie()}));
  const auto& ticket = std::get<upgrade_ticket>(by_cookie);
  const instant now = front_.clock.now();
  EXPECT_EQ(ticket.prove(ana_.token.page_half.reveal(), now)->who.name.reveal(), "Ana");
  EXPECT_FALSE(ticket.prove("", now));
  EXPECT_FALSE(ticket.prove(ana_.token.cookie_half.reveal(), now));
  EXPECT_FALSE(ticket.prove(ana_.token.page_half.reveal(), now + seconds{12 * 3600}));
  verdict by_bearer = ask(request({bearer()}));
  const auto& whole = std::get<upgrade_ticket>(by_bearer);
  EXPECT_TRUE(whole.prove("", now));
  EXPECT_FALSE(whole.prove("something else", now));
}

TEST_F(upgrading, a_socket_between_the_upgrade_and_hello_is_told_when_its_session_ends) {
  verdict v = ask(request({our_page_, cookie()}));
  (void)testing::await_task(context_, front_.sessions.async_end(context_.get_executor(), ana_.row.cookie_half_hash));
  bool told = false;
  std::get<upgrade_ticket>(v).session.watch.when_over([&] { told = true; });
  context_.restart();
  context_.run();
  EXPECT_TRUE(told);
}

}  // namespace
}  // namespace nightlight::transport
