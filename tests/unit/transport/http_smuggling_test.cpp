// Requests that two servers could read differently. Each is followed by an innocent one on the same connection: it must
// be refused, and what follows it never seen.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/smuggling_corpus.hpp"
#include "transport/http_reader.hpp"

namespace nightlight::transport {
namespace {

using testing::attack;
using testing::innocent;
using testing::smuggling_corpus;

http_rules rules() {
  http_rules r;
  r.takes_body = [](std::string_view path) { return path.starts_with("/nightlight.api."); };
  r.knows_host = [](std::string_view host) { return host == "localhost"; };
  return r;
}

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

INSTANTIATE_TEST_SUITE_P(corpus, smuggling, ::testing::ValuesIn(smuggling_corpus()), [](const auto& named) {
  std::string name;
  for (const char c : named.param.name) name.push_back(std::isalnum(static_cast<unsigned char>(c)) ? c : '_');
  return name;
});

TEST(smuggling_control, the_innocent_request_alone_is_seen) {
  http_reader::state state{};
  EXPECT_EQ(requests_seen(innocent, innocent.size(), state), 1U);
  EXPECT_EQ(requests_seen(innocent, 1, state), 1U);
  const std::string chunked =
      testing::smuggled_post("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n") + std::string(innocent);
  EXPECT_EQ(requests_seen(chunked, 1, state), 2U);
  EXPECT_GE(smuggling_corpus().size(), 40U);
}

}  // namespace
}  // namespace nightlight::transport
