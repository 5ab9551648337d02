#include "transport/http_reader.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace nightlight::transport {
namespace {

using namespace std::chrono_literals;
using state = http_reader::state;

http_rules rules() {
  http_rules r;
  r.takes_body = [](std::string_view path) { return path == "/api"; };
  r.knows_host = [](std::string_view host) { return host == "localhost"; };
  return r;
}

const http_reader::time_point start{};

TEST(http_reader, a_request_comes_out_as_it_was_sent) {
  const http_rules r = rules();
  http_reader reader(r, start);
  ASSERT_EQ(reader.feed("POST /api?x=1 HTTP/1.1\r\nHost: localhost\r\nX-Words:  a b \r\nContent-Length: 5\r\n\r\nhello",
                        start),
            state::has_request);
  const http_request request = reader.take_request();
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/api");
  EXPECT_EQ(request.field("x-words"), "a b");
  EXPECT_EQ(request.body, "hello");
  EXPECT_TRUE(request.keep_alive);
  EXPECT_FALSE(request.upgrade);
}

TEST(http_reader, requests_sent_together_come_out_one_by_one_in_order) {
  const http_rules r = rules();
  http_reader reader(r, start);
  ASSERT_EQ(reader.feed("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /api HTTP/1.1\r\nHost: localhost\r\n"
                        "Content-Length: 2\r\n\r\nhiGET /c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        start),
            state::has_request);
  EXPECT_EQ(reader.take_request().path, "/a");
  ASSERT_EQ(reader.feed({}, start), state::has_request);
  const http_request second = reader.take_request();
  EXPECT_EQ(second.body, "hi");
  ASSERT_EQ(reader.feed({}, start), state::has_request);
  const http_request third = reader.take_request();
  EXPECT_EQ(third.path, "/c");
  EXPECT_FALSE(third.keep_alive);
  EXPECT_EQ(reader.feed({}, start), state::wants_more);
  EXPECT_TRUE(reader.idle());
}

TEST(http_reader, a_head_of_more_than_8_KiB_is_refused_before_it_ends) {
  const http_rules r = rules();
  http_reader reader(r, start);
  EXPECT_EQ(reader.feed("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(9000, 'a'), start),
            state::has_problem);
  EXPECT_EQ(reader.problem().status, 431U);
}

TEST(http_reader, a_body_of_more_than_1_MiB_is_refused_by_its_announcement) {
  const http_rules r = rules();
  http_reader reader(r, start);
  EXPECT_EQ(reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n", start),
            state::has_problem);
  EXPECT_EQ(reader.problem().status, 413U);
}

TEST(http_reader, chunks_of_more_than_64_KiB_in_all_are_refused) {
  const http_rules r = rules();
  http_reader reader(r, start);
  state s = reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", start);
  for (int i = 0; i < 20 && s == state::wants_more; ++i) {
    s = reader.feed("1000\r\n" + std::string(4096, 'a') + "\r\n", start);
  }
  EXPECT_EQ(s, state::has_problem);
  EXPECT_EQ(reader.problem().status, 413U);
}

TEST(http_reader, a_chunk_line_that_never_ends_is_refused) {
  const http_rules r = rules();
  http_reader reader(r, start);
  state s = reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1;", start);
  for (int i = 0; i < 10 && s == state::wants_more; ++i) s = reader.feed(std::string(1000, 'x'), start);
  EXPECT_EQ(s, state::has_problem);
}

TEST(http_reader, two_thousand_heads_that_drip_are_all_cut_ten_seconds_after_they_began) {
  const http_rules r = rules();
  std::vector<std::unique_ptr<http_reader>> slow;
  for (int i = 0; i < 2000; ++i) slow.push_back(std::make_unique<http_reader>(r, start + i * 1ms));
  const std::string drip = "GET / HTTP/1.1\r\nX-Slow: ";
  for (std::size_t second = 0; second < 9; ++second) {
    for (auto& reader : slow) {
      ASSERT_EQ(reader->feed(std::string_view(drip).substr(second, 1), start + 2s + second * 1s), state::wants_more);
    }
  }
  for (int i = 0; i < 2000; ++i) EXPECT_EQ(slow[static_cast<std::size_t>(i)]->cut_at(), start + i * 1ms + 10s);
}

TEST(http_reader, the_next_head_is_timed_from_its_first_byte) {
  const http_rules r = rules();
  http_reader reader(r, start);
  ASSERT_EQ(reader.feed("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", start), state::has_request);
  reader.take_request();
  reader.answered(start + 1s);
  EXPECT_EQ(reader.cut_at(), start + 1s + r.idle_time_max);
  EXPECT_TRUE(reader.idle());
  EXPECT_EQ(reader.feed("GET", start + 20s), state::wants_more);
  EXPECT_EQ(reader.cut_at(), start + 30s);
  EXPECT_FALSE(reader.idle());
  EXPECT_EQ(reader.feed(" /", start + 25s), state::wants_more);
  EXPECT_EQ(reader.cut_at(), start + 30s);
}

TEST(http_reader, a_body_has_a_time_of_its_own) {
  const http_rules r = rules();
  http_reader reader(r, start);
  EXPECT_EQ(reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n", start + 9s),
            state::wants_more);
  EXPECT_EQ(reader.cut_at(), start + 9s + r.body_time_max);
}

TEST(http_reader, a_client_that_waits_is_told_to_go_on_once) {
  const http_rules r = rules();
  http_reader reader(r, start);
  EXPECT_EQ(
      reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n", start),
      state::wants_more);
  EXPECT_TRUE(reader.take_continue());
  EXPECT_FALSE(reader.take_continue());
  EXPECT_EQ(reader.feed("hi", start), state::has_request);
}

TEST(http_reader, a_client_that_did_not_wait_is_told_nothing) {
  const http_rules r = rules();
  http_reader reader(r, start);
  EXPECT_EQ(reader.feed("POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nhi",
                        start),
            state::has_request);
  EXPECT_FALSE(reader.take_continue());
}

TEST(http_reader, an_upgrade_is_marked_and_what_follows_it_is_kept_apart) {
  const http_rules r = rules();
  http_reader reader(r, start);
  ASSERT_EQ(reader.feed("GET /chat HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\n"
                        "Upgrade: WebSocket\r\n\r\nrest",
                        start),
            state::has_request);
  EXPECT_TRUE(reader.take_request().upgrade);
  EXPECT_EQ(reader.take_leftover(), "rest");
}

TEST(http_message, a_cookie_is_found_among_others_and_ignored_when_named_twice) {
  http_request request;
  request.fields = {{"cookie", "a=1; __Host-nightlight=xyz; b=2"}};
  EXPECT_EQ(cookie(request, "__Host-nightlight"), "xyz");
  EXPECT_EQ(cookie(request, "Host-nightlight"), "");
  request.fields.push_back({"cookie", "__Host-nightlight=other"});
  EXPECT_EQ(cookie(request, "__Host-nightlight"), "");
}

TEST(http_message, a_head_carries_the_date_and_the_length) {
  http_response response = plain_response(404, "no");
  const std::string head = response_head(response, true, from_unix_ms(784'111'777'000));
  EXPECT_TRUE(head.starts_with("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n")) << head;
  EXPECT_NE(head.find("\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\n"), head.npos) << head;
  EXPECT_NE(response_head(response, false, {}).find("Connection: close"), head.npos);
}

}  // namespace
}  // namespace nightlight::transport
