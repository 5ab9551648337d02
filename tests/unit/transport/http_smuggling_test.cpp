// Requests that two servers could read differently. Each is followed by an innocent one on the same connection: it must
// be refused, and what follows it never seen.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "transport/http_reader.hpp"

namespace nightlight::transport {
namespace {

struct attack {
  std::string_view name;
  std::string raw;
};

constexpr std::string_view api = "POST /nightlight.api.v1.RoomService/List HTTP/1.1\r\nHost: localhost\r\n";
constexpr std::string_view chat =
    "GET /chat HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n";

std::string post(std::string_view rest) { return std::string(api).append(rest); }
std::string upgrade(std::string_view rest) { return std::string(chat).append(rest); }
std::string get(std::string_view rest) { return std::string("GET / HTTP/1.1\r\n").append(rest); }

std::vector<attack> about_length() {
  return {
      {"length and chunks", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
      {"chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n")},
      {"two lengths", post("Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde")},
      {"the same length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc")},
      {"a list of lengths", post("Content-Length: 3, 3\r\n\r\nabc")},
      {"a signed length", post("Content-Length: +3\r\n\r\nabc")},
      {"a negative length", post("Content-Length: -1\r\n\r\n")},
      {"a length in hex", post("Content-Length: 0x3\r\n\r\nabc")},
      {"a length with a space inside", post("Content-Length: 1 0\r\n\r\n")},
      {"an empty length", post("Content-Length:\r\n\r\n")},
      {"a length past any integer", post("Content-Length: 99999999999999999999\r\n\r\n")},
      {"a space before the colon", post("Content-Length : 3\r\n\r\nabc")},
      {"a tab before the colon", post("Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n")},
      {"chunked twice", post("Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n")},
      {"two transfer encodings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n")},
      {"identity", post("Transfer-Encoding: identity\r\n\r\n")},
      {"gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")},
      {"chunked with a vertical tab", post("Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n")},
      {"xchunked", post("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")},
      {"a quoted encoding", post("Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n")},
      {"an empty encoding", post("Transfer-Encoding:\r\n\r\n")},
      {"chunks in HTTP/1.0",
       "POST /nightlight.api.v1.RoomService/List HTTP/1.0\r\nHost: localhost\r\n"
       "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
  };
}

std::vector<attack> about_chunks() {
  const std::string head = post("Transfer-Encoding: chunked\r\n\r\n");
  return {
      {"a chunk extension", head + "3;a=b\r\nabc\r\n0\r\n\r\n"},
      {"a trailer", head + "3\r\nabc\r\n0\r\nHost: evil.example\r\n\r\n"},
      {"a chunk size with a sign", head + "+3\r\nabc\r\n0\r\n\r\n"},
      {"a chunk size in 0x", head + "0x3\r\nabc\r\n0\r\n\r\n"},
      {"a chunk size past any integer", head + "fffffffffffffffff\r\nabc\r\n0\r\n\r\n"},
      {"a negative chunk size", head + "-1\r\nabc\r\n0\r\n\r\n"},
      {"a chunk that ends early", head + "5\r\nabc\r\n0\r\n\r\n"},
      {"a chunk longer than it said", head + "2\r\nabc\r\n0\r\n\r\n"},
      {"a chunk size without a number", head + "\r\nabc\r\n0\r\n\r\n"},
      {"a chunk line ended by LF alone", head + "3\nabc\r\n0\r\n\r\n"},
      {"a chunk ended by LF alone", head + "3\r\nabc\n0\r\n\r\n"},
      {"a last chunk ended by LF alone", head + "0\n\n"},
      {"a space in a chunk size", head + "3 3\r\nabc\r\n0\r\n\r\n"},
  };
}

