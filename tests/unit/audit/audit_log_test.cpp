// The audit log between a store and its anchor: what a crash, a cut table and a lost anchor look like afterwards.
#include "audit/audit_log.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "adapters/memory/memory_store.hpp"
#include "support/audit_rows.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::audit {
namespace {

using nightlight::testing::deed;

class an_audit_log : public ::testing::Test {
 protected:
  audit_mark keep(std::uint64_t first, std::uint64_t last) {
    std::vector<audit_entry> entries;
    for (std::uint64_t n = first; n <= last; ++n) entries.push_back(deed(n));
    audit_mark newest;
    store->transact(
        [&](records& r) -> result<void> {
          result<audit_mark> at = log->keep(r, entries);
          if (!at) return at.error();
          newest = *at;
          return {};
        },
        [](const result<void>& done) { ASSERT_TRUE(done); });
    return newest;
  }
  void keep_and_anchor(std::uint64_t first, std::uint64_t last) { ASSERT_TRUE(log->anchor(keep(first, last))); }

  std::vector<audit_row> rows() {
    std::vector<audit_row> found;
    store->transact(
        [&](records& r) -> result<void> {
          found = *r.read_audit(0, 1000);
          return {};
        },
        [](const result<void>&) {});
    return found;
  }

  // The table loses everything after `last`, behind the program's back.
  void cut_after(std::uint64_t last) {
    auto left = std::make_unique<adapters::memory_store>();
    left->transact(
        [&](records& r) -> result<void> {
          for (const audit_row& row : rows()) {
            if (row.sequence > last) break;
            EXPECT_TRUE(r.append_audit(row));
          }
          return {};
        },
        [](const result<void>&) {});
    store = std::move(left);
  }
  void restart() { log = std::make_unique<audit_log>(directory.path()); }

  // Empty: nothing is wrong.
  std::string complaint(audit_mark from = beginning()) {
    const std::uint64_t after = from.sequence;
    chain_check check = log->check_after(std::move(from));
    for (const audit_row& row : rows()) {
      if (row.sequence <= after) continue;
      if (const auto wrong = check.take(row)) return std::to_string(wrong->sequence) + " " + wrong->why;
    }
    const auto wrong = check.end();
    return wrong ? std::to_string(wrong->sequence) + " " + wrong->why : "";
  }

  nightlight::testing::temporary_directory directory;
  std::unique_ptr<adapters::memory_store> store = std::make_unique<adapters::memory_store>();
  std::unique_ptr<audit_log> log = std::make_unique<audit_log>(directory.path());
};

TEST_F(an_audit_log, is_whole_before_its_first_record_and_after_many_and_for_the_next_process) {
  EXPECT_EQ(complaint(), "");
  keep_and_anchor(1, 3);
  keep_and_anchor(4, 70);
  restart();
  keep_and_anchor(71, 72);
  EXPECT_EQ(complaint(), "");
  ASSERT_EQ(rows().size(), 72u);
  EXPECT_EQ(rows()[70].entry, deed(71));
}

TEST_F(an_audit_log, keeps_its_keys_and_its_anchor_for_its_owner_alone) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{directory.path()}) {
    struct stat found {};
    ASSERT_EQ(::stat(entry.path().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 3);
  ASSERT_EQ(::chmod(directory.file("audit-chain.key").c_str(), 0644), 0);
  EXPECT_THROW(restart(), std::runtime_error);
}

TEST_F(an_audit_log, does_not_take_a_key_of_another_length) {
  std::ofstream{directory.file("audit-signing.key")} << "short";
  EXPECT_THROW(restart(), std::runtime_error);
  std::ofstream{directory.file("audit-signing.key")} << std::string(33, 'x');
  EXPECT_THROW(restart(), std::runtime_error);
}

TEST_F(an_audit_log, ahead_of_its_anchor_after_a_crash_is_whole) {
  keep_and_anchor(1, 3);
  keep(4, 5);
  restart();
  EXPECT_EQ(complaint(), "");
  keep_and_anchor(6, 6);
  EXPECT_EQ(complaint(), "");
  cut_after(5);
  EXPECT_EQ(complaint().substr(0, 12), "6 is missing");
}

TEST_F(an_audit_log, whose_end_was_cut_off_says_so_for_ever) {
  keep_and_anchor(1, 5);
  cut_after(3);
  EXPECT_EQ(complaint(), "4 is missing, and so is every record up to 5: the anchor beside the keys knows them");
  restart();
  keep_and_anchor(6, 7);
  EXPECT_EQ(rows()[3].sequence, 6u) << "the hole stays";
  EXPECT_EQ(complaint(), "4 is missing, and so is every record up to 5");
  EXPECT_EQ(complaint({6, rows()[3].link}), "") << "what came after it can be checked still";
  cut_after(6);
  EXPECT_EQ(complaint({6, rows()[3].link}).substr(0, 12), "7 is missing");
}

TEST_F(an_audit_log, that_was_emptied_says_so) {
  keep_and_anchor(1, 1);
  cut_after(0);
  EXPECT_EQ(complaint(), "1 is missing: the anchor beside the keys knows them");
}

TEST_F(an_audit_log, whose_anchor_was_taken_away_or_changed_says_so_now_and_later) {
  for (const bool removed : {true, false}) {
    keep_and_anchor(1, 3);
    cut_after(2);
    if (removed) {
      std::filesystem::remove(directory.file("audit.anchor"));
    } else {
      std::ofstream(directory.file("audit.anchor")) << "2:" << std::string(64, 'a') << ":" << std::string(64, 'b');
    }
    EXPECT_EQ(complaint(), "3 may be missing: the anchor beside the keys is gone or was changed");
    restart();
    keep_and_anchor(4, 4);
    EXPECT_EQ(rows()[2].entry.action, anchor_lost);
    EXPECT_EQ(complaint(), "3 says that the anchor was lost: records may be missing before it");
    EXPECT_EQ(complaint({3, rows()[2].link}), "");
    store = std::make_unique<adapters::memory_store>();
    audit_log::forget(directory.path());
    restart();
  }
}

TEST_F(an_audit_log, takes_no_anchor_that_another_key_made) {
  keep_and_anchor(1, 3);
  const nightlight::testing::temporary_directory other;
  audit_log theirs(other.path());
  ASSERT_TRUE(theirs.anchor({1, std::string(32, 'x')}));
  std::filesystem::copy_file(other.file("audit.anchor"), directory.file("audit.anchor"),
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(complaint().substr(0, 16), "4 may be missing");
}

TEST_F(an_audit_log, moves_its_anchor_forward_only) {
  keep_and_anchor(1, 3);
  const audit_mark older{1, rows()[0].link};
  EXPECT_TRUE(log->anchor(older));
  cut_after(2);
  EXPECT_EQ(complaint().substr(0, 12), "3 is missing");
}

TEST_F(an_audit_log, whose_unit_was_undone_has_no_hole) {
  keep_and_anchor(1, 3);
  store->fail_next_units(1);
  const std::vector<audit_entry> lost{deed(4)};
  store->transact(
      [&](records& r) -> result<void> {
        EXPECT_TRUE(log->keep(r, lost));
        return {};
      },
      [](const result<void>& done) { EXPECT_FALSE(done); });
  keep_and_anchor(5, 5);
  EXPECT_EQ(rows().back().sequence, 4u);
  EXPECT_EQ(complaint(), "");
}

}  // namespace
}  // namespace nightlight::audit
