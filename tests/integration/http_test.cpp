// HTTP over real sockets: what is answered, in which order, and when a connection ends.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "integration/support/certificate.hpp"
#include "integration/support/http_server.hpp"
#include "integration/support/websocket_client.hpp"
#include "support/smuggling_corpus.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::tests {
namespace {

using namespace std::chrono_literals;

std::string until_end(websocket_client& client) {
  std::string all;
  for (std::string part = client.receive_bytes(4096); !part.empty(); part = client.receive_bytes(4096)) all += part;
  return all;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::string api_post(const std::string& method, const std::string& body, const std::string& more = "") {
  return "POST /nightlight.api.v1.SessionService/" + method + " HTTP/1.1\r\nHost: localhost\r\n" +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" +
         body;
}

// One request on a connection of its own; the whole answer.
std::string ask(std::uint16_t port, const std::string& request) {
  websocket_client client(port);
  client.send_bytes(request);
  client.shutdown_output();
  return until_end(client);
}

std::string upgrade_request(const std::string& more) {
  return "GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Protocol: nightlight.v1\r\n" +
         more + "\r\n";
}

std::string cookie_line(const accounts::opened_session& s) {
  return "Cookie: __Host-nightlight=" + std::string(s.token.cookie_half.reveal()) + "\r\n";
}
std::string bearer_line(const accounts::opened_session& s) {
  return "Authorization: Bearer " + std::string(s.token.bearer().reveal()) + "\r\n";
}
constexpr const char* our_page = "Origin: http://localhost:8080\r\n";

TEST(http_smuggling, each_attack_gets_one_refusal_and_the_connection_ends) {
  http_server server;
  for (const testing::attack& a : testing::smuggling_corpus()) {
    websocket_client client(server.port());
    client.send_bytes(a.raw + std::string(testing::innocent));
    const std::string answer = until_end(client);
    EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1U) << a.name << ": " << answer;
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.1 505")) << a.name << ": " << answer;
    EXPECT_NE(answer.find("\r\nConnection: close\r\n"), answer.npos) << a.name;
  }
}

TEST(http, requests_sent_together_are_answered_in_order_on_one_connection) {
  http_server server;
  websocket_client client(server.port());
  std::string burst;
  for (int i = 0; i < 20; ++i) {
    burst += "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n" + api_post("Current", "{}") +
             "HEAD /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }
  client.send_bytes(burst + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const std::string answers = until_end(client);
  EXPECT_EQ(count_of(answers, "HTTP/1.1 "), 61U);
  std::size_t at = 0;
  for (int i = 0; i < 20; ++i) {
    for (const char* status : {"HTTP/1.1 200 ", "HTTP/1.1 401 ", "HTTP/1.1 200 "}) {
      at = answers.find("HTTP/1.1 ", at);
      ASSERT_EQ(answers.substr(at, 13), status) << i;
      ++at;
    }
  }
  EXPECT_EQ(count_of(answers, "\r\n\r\nready\n"), 0U);  // a HEAD has no body
  EXPECT_TRUE(answers.find("HTTP/1.1 404 ") != answers.npos && answers.ends_with("There is nothing here.\n"));
}

TEST(http, a_file_larger_than_every_buffer_arrives_whole) {
  testing::temporary_directory folder;
  const std::string large(3'000'000, 'x');
  std::ofstream(folder.file("index.html")) << large;
  http_server server({{}, folder.path()});
  const std::string answer = ask(server.port(), "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, large.size());
}

TEST(http, a_body_may_come_in_chunks_and_after_asking) {
  http_server server;
  const std::string head =
      "POST /nightlight.api.v1.SessionService/Current HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/json\r\n";
  EXPECT_TRUE(ask(server.port(), head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
                  .starts_with("HTTP/1.1 401"));
  websocket_client patient(server.port());
  patient.send_bytes(head + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(patient.receive_bytes(100), "HTTP/1.1 100 Continue\r\n\r\n");
  patient.send_bytes("{}");
  EXPECT_TRUE(patient.receive_bytes(100).starts_with("HTTP/1.1 401"));
}

TEST(http, what_is_too_large_for_a_method_is_refused_in_its_own_form) {
  http_server server;
  const std::string head =
      "POST /nightlight.api.v1.SessionService/SignIn HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/json\r\n";
  for (const std::string& body : {std::string("Content-Length: 2000000\r\n\r\n"),
                                  "Transfer-Encoding: chunked\r\n\r\n11170\r\n" + std::string(70'000, 'x')}) {
    const std::string answer = ask(server.port(), head + body);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413")) << answer.substr(0, 100);
    EXPECT_NE(answer.find("Content-Type: application/json"), answer.npos);
    EXPECT_NE(answer.find(R"({"code":"invalid_argument")"), answer.npos);
  }
}

TEST(http, a_head_that_drips_is_cut_and_so_is_a_silent_connection) {
  transport::http_rules limits;
  limits.header_time_max = 500ms;
  limits.idle_time_max = 500ms;
  http_server server({limits});
  websocket_client dripping(server.port());
  websocket_client silent(server.port());
  websocket_client idle(server.port());
  dripping.send_bytes("GET / HT");
  idle.send_bytes("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(until_end(dripping), "");
  EXPECT_EQ(until_end(silent), "");
  EXPECT_TRUE(until_end(idle).ends_with("alive\n"));
  while (server.connections() > 0) std::this_thread::yield();
}

TEST(http, a_page_comes_in_with_half_a_token_and_talks) {
  http_server server;
  const std::string entry = R"({"invitation":")" + server.api.open_link + R"(","name":"Ana","guidelinesVersion":"v1"})";
  const std::string answer = ask(server.port(), api_post("Enter", entry, our_page));
  ASSERT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer;
  const std::size_t set = answer.find("Set-Cookie: ") + 12;
  const std::string cookie = answer.substr(set, answer.find(';', set) - set);
  const std::size_t token = answer.find(R"("token":")") + 9;
  const std::string page_half = answer.substr(token, answer.find('"', token) - token);
  websocket_client client(server.port());
  const std::string head = client.upgrade_with(upgrade_request("Cookie: " + cookie + "\r\n" + our_page));
  ASSERT_TRUE(head.starts_with("HTTP/1.1 101 ")) << head;
  EXPECT_NE(head.find("Sec-WebSocket-Protocol: nightlight.v1\r\n"), head.npos);
  client.send_binary(page_half);
  EXPECT_EQ(client.receive().payload, "welcome");
  client.send_binary("hello");
  EXPECT_EQ(client.receive().payload, "hello");
}

TEST(http, an_upgrade_that_may_not_be_is_refused_and_the_connection_ends) {
  http_server server;
  const auto ana = server.api.session_of(domain::role::member);
  const auto status = [&](const std::string& more) { return ask(server.port(), upgrade_request(more)).substr(9, 3); };
  EXPECT_EQ(status(cookie_line(ana)), "403");
  EXPECT_EQ(status(cookie_line(ana) + "Origin: null\r\n"), "403");
  EXPECT_EQ(status(our_page), "401");
  EXPECT_EQ(status(cookie_line(ana) + our_page + "Content-Length: 0\r\n"), "400");
  // A frame sent before the answer could be meant for somebody else.
  EXPECT_EQ(ask(server.port(), upgrade_request(bearer_line(ana)) + "\x82\x80").substr(9, 3), "400");
}

TEST(http, signing_out_closes_her_sockets_at_once) {
  http_server server({{}, {}, nullptr, {}, 2});
  const auto ana = server.api.session_of(domain::role::member);
  const auto ben = server.api.session_of(domain::role::member);
  websocket_client first(server.port());
  websocket_client second(server.port());
  websocket_client other(server.port());
  for (websocket_client* client : {&first, &second, &other}) {
    const auto& session = client == &other ? ben : ana;
    ASSERT_TRUE(client->upgrade_with(upgrade_request(bearer_line(session))).starts_with("HTTP/1.1 101"));
    client->send_binary("");
    ASSERT_EQ(client->receive().payload, "welcome");
  }
  const auto from = std::chrono::steady_clock::now();
  EXPECT_TRUE(ask(server.port(), api_post("SignOut", "{}", bearer_line(ana))).starts_with("HTTP/1.1 200"));
  EXPECT_EQ(first.receive().close_code(), 4401);
  EXPECT_EQ(second.receive().close_code(), 4401);
  EXPECT_LT(std::chrono::steady_clock::now() - from, 2s);
  other.send_binary("still here");
  EXPECT_EQ(other.receive().payload, "still here");
  websocket_client again(server.port());
  EXPECT_TRUE(again.upgrade_with(upgrade_request(bearer_line(ana))).starts_with("HTTP/1.1 401"));
}

TEST(http, plain_words_from_a_declared_proxy_need_its_word_that_the_phone_spoke_tls) {
  http_server server({{}, {}, nullptr, {*transport::network::parse("127.0.0.1")}});
  const std::string get = "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7\r\n";
  EXPECT_EQ(ask(server.port(), get + "\r\n").substr(9, 3), "403");
  EXPECT_EQ(ask(server.port(), get + "X-Forwarded-Proto: http\r\n\r\n").substr(9, 3), "403");
  const std::string secure = ask(server.port(), get + "X-Forwarded-Proto: https\r\n\r\n");
  EXPECT_EQ(secure.substr(9, 3), "200");
  EXPECT_NE(secure.find("Strict-Transport-Security: "), secure.npos);
}

TEST(http, over_tls_a_page_is_served_and_told_to_come_by_nothing_else) {
  testing::temporary_directory folder;
  write_certificate(folder.file("c.pem"), folder.file("k.pem"), 1);
  transport::tls_context tls(folder.file("c.pem"), folder.file("k.pem"));
  ASSERT_TRUE(tls.load());
  std::ofstream(folder.file("index.html")) << std::string(100'000, 'x');
  http_server server({{}, folder.path(), &tls});
  client_settings by_tls;
  by_tls.tls = true;
  websocket_client client(server.port(), by_tls);
  client.send_bytes("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const std::string answer = until_end(client);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer.substr(0, 100);
  EXPECT_NE(answer.find("\r\nStrict-Transport-Security: "), answer.npos);
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 100'000U);
}

TEST(http, a_link_for_one_lets_one_in_when_twenty_knock_at_once) {
  http_server server({{}, {}, nullptr, {}, 2});
  const std::string request =
      api_post("Enter", R"({"invitation":")" + server.api.invite() + R"(","name":"Ana","guidelinesVersion":"v1"})");
  std::atomic<int> came_in = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> knocking;
  for (int i = 0; i < 20; ++i) {
    knocking.emplace_back([&] {
      const std::string answer = ask(server.port(), request);
      ++(answer.starts_with("HTTP/1.1 200") ? came_in : refused);
    });
  }
  for (std::thread& t : knocking) t.join();
  EXPECT_EQ(came_in, 1);
  EXPECT_EQ(refused, 19);
}

TEST(http, a_server_that_goes_answers_what_it_has_begun_and_drops_who_is_idle) {
  http_server server;
  websocket_client idle(server.port());
  idle.send_bytes("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(idle.receive_bytes(1000).starts_with("HTTP/1.1 200"));
  websocket_client fresh(server.port());
  const auto from = std::chrono::steady_clock::now();
  server.drain({0ms, 5000ms});
  EXPECT_LT(std::chrono::steady_clock::now() - from, 4s);
  EXPECT_EQ(until_end(idle), "");
  EXPECT_EQ(until_end(fresh), "");
  EXPECT_EQ(server.connections(), 0U);
}

class a_framed_site : public ::testing::Test {
 protected:
  a_framed_site() {
    for (const char* page : {"index.html", "embed.html"}) std::ofstream(folder_.file(page)) << "<!doctype html>";
  }

  std::string get(const http_server& server, const std::string& path) {
    return ask(server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  static bool is_framed_by_nobody(const std::string& answer) {
    return count_of(answer, "frame-ancestors 'none'\r\n") == 1 && count_of(answer, "X-Frame-Options: DENY\r\n") == 1;
  }

  testing::temporary_directory folder_;
};

TEST_F(a_framed_site, shows_nothing_inside_other_people_s_pages_until_one_is_named) {
  const http_server server({.static_folder = folder_.path()});
  EXPECT_TRUE(is_framed_by_nobody(get(server, "/embed")));
}

TEST_F(a_framed_site, shows_the_schedule_and_nothing_else_on_the_sites_that_are_named) {
  const http_server server({.static_folder = folder_.path(), .framed_by = {"https://www.example.org"}});
  for (const char* path : {"/embed", "/embed?lang=es"}) {
    const std::string answer = get(server, path);
    EXPECT_EQ(count_of(answer, "200 OK"), 1U) << path;
    EXPECT_EQ(count_of(answer, "frame-ancestors https://www.example.org\r\n"), 1U) << path;
    EXPECT_EQ(count_of(answer, "X-Frame-Options"), 0U) << path;
  }
  for (const char* path : {"/", "/index.html", "/embed.html", "/embed/", "/schedule.json", "/nowhere", "/livez"}) {
    EXPECT_TRUE(is_framed_by_nobody(get(server, path))) << path;
  }
}

}  // namespace
}  // namespace nightlight::tests