std::vector<attack> about_lines() {
  using std::string_literals::operator""s;
  return {
      {"a folded line", get("Host: localhost\r\nX-A: b\r\n c\r\n\r\n")},
      {"a folded length", post("X-A: b\r\n Content-Length: 3\r\n\r\nabc")},
      {"a folded first line", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n"},
      {"bare LF after the first line", "GET / HTTP/1.1\nHost: localhost\r\n\r\n"},
      {"bare LF after a field", get("Host: localhost\nX-A: b\r\n\r\n")},
      {"bare LF everywhere", "GET / HTTP/1.1\nHost: localhost\n\n"},
      {"bare CR in a field", get("Host: localhost\r\nX-A: b\rTransfer-Encoding: chunked\r\n\r\n")},
      {"a NUL in a field", get("Host: localhost\r\nX-A: b\0c\r\n\r\n"s)},
      {"a NUL in a name", get("Host: localhost\r\nX\0A: b\r\n\r\n"s)},
      {"an empty name", get("Host: localhost\r\n: b\r\n\r\n")},
      {"a field without a colon", get("Host: localhost\r\nX-A\r\n\r\n")},
      {"a name with a space", get("Host: localhost\r\nX A: b\r\n\r\n")},
      {"a name outside ASCII", get("Host: localhost\r\nX-\xc3\xa9: b\r\n\r\n")},
      {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"two spaces in the first line", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"a tab in the first line", "GET\t/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"no version", "GET /\r\nHost: localhost\r\n\r\n"},
      {"HTTP/0.9", "GET /\r\n\r\n"},
      {"a lower case version", "GET / http/1.1\r\nHost: localhost\r\n\r\n"},
      {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"a method of no token", "G(T / HTTP/1.1\r\nHost: localhost\r\n\r\n"},
  };
}

std::vector<attack> about_targets_and_hosts() {
  return {
      {"an absolute target", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"an authority", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"two slashes", "GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"a fragment", "GET /#a HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"a backslash", "GET /\\evil HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"bytes outside ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"no host", get("X-A: b\r\n\r\n")},
      {"two hosts", get("Host: localhost\r\nHost: evil.example\r\n\r\n")},
      {"the same host twice", get("Host: localhost\r\nHost: localhost\r\n\r\n")},
      {"an unknown host", get("Host: evil.example\r\n\r\n")},
      {"a look-alike host", get("Host: localhost.evil.example\r\n\r\n")},
      {"a host with a user", get("Host: localhost@evil.example\r\n\r\n")},
      {"a list of hosts", get("Host: localhost, evil.example\r\n\r\n")},
      {"an empty host", get("Host:\r\n\r\n")},
  };
}

std::vector<attack> about_bodies_and_upgrades() {
  const std::string post_static = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  return {
      {"a body where none is taken", post_static + "Content-Length: 3\r\n\r\nabc"},
      {"chunks where none are taken", post_static + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"a GET with a body", get("Host: localhost\r\nContent-Length: 3\r\n\r\nabc")},
      {"an API GET with a body",
       "GET /nightlight.api.v1.RoomService/List HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"},
      {"an upgrade with a length", upgrade("Content-Length: 3\r\n\r\nabc")},
      {"an upgrade with a length of nothing", upgrade("Content-Length: 0\r\n\r\n")},
      {"an upgrade with chunks", upgrade("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
      {"an upgrade by POST",
       "POST /chat HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\n"
       "Upgrade: websocket\r\n\r\n"},
      {"an upgrade to HTTP/2", get("Host: localhost\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n")},
      {"an upgrade without a connection field", get("Host: localhost\r\nUpgrade: websocket\r\n\r\n")},
      {"an expectation nobody knows", post("Content-Length: 3\r\nExpect: 200-ok\r\n\r\nabc")},
  };
}

http_rules rules() {
  http_rules r;
  r.takes_body = [](std::string_view path) { return path.starts_with("/nightlight.api."); };
  r.knows_host = [](std::string_view host) { return host == "localhost"; };
  return r;
}

constexpr std::string_view innocent = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";

// How many requests come out when `bytes` arrive `piece` at a time; the reader's last state in `state`.
std::size_t requests_seen(std::string_view bytes, std::size_t piece, http_reader::state& state) {
  const http_rules r = rules();
  const http_reader::time_point start{};
  http_reader reader(r, start);
  std::size_t seen = 0;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    state = reader.feed(bytes.substr(at, piece), start);
    while (state == http_reader::state::has_request) {
      reader.take_request();
      ++seen;
      state = reader.feed({}, start);
    }
  }
  return seen;
}

class smuggling : public ::testing::TestWithParam<attack> {};

TEST_P(smuggling, is_refused_and_nothing_after_it_is_seen) {
  const std::string raw = GetParam().raw + std::string(innocent);
  for (const std::size_t piece : {raw.size(), std::size_t{1}, std::size_t{7}}) {
    http_reader::state state{};
    EXPECT_EQ(requests_seen(raw, piece, state), 0U) << GetParam().name << " in pieces of " << piece;
    EXPECT_EQ(state, http_reader::state::has_problem) << GetParam().name << " in pieces of " << piece;
  }
}

TEST_P(smuggling, is_answered_with_a_status_of_4xx_or_the_version) {
  const http_rules r = rules();
  http_reader reader(r, {});
  ASSERT_EQ(reader.feed(GetParam().raw + std::string(innocent), {}), http_reader::state::has_problem);
  const unsigned status = reader.problem().status;
  EXPECT_TRUE(status == 400 || status == 413 || status == 417 || status == 505) << status;
}

std::vector<attack> corpus() {
  std::vector<attack> all;
  for (auto&& part :
       {about_length(), about_chunks(), about_lines(), about_targets_and_hosts(), about_bodies_and_upgrades()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(corpus, smuggling, ::testing::ValuesIn(corpus()), [](const auto& named) {
  std::string name;
  for (const char c : named.param.name) name.push_back(std::isalnum(static_cast<unsigned char>(c)) ? c : '_');
  return name;
});

TEST(smuggling_control, the_innocent_request_alone_is_seen) {
  http_reader::state state{};
  EXPECT_EQ(requests_seen(innocent, innocent.size(), state), 1U);
  EXPECT_EQ(requests_seen(innocent, 1, state), 1U);
  const std::string chunked = post("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n") + std::string(innocent);
  EXPECT_EQ(requests_seen(chunked, 1, state), 2U);
  EXPECT_GE(corpus().size(), 40U);
}

}  // namespace
}  // namespace nightlight::transport
