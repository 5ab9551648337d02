// Incidents end on time: her words 30 days after the alert, all of it after 90, across restarts, and not a moment
// before.
#include "care/incident_forgetting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "accounts/staff.hpp"
#include "adapters/memory/memory_store.hpp"
#include "care/incident_book.hpp"
#include "support/await_task.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::care {
namespace {

using std::chrono::days;
using ::testing::ElementsAre;

class incidents_that_end : public ::testing::Test {
 protected:
  incidents_that_end() {
    domain::noted_alert alert;
    alert.meeting = meeting_id{"a meeting"};
    alert.what.number = alert_number{1};
    alert.what.raised_at = raised_;
    alert.what.closed = true;
    const incident_writing wanted{room_id{"room"}, alert, raised_, private_text{"What we did."},
                                  private_text{"Her words."}};
    const answer<shown_incident> made = ask([&](const incident_desk& d) { return write_incident(d, {}, wanted); });
    EXPECT_TRUE(made);
    id_ = made->id;
  }

  answer<shown_incident> ask(incident_book::deed<shown_incident> inside) {
    incident_book book{rows_, clock_, audited_, box_};
    return testing::await_task(context_, book.async_do(context_.get_executor(), kim_, std::move(inside)));
  }
  answer<shown_incident> read() {
    return ask([&](const incident_desk& d) { return read_incident(d, id_); });
  }
  // Another process each time, with nothing in memory.
  result<void> forget_what_is_due() {
    const incident_box box{keys_.path()};
    incident_forgetting forgetting{context_.get_executor(), rows_, clock_, audited_, box};
    return testing::await_task(context_, forgetting.async_forget_due());
  }
  std::size_t key_files() {
    std::size_t count = 0;
    for (const auto& file : std::filesystem::directory_iterator{keys_.path()}) {
      count += file.path().filename().native().starts_with("incident-") ? 1 : 0;
    }
    return count;
  }
  template <class Work>
  void look(Work work) {
    rows_.transact(
        [&](records& r) -> result<void> {
          work(r);
          return {};
        },
        [](result<void>) {});
  }
  std::vector<std::string> audited() {
    std::vector<std::string> actions;
    look([&](records& r) {
      for (const audit_row& row : r.read_audit(0, 100).value()) actions.push_back(row.entry.action);
    });
    return actions;
  }

  boost::asio::io_context context_{1};
  testing::fixed_clock clock_;
  const instant raised_ = clock_.now() - seconds{60};
  adapters::memory_store rows_;
  testing::temporary_directory keys_;
  audit::audit_log audited_{keys_.path()};
  const incident_box box_{keys_.path()};
  const team_member kim_{person_id{"kim"}, domain::role::facilitator};
  incident_id id_;
};

TEST_F(incidents_that_end, her_words_are_there_until_the_last_moment_of_30_days) {
  clock_.set(raised_ + days{30} - milliseconds{1});
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_EQ(read()->excerpt.reveal(), "Her words.");
  clock_.set(raised_ + days{30});
  EXPECT_EQ(read()->excerpt.reveal(), "") << "also when nobody has destroyed them yet";
  EXPECT_EQ(read()->excerpt_until, instant{});
}

TEST_F(incidents_that_end, their_key_is_destroyed_after_30_days_and_the_rest_stays) {
  EXPECT_EQ(key_files(), 2U);
  clock_.set(raised_ + days{30});
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_EQ(key_files(), 1U);
  look([&](records& r) { EXPECT_EQ(r.incidents().find_incident(id_).value()->sealed_excerpt, ""); });
  EXPECT_EQ(read()->what.note.reveal(), "What we did.");
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_THAT(audited(), ElementsAre("incident_written", "incident_excerpt_forgotten", "incident_read"));
}

TEST_F(incidents_that_end, all_of_it_is_there_until_the_last_moment_of_90_days) {
  clock_.set(raised_ + days{90} - milliseconds{1});
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_EQ(read()->what.note.reveal(), "What we did.");
  clock_.set(raised_ + days{90});
  EXPECT_EQ(read().error().code, incident_refusal_code::incident_unknown);
}

TEST_F(incidents_that_end, nothing_is_left_after_90_days_but_what_the_audit_log_says) {
  ASSERT_TRUE(ask([&](const incident_desk& d) {
    return decide(d, {}, id_, {domain::report_decision::reported, private_text{"A child."}, {}});
  }));
  clock_.set(raised_ + days{90});
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_EQ(key_files(), 0U);
  look([&](records& r) {
    EXPECT_EQ(r.incidents().find_incident(id_).value(), std::nullopt);
    EXPECT_TRUE(r.incidents().list_entries(id_).value().empty());
    EXPECT_EQ(r.next_job_due("forget_incident").value(), std::nullopt);
    EXPECT_EQ(r.next_job_due("forget_incident_excerpt").value(), std::nullopt);
  });
  EXPECT_THAT(audited(),
              ElementsAre("incident_written", "incident_decided", "incident_excerpt_forgotten", "incident_forgotten"));
}

TEST_F(incidents_that_end, a_stop_after_the_key_is_gone_only_means_doing_it_again) {
  clock_.set(raised_ + days{90});
  ASSERT_TRUE(box_.destroy_key(id_, incident_part::record));
  EXPECT_EQ(key_files(), 1U);
  ASSERT_TRUE(forget_what_is_due());
  EXPECT_EQ(key_files(), 0U);
  look([&](records& r) { EXPECT_EQ(r.incidents().find_incident(id_).value(), std::nullopt); });
}

TEST_F(incidents_that_end, the_rest_is_read_when_their_key_was_lost) {
  ASSERT_TRUE(box_.destroy_key(id_, incident_part::excerpt));
  EXPECT_EQ(read()->what.note.reveal(), "What we did.");
  EXPECT_EQ(read()->excerpt_until, instant{});
}

TEST_F(incidents_that_end, one_without_her_words_has_one_key) {
  clock_.set(raised_ + days{90});
  ASSERT_TRUE(forget_what_is_due());
  domain::noted_alert alert;
  alert.meeting = meeting_id{"another"};
  alert.what.number = alert_number{1};
  alert.what.raised_at = clock_.now() - days{30};
  alert.what.closed = true;
  incident_writing late{room_id{"room"}, alert, alert.what.raised_at, {}, private_text{"Her words."}};
  const auto write = [&] { return ask([&](const incident_desk& d) { return write_incident(d, {}, late); }); };
  EXPECT_EQ(write().error().code, incident_refusal_code::excerpt_too_late);
  late.excerpt = {};
  ASSERT_TRUE(write());
  EXPECT_EQ(key_files(), 1U);
  late.alert->what.raised_at += milliseconds{1};
  late.alert->what.number = alert_number{2};
  late.raised_at = late.alert->what.raised_at;
  late.excerpt = private_text{"Her words."};
  EXPECT_TRUE(write()) << "a moment later there is still time";
  late.alert->what.number = alert_number{3};
  late.raised_at = late.alert->what.raised_at = clock_.now() - days{90};
  late.excerpt = {};
  EXPECT_EQ(write().error().code, incident_refusal_code::alert_unknown);
}

}  // namespace
}  // namespace nightlight::care
