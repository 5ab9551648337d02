#include "rooms/jobs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace nightlight::rooms {
namespace {

using std::chrono::hours;

const instant opened = from_unix_ms(1'000'000);
const meeting_id meeting{std::string("a\0b/", 4)};

std::map<std::string, instant> due(std::chrono::milliseconds lasted, std::uint32_t retention_hours) {
  std::map<std::string, instant> found;
  for (const job_row& job : purge_jobs({room_id{"room"}, meeting, opened, opened + lasted, retention_hours})) {
    EXPECT_TRUE(purge_subject(job.subject));
    found[job.kind] = job.due_at;
  }
  return found;
}

TEST(purge_jobs, count_the_talk_and_the_reports_from_the_close) {
  const auto jobs = due(hours{2}, 24);
  EXPECT_EQ(jobs.size(), 2u) << "what was set aside goes with the talk";
  EXPECT_EQ(jobs.at("purge_talk"), opened + hours{26});
  EXPECT_EQ(jobs.at("purge_reports"), opened + hours{2 + 30 * 24});
}

TEST(purge_jobs, count_what_was_set_aside_from_the_opening_where_the_talk_is_kept_for_longer) {
  EXPECT_EQ(due(hours{2}, 70).count("purge_set_aside"), 0u);
  EXPECT_EQ(due(hours{2}, 71).at("purge_set_aside"), opened + hours{72});
  EXPECT_EQ(due(hours{2}, 168).at("purge_set_aside"), opened + hours{72});
}

TEST(purge_jobs, take_nothing_from_a_meeting_that_goes_on) {
  const auto jobs = due(hours{100}, 168);
  EXPECT_EQ(jobs.at("purge_set_aside"), opened + hours{100}) << "the moment it closes";
}

TEST(purge_jobs, of_a_room_that_keeps_nothing_are_due_at_once) {
  const auto jobs = due(hours{2}, 0);
  EXPECT_EQ(jobs.at("purge_talk"), opened + hours{2});
  EXPECT_EQ(jobs.count("purge_set_aside"), 0u);
}

TEST(purge_jobs, name_the_room_and_the_meeting) {
  const auto jobs = purge_jobs({room_id{"room"}, meeting, opened, opened, 24});
  const auto subject = purge_subject(jobs.front().subject);
  ASSERT_TRUE(subject);
  EXPECT_EQ(subject->first, room_id{"room"});
  EXPECT_EQ(subject->second, meeting);
  EXPECT_FALSE(purge_subject("nonsense"));
  EXPECT_FALSE(purge_subject("room/not hex"));
}

TEST(purge_jobs, of_an_earlier_release_destroy_everything) {
  EXPECT_EQ(words_of({"purge_words", "room/00", opened, 0}), domain::word_class::everything);
  EXPECT_EQ(classes_of(domain::word_class::everything).size(), sealing::all_retention_classes.size());
  EXPECT_TRUE(std::ranges::any_of(purge_kinds(), [](const purge_kind& k) { return k.job == "purge_words"; }));
}

}  // namespace
}  // namespace nightlight::rooms
