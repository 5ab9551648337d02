// Requests that two servers could read differently (RFC 9112 section 11.2), for tests that feed them to the reader and
// for tests that send them to a server. Every one must be refused, and nothing after it seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nightlight::testing {

struct attack {
  std::string_view name;
  std::string raw;
};

inline constexpr std::string_view api_head = "POST /nightlight.api.v1.RoomService/List HTTP/1.1\r\nHost: localhost\r\n";
inline constexpr std::string_view chat_head =
    "GET /chat HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n";

inline std::string smuggled_post(std::string_view rest) { return std::string(api_head).append(rest); }
inline std::string smuggled_upgrade(std::string_view rest) { return std::string(chat_head).append(rest); }
inline std::string smuggled_get(std::string_view rest) { return std::string("GET / HTTP/1.1\r\n").append(rest); }

inline std::vector<attack> about_length() {
  return {
      {"length and chunks", smuggled_post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
      {"chunks and length", smuggled_post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n")},
      {"two lengths", smuggled_post("Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde")},
      {"the same length twice", smuggled_post("Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc")},
      {"a list of lengths", smuggled_post("Content-Length: 3, 3\r\n\r\nabc")},
      {"a signed length", smuggled_post("Content-Length: +3\r\n\r\nabc")},
      {"a negative length", smuggled_post("Content-Length: -1\r\n\r\n")},
      {"a length in hex", smuggled_post("Content-Length: 0x3\r\n\r\nabc")},
      {"a length with a space inside", smuggled_post("Content-Length: 1 0\r\n\r\n")},
      {"an empty length", smuggled_post("Content-Length:\r\n\r\n")},
      {"a length past any integer", smuggled_post("Content-Length: 99999999999999999999\r\n\r\n")},
      {"a space before the colon", smuggled_post("Content-Length : 3\r\n\r\nabc")},
      {"a tab before the colon", smuggled_post("Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n")},
      {"chunked twice", smuggled_post("Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n")},
      {"two transfer encodings",
       smuggled_post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n")},
      {"identity", smuggled_post("Transfer-Encoding: identity\r\n\r\n")},
      {"gzip, chunked", smuggled_post("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")},
      {"chunked with a vertical tab", smuggled_post("Transfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n")},
      {"xchunked", smuggled_post("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")},
      {"a quoted encoding", smuggled_post("Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n")},
      {"an empty encoding", smuggled_post("Transfer-Encoding:\r\n\r\n")},
      {"chunks in HTTP/1.0",
       "POST /nightlight.api.v1.RoomService/List HTTP/1.0\r\nHost: localhost\r\n"
       "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
  };
}

inline std::vector<attack> about_chunks() {
  const std::string head = smuggled_post("Transfer-Encoding: chunked\r\n\r\n");
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

inline std::vector<attack> about_lines() {
  using std::string_literals::operator""s;
  return {
      {"a folded line", smuggled_get("Host: localhost\r\nX-A: b\r\n c\r\n\r\n")},
      {"a folded length", smuggled_post("X-A: b\r\n Content-Length: 3\r\n\r\nabc")},
      {"a folded first line", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n"},
      {"bare LF after the first line", "GET / HTTP/1.1\nHost: localhost\r\n\r\n"},
      {"bare LF after a field", smuggled_get("Host: localhost\nX-A: b\r\n\r\n")},
      {"bare LF everywhere", "GET / HTTP/1.1\nHost: localhost\n\n"},
      {"bare CR in a field", smuggled_get("Host: localhost\r\nX-A: b\rTransfer-Encoding: chunked\r\n\r\n")},
      {"a NUL in a field", smuggled_get("Host: localhost\r\nX-A: b\0c\r\n\r\n"s)},
      {"a NUL in a name", smuggled_get("Host: localhost\r\nX\0A: b\r\n\r\n"s)},
      {"an empty name", smuggled_get("Host: localhost\r\n: b\r\n\r\n")},
      {"a field without a colon", smuggled_get("Host: localhost\r\nX-A\r\n\r\n")},
      {"a name with a space", smuggled_get("Host: localhost\r\nX A: b\r\n\r\n")},
      {"a name outside ASCII", smuggled_get("Host: localhost\r\nX-\xc3\xa9: b\r\n\r\n")},
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

inline std::vector<attack> about_targets_and_hosts() {
  return {
      {"an absolute target", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"an authority", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"two slashes", "GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"a fragment", "GET /#a HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"a backslash", "GET /\\evil HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"bytes outside ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
      {"no host", smuggled_get("X-A: b\r\n\r\n")},
      {"two hosts", smuggled_get("Host: localhost\r\nHost: evil.example\r\n\r\n")},
      {"the same host twice", smuggled_get("Host: localhost\r\nHost: localhost\r\n\r\n")},
      {"an unknown host", smuggled_get("Host: evil.example\r\n\r\n")},
      {"a look-alike host", smuggled_get("Host: localhost.evil.example\r\n\r\n")},
      {"a host with a user", smuggled_get("Host: localhost@evil.example\r\n\r\n")},
      {"a list of hosts", smuggled_get("Host: localhost, evil.example\r\n\r\n")},
      {"an empty host", smuggled_get("Host:\r\n\r\n")},
  };
}

inline std::vector<attack> about_bodies_and_upgrades() {
  const std::string post_static = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  return {
      {"a body where none is taken", post_static + "Content-Length: 3\r\n\r\nabc"},
      {"chunks where none are taken", post_static + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"a GET with a body", smuggled_get("Host: localhost\r\nContent-Length: 3\r\n\r\nabc")},
      {"an API GET with a body",
       "GET /nightlight.api.v1.RoomService/List HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"},
      {"an upgrade with a length", smuggled_upgrade("Content-Length: 3\r\n\r\nabc")},
      {"an upgrade with a length of nothing", smuggled_upgrade("Content-Length: 0\r\n\r\n")},
      {"an upgrade with chunks", smuggled_upgrade("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
      {"an upgrade by POST",
       "POST /chat HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\n"
       "Upgrade: websocket\r\n\r\n"},
      {"an upgrade to HTTP/2", smuggled_get("Host: localhost\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n")},
      {"an upgrade without a connection field", smuggled_get("Host: localhost\r\nUpgrade: websocket\r\n\r\n")},
      {"an expectation nobody knows", smuggled_post("Content-Length: 3\r\nExpect: 200-ok\r\n\r\nabc")},
  };
}

// What follows each of them on the same connection.
inline constexpr std::string_view innocent = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";

inline std::vector<attack> smuggling_corpus() {
  std::vector<attack> all;
  for (auto&& part :
       {about_length(), about_chunks(), about_lines(), about_targets_and_hosts(), about_bodies_and_upgrades()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace nightlight::testing
