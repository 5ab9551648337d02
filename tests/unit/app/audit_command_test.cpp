// `nightlight audit` over a store whose file was tampered with by another program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "adapters/sqlite/connection.hpp"
#include "app/command_line.hpp"
#include "app/control_desk.hpp"
#include "app/control_socket.hpp"
#include "app/storage.hpp"
#include "app/store_call.hpp"
#include "support/audit_rows.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class audit_command_test : public ::testing::Test {
 protected:
  audit_command_test() {
    std::ofstream(settings_) << "[store]\npath = \"" << database_ << "\"\nkeys_dir = \"" << folder_.path()
                             << "/kept/keys\"\n";
    keep(1, 20);
  }

  void keep(std::uint64_t first, std::uint64_t last) {
    storage kept({.path = database_, .keys_dir = folder_.path() + "/kept/keys"});
    std::vector<audit_entry> entries;
    for (std::uint64_t n = first; n <= last; ++n) entries.push_back(nightlight::testing::deed(n));
    audit_mark newest;
    ASSERT_TRUE(transact_and_wait(kept.records(), [&](records& r) -> result<void> {
      auto at = kept.audit().keep(r, entries);
      if (!at) return at.error();
      newest = *at;
      return {};
    }));
    ASSERT_TRUE(transact_and_wait(kept.records(), [&](records&) { return kept.audit().anchor(newest); }));
  }

  // By somebody who knows SQLite and has no keys.
  void tamper(const std::string& sql) {
    adapters::connection file(database_, nullptr);
    file.must_execute("DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_deleted");
    file.must_execute(sql);
  }

  int audit(std::vector<std::string> words) {
    words.insert(words.begin(), {"nightlight", "audit"});
    words.insert(words.end(), {"--config", settings_});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int status = run_command_line(static_cast<int>(arguments.size()), arguments.data());
    out_ = ::testing::internal::GetCapturedStdout();
    err_ = ::testing::internal::GetCapturedStderr();
    return status;
  }
  std::string first_bad() {
    EXPECT_EQ(audit({"verify"}), 1);
    EXPECT_EQ(out_, "");
    return err_.substr(0, err_.find(':'));
  }
  std::string printed_checkpoint() {
    EXPECT_EQ(audit({"verify"}), 0);
    const std::size_t at = out_.find("checkpoint ") + 11;
    return out_.substr(at, out_.find('\n', at) - at);
  }

  nightlight::testing::temporary_directory folder_;
  const std::string database_ = folder_.path() + "/kept/nightlight.db";
  const std::string settings_ = folder_.file("server.toml");
  std::string out_;
  std::string err_;
};

TEST_F(audit_command_test, a_log_that_nobody_touched_is_whole) {
  EXPECT_EQ(audit({"verify"}), 0) << err_;
  EXPECT_THAT(out_, StartsWith("20 records, none missing and none changed\ncheckpoint 20:"));
}

TEST_F(audit_command_test, the_first_record_that_was_edited_is_named) {
  tamper("UPDATE audit SET actor = 'system' WHERE sequence IN (17, 19)");
  EXPECT_EQ(first_bad(), "record 17");
}

TEST_F(audit_command_test, the_first_record_that_was_deleted_is_named) {
  tamper("DELETE FROM audit WHERE sequence = 17");
  EXPECT_EQ(first_bad(), "record 17");
  EXPECT_THAT(err_, HasSubstr("missing"));
}

TEST_F(audit_command_test, records_that_changed_places_are_named) {
  tamper(
      "UPDATE audit SET sequence = -1 WHERE sequence = 17; UPDATE audit SET sequence = 17 WHERE sequence = 18;"
      "UPDATE audit SET sequence = 18 WHERE sequence = -1");
  EXPECT_EQ(first_bad(), "record 17");
}

TEST_F(audit_command_test, a_record_that_was_put_in_is_named) {
  tamper(
      "UPDATE audit SET sequence = sequence + 100 WHERE sequence >= 17;"
      "INSERT INTO audit SELECT 17, time_ms, room, meeting, 500, actor, role, action, target, subject, messages,"
      " length_s, link, signature FROM audit WHERE sequence = 3;"
      "UPDATE audit SET sequence = sequence - 99 WHERE sequence >= 117");
  EXPECT_EQ(first_bad(), "record 17");
}

TEST_F(audit_command_test, a_record_below_the_first_number_is_not_overlooked) {
  tamper(
      "INSERT INTO audit SELECT -5, time_ms, room, meeting, 500, actor, role, action, target, subject, messages,"
      " length_s, link, signature FROM audit WHERE sequence = 3");
  EXPECT_EQ(first_bad(), "record 1");
  EXPECT_THAT(err_, HasSubstr("not numbered"));
}

