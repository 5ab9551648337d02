#include "rooms/audience.hpp"

#include <gtest/gtest.h>

#include <array>

namespace nightlight::rooms {
namespace {

struct an_audience : testing::Test, outbox::owner {
  void outbox_filled() override {}
  void outbox_overflowed() override {}

  publication said(std::uint64_t number, const std::string& words) {
    publication p{circle_number{number}, {}, {}};
    p.payloads[kind.index()] = make_payload(words);
    return p;
  }
  publication taken_back(std::uint64_t number, const std::string& instead) {
    publication p{{}, {}, {{circle_number{number}, {}}}};
    p.payloads[kind.index()] = make_payload("retracted");
    p.tombstones[0].payloads[kind.index()] = make_payload(instead);
    return p;
  }
  std::string read_all(std::size_t already = 0) {
    std::array<std::string_view, 8> views;
    std::string bytes;
    for (std::size_t i = 0, n = box.gather(views); i < n; ++i) bytes += views[i];
    return bytes.substr(already);
  }

  audience_kind kind{};
  outbox box{*this, {}};
  audience people;
};

TEST_F(an_audience, an_outbox_that_has_not_begun_a_message_sends_its_tombstone) {
  people.add(1, kind, box);
  people.publish({said(1, "secret")});
  people.publish({taken_back(1, "gone")});
  EXPECT_EQ(read_all().find("secret"), std::string::npos);
  EXPECT_NE(read_all().find("gone"), std::string::npos);
}

TEST_F(an_audience, an_outbox_that_has_begun_a_message_finishes_it) {
  people.add(1, kind, box);
  people.publish({said(1, "secret")});
  std::array<std::string_view, 1> views;
  box.gather(views);
  box.consume(3);
  people.publish({taken_back(1, "gone")});
  EXPECT_NE(read_all().find("ecret"), std::string::npos);
  EXPECT_EQ(read_all().find("gone"), std::string::npos);
}

TEST_F(an_audience, is_not_over_while_someone_who_left_has_words_to_read) {
  people.add(1, kind, box);
  people.publish({said(1, "secret")});
  people.remove(1);
  EXPECT_FALSE(people.over());
  people.publish({taken_back(1, "gone")});
  EXPECT_EQ(read_all().find("secret"), std::string::npos);
  EXPECT_TRUE(people.over());
}

}  // namespace
}  // namespace nightlight::rooms
