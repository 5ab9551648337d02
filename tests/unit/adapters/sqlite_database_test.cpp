#include "adapters/sqlite/sqlite_database.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/sqlite_room_log.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::adapters {
namespace {

// What opening throws; nothing when it opens.
std::string complaint(const std::string& path) {
  try {
    sqlite_database opened{{.path = path}};
    return {};
  } catch (const std::runtime_error& words) {
    return words.what();
  }
}

result<void> put_setting(sqlite_database& database, const std::string& key, const std::string& value) {
  std::promise<result<void>> answer;
  sqlite_store{database}.transact([&](records& r) { return r.put_setting(key, value); },
                                  [&](result<void> outcome) { answer.set_value(outcome); });
  return answer.get_future().get();
}

std::string get_setting(sqlite_database& database, const std::string& key) {
  std::promise<std::string> answer;
  std::string found;
  sqlite_store{database}.transact(
      [&](records& r) -> result<void> {
        found = r.get_setting(key)->value_or("nothing");
        return {};
      },
      [&](result<void>) { answer.set_value(found); });
  return answer.get_future().get();
}

class a_database_file : public ::testing::Test {
 protected:
  nightlight::testing::temporary_directory directory;
  const std::string path = directory.file("nightlight.db");
};

TEST_F(a_database_file, keeps_what_was_written_when_it_is_opened_again) {
  {
    sqlite_database database{{.path = path}};
    ASSERT_TRUE(put_setting(database, "demo", "1"));
  }
  sqlite_database again{{.path = path}};
  EXPECT_EQ(get_setting(again, "demo"), "1");
}

TEST_F(a_database_file, can_have_its_log_laid_out_and_does_not_lengthen_it_then) {
  const auto log_bytes = [this] { return std::filesystem::file_size(path + "-wal"); };
  {
    sqlite_database database{{.path = path, .checkpoint_pages = 200, .log_laid_out = true, .synchronous = "OFF"}};
    const auto laid_out = log_bytes();
    EXPECT_EQ(laid_out, 32 + (200 + 64) * (24 + 2048));
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(put_setting(database, "demo", std::to_string(i)));
    EXPECT_EQ(log_bytes(), laid_out);
  }
  sqlite_database again{{.path = path, .log_laid_out = true}};
  EXPECT_EQ(get_setting(again, "demo"), "299");
}

TEST_F(a_database_file, is_closed_to_other_accounts_and_so_is_everything_beside_it) {
  sqlite_database database{{.path = path}};
  ASSERT_TRUE(put_setting(database, "demo", "1"));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{directory.path()}) {
    struct stat found {};
    ASSERT_EQ(::stat(entry.path().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 3) << "database, write-ahead log and lock";
}

TEST_F(a_database_file, has_one_owner_at_a_time_and_says_so) {
  {
    sqlite_database owner{{.path = path}};
    EXPECT_NE(complaint(path).find("is in use by another nightlight process"), std::string::npos) << complaint(path);
    ASSERT_TRUE(put_setting(owner, "demo", "1")) << "the owner is not disturbed";
  }
  EXPECT_EQ(complaint(path), "");
}

TEST_F(a_database_file, lets_no_other_connection_in_while_it_is_open) {
  sqlite_database owner{{.path = path}};
  connection other{path, nullptr};
  EXPECT_EQ(other.execute("SELECT count(*) FROM setting") & 0xff, SQLITE_BUSY);
}

TEST_F(a_database_file, of_a_newer_program_is_refused_with_clear_words) {
  { sqlite_database made{{.path = path}}; }
  connection{path, nullptr}.must_execute("PRAGMA user_version = 99");
  EXPECT_NE(complaint(path).find("written by a newer nightlight (schema 99"), std::string::npos) << complaint(path);
}

TEST_F(a_database_file, of_somebody_else_is_refused_and_left_alone) {
  connection{path, nullptr}.must_execute("CREATE TABLE theirs(x); PRAGMA user_version = 0");
  EXPECT_NE(complaint(path).find("not a nightlight database"), std::string::npos) << complaint(path);
  connection theirs{path, nullptr};
  EXPECT_EQ(theirs.must_query_number("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(a_database_file, that_is_no_database_is_refused) {
  std::ofstream{path} << "words that are not a database, and enough of them to be read as a page's beginning "
                      << std::string(4096, 'x');
  EXPECT_NE(complaint(path).find("cannot be used"), std::string::npos) << complaint(path);
}

TEST_F(a_database_file, whose_migration_was_interrupted_is_migrated_again) {
  {
    connection interrupted{path, nullptr};
    interrupted.must_execute("BEGIN; CREATE TABLE log_room(number INTEGER PRIMARY KEY, room BLOB NOT NULL UNIQUE)");
  }  // closed, as a crash would, before its COMMIT
  EXPECT_EQ(complaint(path), "");
  EXPECT_EQ((connection{path, nullptr}.must_query_number("PRAGMA user_version")), newest_schema());
}

TEST_F(a_database_file, of_an_earlier_release_gets_what_is_new_and_keeps_what_it_has) {
  {
    sqlite_database made{{.path = path}};
    ASSERT_TRUE(put_setting(made, "demo", "1"));
  }
  connection{path, nullptr}.must_execute(
      "DROP TABLE audit; DROP TABLE ban; DROP TABLE contact; DROP TABLE on_call; DROP TABLE page;"
      "DROP TABLE meeting_room; DROP TABLE calendar_answer; DROP TABLE place; DROP TABLE kept_meeting; DROP TABLE "
      "series_exception; DROP TABLE series; DROP TABLE topic;"
      "DROP TABLE reminder; DROP TABLE return_link; DROP TABLE calendar_step; DROP TABLE meeting_figures;"
      "DROP TABLE cover; DROP TABLE own_feed; DROP TABLE incident; DROP TABLE incident_entry;"
      "ALTER TABLE room DROP COLUMN starts_ms; ALTER TABLE room DROP COLUMN ends_ms;"
      "ALTER TABLE room DROP COLUMN late_entry_minutes;"
      "ALTER TABLE session DROP COLUMN sealed_marks; ALTER TABLE room DROP COLUMN profile;"
      "ALTER TABLE invitation DROP COLUMN for_one; PRAGMA user_version = 1;"
      "INSERT INTO invitation VALUES(x'01', x'02', 1, x'', '', 1, 0), (x'02', x'02', 1, x'', '', -1, 0)");
  {
    sqlite_database migrated{{.path = path}};
    EXPECT_EQ(get_setting(migrated, "demo"), "1");
  }
  connection now{path, nullptr};
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM audit"), 0);
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM ban"), 0);
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM page"), 0);
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM series"), 0);
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM reminder WHERE person IN (SELECT person FROM place)"), 0);
  EXPECT_EQ(now.must_query_number("SELECT sum(for_one) FROM invitation"), 1);
}

TEST_F(a_database_file, with_bans_of_single_rooms_keeps_them_where_they_were_made) {
  { sqlite_database made{{.path = path}}; }
  connection{path, nullptr}.must_execute(
      "DROP INDEX ban_by_place; ALTER TABLE ban DROP COLUMN made_in; ALTER TABLE ban RENAME COLUMN holds_in TO room;"
      "DROP INDEX meeting_room_by_room; ALTER TABLE room DROP COLUMN profile;"
      "DROP TABLE reminder; DROP TABLE return_link; DROP TABLE calendar_step; DROP TABLE meeting_figures; DROP INDEX "
      "page_by_recipient; DROP TABLE cover; DROP TABLE own_feed; DROP TABLE incident; DROP TABLE incident_entry; ALTER "
      "TABLE topic DROP COLUMN profile;"
      "ALTER TABLE topic DROP COLUMN retired; ALTER TABLE topic DROP COLUMN changed_by; ALTER TABLE topic DROP COLUMN "
      "changed_ms;"
      "ALTER TABLE page DROP COLUMN about; DROP INDEX place_by_person; DROP INDEX place_by_offer;"
      "ALTER TABLE place DROP COLUMN answer_by_ms; ALTER TABLE place DROP COLUMN passed; PRAGMA user_version = 6;"
      "INSERT INTO ban VALUES(x'01', x'02', 100, 7)");
  { sqlite_database migrated{{.path = path}}; }
  connection now{path, nullptr};
  EXPECT_EQ(now.must_query_number("SELECT count(*) FROM ban WHERE holds_in = x'01' AND made_in = x'01'"), 1);
}

TEST_F(a_database_file, that_cannot_be_made_is_named) {
  const std::string nowhere = directory.file("missing/nightlight.db");
  EXPECT_NE(complaint(nowhere).find(nowhere), std::string::npos) << complaint(nowhere);
}

TEST(a_full_queue, answers_that_the_store_is_unavailable) {
  nightlight::testing::temporary_directory directory;
  sqlite_database database{{.path = directory.file("nightlight.db"), .queue_max = 2}};
  sqlite_store store{database};
  std::promise<void> entered;
  std::promise<void> go_on;
  store.transact(
      [&](records&) -> result<void> {
        entered.set_value();
        go_on.get_future().wait();
        return {};
      },
      [](result<void>) {});
  entered.get_future().wait();
  int kept = 0;
  int refused = 0;
  std::promise<void> all;
  for (int i = 0; i < 5; ++i) {
    store.transact([](records&) -> result<void> { return {}; },
                   [&](result<void> outcome) {
                     outcome ? ++kept : ++refused;
                     if (kept == 2) all.set_value();
                   });
  }
  EXPECT_EQ(refused, 3) << "before the calls returned";
  go_on.set_value();
  all.get_future().wait();
  EXPECT_EQ(kept, 2);
}

TEST(closing, does_what_waits_first) {
  nightlight::testing::temporary_directory directory;
  const std::string path = directory.file("nightlight.db");
  int kept = 0;
  {
    sqlite_database database{{.path = path}};
    sqlite_store store{database};
    for (int i = 0; i < 100; ++i) {
      store.transact([i](records& r) { return r.put_setting("last", std::to_string(i)); },
                     [&kept](result<void> outcome) { kept += outcome.has_value() ? 1 : 0; });
    }
  }
  EXPECT_EQ(kept, 100);
  sqlite_database again{{.path = path}};
  EXPECT_EQ(get_setting(again, "last"), "99");
}

}  // namespace
}  // namespace nightlight::adapters