TEST_F(audit_command_test, a_record_added_without_the_key_is_named) {
  tamper(
      "INSERT INTO audit SELECT 21, time_ms, room, meeting, 500, actor, role, action, target, subject, messages,"
      " length_s, link, signature FROM audit WHERE sequence = 20");
  EXPECT_EQ(first_bad(), "record 21");
}

TEST_F(audit_command_test, the_first_record_of_an_end_that_was_cut_off_is_named_also_after_new_ones) {
  tamper("DELETE FROM audit WHERE sequence >= 19");
  EXPECT_EQ(first_bad(), "record 19");
  keep(21, 22);
  EXPECT_EQ(first_bad(), "record 19");
  EXPECT_EQ(audit({"verify", "--after", "21"}), 0) << err_;
  EXPECT_EQ(audit({"verify", "--after", "20"}), 1);
  EXPECT_THAT(err_, StartsWith("record 20: is missing"));
}

TEST_F(audit_command_test, a_running_server_is_asked_and_its_store_left_alone) {
  storage kept({.path = database_, .keys_dir = folder_.path() + "/kept/keys"});
  const adapters::system_clock clock;
  control_desk desk(kept, clock, {[](const person_id&) {}, [](const person_id&) {}});
  const control_socket server(control_socket_path(database_),
                              [&](const auto& request) { return desk.answer(request); });
  EXPECT_EQ(audit({"verify"}), 0) << err_;
  EXPECT_THAT(out_, StartsWith("20 records"));
  EXPECT_EQ(audit({"list", "--after", "18"}), 0);
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 2);
  EXPECT_EQ(audit({"verify", "--after", "21"}), 1);
}

TEST_F(audit_command_test, a_checkpoint_kept_elsewhere_shows_that_an_old_copy_came_back) {
  const std::string saved = folder_.file("saved");
  const auto copy = [](const std::string& from, const std::string& to) {
    std::filesystem::copy(from, to,
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  };
  copy(folder_.path() + "/kept", saved);
  keep(21, 22);
  const std::string checkpoint = printed_checkpoint();
  EXPECT_EQ(audit({"verify", "--checkpoint", checkpoint}), 0) << err_;
  std::filesystem::remove_all(folder_.path() + "/kept");
  copy(saved, folder_.path() + "/kept");
  std::filesystem::permissions(folder_.path() + "/kept/keys", std::filesystem::perms::owner_all);
  EXPECT_EQ(audit({"verify"}), 0) << "the anchor is as old as the table";
  EXPECT_EQ(audit({"verify", "--checkpoint", checkpoint}), 1);
  EXPECT_THAT(err_, StartsWith("record 21: is missing"));
  EXPECT_EQ(audit({"verify", "--checkpoint", "20:ab:cd"}), 1);
  EXPECT_THAT(err_, HasSubstr("not one that this server signed"));
}

TEST_F(audit_command_test, the_program_itself_cannot_change_or_delete_records) {
  adapters::connection file(database_, nullptr);
  EXPECT_NE(file.execute("UPDATE audit SET actor = 'system'"), SQLITE_OK);
  EXPECT_NE(file.execute("DELETE FROM audit"), SQLITE_OK);
}

TEST_F(audit_command_test, the_list_is_one_line_for_each_record_by_room_and_from_a_moment_on) {
  EXPECT_EQ(audit({"list"}), 0);
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 20);
  EXPECT_THAT(out_, StartsWith("1  2030-03-17T17:46:41Z  room tuesdayroom2 position 3  facilitator "
                               "0123456789abcdef0123456789abcdef  member_muted  member 2  300 s  meeting 01"));
  EXPECT_EQ(audit({"list", "--since", "2030-03-17T17:46:55Z"}), 0);
  EXPECT_THAT(out_, StartsWith("15  "));
  EXPECT_EQ(audit({"list", "--room", "tuesdayroom2", "--after", "19"}), 0);
  EXPECT_THAT(out_, StartsWith("20  "));
  EXPECT_EQ(audit({"list", "--room", "fridayroom22"}), 0);
  EXPECT_EQ(out_, "");
  EXPECT_EQ(audit({"list", "--since", "yesterday"}), 1);
  EXPECT_THAT(err_, HasSubstr("--since"));
}

TEST_F(audit_command_test, more_records_than_a_page_holds_are_checked_and_listed) {
  keep(21, 2100);
  EXPECT_EQ(audit({"verify"}), 0) << err_;
  EXPECT_THAT(out_, StartsWith("2100 records"));
  EXPECT_EQ(audit({"list"}), 0);
  EXPECT_EQ(std::count(out_.begin(), out_.end(), '\n'), 2100);
  tamper("UPDATE audit SET target = 0 WHERE sequence = 1500");
  EXPECT_EQ(first_bad(), "record 1500");
}

}  // namespace
}  // namespace nightlight::app
