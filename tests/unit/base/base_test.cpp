// What the vocabulary refuses to do is checked where it is compiled.
#include <gtest/gtest.h>

#include <concepts>
#include <ostream>
#include <unordered_set>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/private_text.hpp"
#include "base/result.hpp"

namespace nightlight {
namespace {

template <class T>
concept printable = requires(std::ostream& out, const T& t) {
  out << t;
};
template <class T>
concept addable = requires(T t) {
  t + t;
};

static_assert(!printable<private_text>, "words a person typed must not reach a stream");
static_assert(!printable<person_id> && !printable<position>);
static_assert(!addable<position> && !addable<circle_number>);
static_assert(!std::convertible_to<position, circle_number>);
static_assert(!std::convertible_to<std::uint64_t, position> && !std::convertible_to<position, std::uint64_t>);
static_assert(!std::convertible_to<std::string, room_id> && !std::convertible_to<std::string, private_text>);
static_assert(!std::equality_comparable_with<room_id, person_id>);

TEST(strong_number, counts_from_none) {
  EXPECT_FALSE(position{});
  EXPECT_EQ(position{}.next(), position{1});
  EXPECT_LT(position{1}, position{2});
}

TEST(strong_id, hashes_by_what_it_holds) {
  const std::unordered_set<person_id> people{person_id{"a"}, person_id{"b"}, person_id{"a"}};
  EXPECT_EQ(people.size(), 2U);
  EXPECT_FALSE(person_id{});
  EXPECT_TRUE(person_id{"a"});
}

TEST(instant, is_whole_milliseconds_of_unix_time) {
  EXPECT_EQ(to_unix_ms(from_unix_ms(1'893'456'000'123)), 1'893'456'000'123);
  EXPECT_EQ(from_unix_ms(1000) - from_unix_ms(1), milliseconds{999});
  EXPECT_EQ(to_unix_ms(from_unix_ms(0) + seconds{2}), 2000);
}

TEST(private_text, shows_itself_only_when_asked) {
  const private_text words{"hello"};
  EXPECT_EQ(words.reveal(), "hello");
  EXPECT_EQ(words.size_bytes(), 5U);
  EXPECT_TRUE(private_text{}.empty());
}

TEST(failure, has_words_of_its_own_and_no_two_the_same) {
  std::unordered_set<std::string> words;
  for (int value = 1; value <= static_cast<int>(failure::corrupt); ++value) {
    const error_code code = make_error_code(static_cast<failure>(value));
    EXPECT_TRUE(words.insert(code.message()).second) << code.message();
    EXPECT_STREQ(code.category().name(), "nightlight");
  }
  EXPECT_EQ(error_code{failure::conflict}, failure::conflict);
  EXPECT_EQ(error_code(99, failure_category()).message(), "unknown failure");
}

}  // namespace
}  // namespace nightlight
