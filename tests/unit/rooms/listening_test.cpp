#include "rooms/listening.hpp"

#include <gtest/gtest.h>

#include "domain/room/command.hpp"

namespace nightlight::rooms {
namespace {

std::shared_ptr<const domain::care::lexicon> lexicon() {
  const domain::care::lexicon_source source{"test.lexicon",
                                            "version test\nrule c3.gone C3 amber : (gone|died) ; room loss=none\n"};
  return domain::care::parse_lexicon(std::span(&source, 1)).made;
}

class what_is_heard : public ::testing::Test {
 protected:
  what_is_heard() { ears_.set_lexicon(lexicon()); }
  domain::alert_level in(const char* room, const char* words) {
    const domain::say said{{private_text{words}}};
    const auto heard = ears_.hear(room_id{room}, {}, person_id{"ana"}, said, from_unix_ms(1));
    return heard.care ? heard.care->level : domain::alert_level::none;
  }

  listening ears_{{"organisation", ""}};
};

TEST_F(what_is_heard, goes_by_what_is_talked_about_in_the_room) {
  EXPECT_EQ(in("nights", "she died"), domain::alert_level::amber);
  ears_.set_room_profile(room_id{"loss"}, "loss");
  EXPECT_EQ(in("loss", "she died"), domain::alert_level::none);
  EXPECT_EQ(in("nights", "she died"), domain::alert_level::amber) << "in that room alone";
}

TEST_F(what_is_heard, is_anything_in_a_room_that_says_nothing_or_nonsense) {
  ears_.set_room_profile(room_id{"room"}, "loss");
  for (const char* name : {"", "general", "Loss", "a circle"}) {
    ears_.set_room_profile(room_id{"room"}, name);
    EXPECT_EQ(in("room", "she died"), domain::alert_level::amber) << name;
  }
}

}  // namespace
}  // namespace nightlight::rooms
