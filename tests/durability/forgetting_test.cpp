// PROMISES P8 and trial 24: after a purge nothing typed can be read, from the live store or from any earlier copy of
// it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "adapters/sqlite/sqlite_room_log.hpp"
#include "sealing/meeting_keys.hpp"
#include "sealing/random.hpp"
#include "support/print_result.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::durability {
namespace {

namespace fs = std::filesystem;
using sealing::retention_class;

const std::string canary = "the canary that she typed at four in the morning";

std::string bytes_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// The files below `folder` that hold `needle`.
std::vector<std::string> files_with(const std::string& folder, std::string_view needle) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file() && bytes_of(entry.path()).find(needle) != std::string::npos) {
      found.push_back(entry.path().filename().string());
    }
  }
  return found;
}

// A database with its log, on the machine's own disk.
class open_log {
 public:
  explicit open_log(const std::string& path) : database_({.path = path}) {}

  void append(append_request request) {
    std::promise<result<position>> answer;
    log_.append(std::move(request), [&](result<position> outcome) { answer.set_value(outcome); });
    ASSERT_TRUE(answer.get_future().get());
  }
  meeting_tail tail(const room_id& room) {
    std::promise<meeting_tail> answer;
    log_.read_newest_meeting(room, [&](auto found) { answer.set_value(found ? *found : meeting_tail{}); });
    return answer.get_future().get();
  }
  void destroy_keys(const meeting_id& meeting, retention_class kept) {
    std::promise<result<void>> answer;
    log_.destroy_keys(meeting, static_cast<std::uint32_t>(kept), [&](result<void> done) { answer.set_value(done); });
    ASSERT_TRUE(answer.get_future().get());
  }

 private:
  adapters::sqlite_database database_;
  adapters::sqlite_room_log log_{database_};
};

class a_purge : public ::testing::Test {
 protected:
  static constexpr int messages = 20;

  void SetUp() override {
    fs::create_directory(live);
    fs::create_directory(earlier);
    log = std::make_unique<open_log>(live + "/nightlight.db");
    auto keys = sealing::meeting_keys::begin(ring, meeting);
    ASSERT_TRUE(keys);
    for (std::uint64_t i = 0; i < messages; ++i) {
      const position at{i + 1};
      const auto author = member_number{static_cast<std::uint32_t>(1 + i % 3)};
      words.push_back(*keys->seal(author, retention_class::talk, place(at), private_text{canary}));
      append_request request{room, meeting, position{i}, {}, keys->take_new()};
      request.rows.push_back({at, circle_number{at.value}, instant{}, words.back().nonce + words.back().ciphertext});
      log->append(std::move(request));
    }
    report = *keys->seal(member_number{1}, retention_class::report, place(position{99}), private_text{canary});
    append_request request{room, meeting, position{messages}, {}, keys->take_new()};
    request.rows.push_back({position{messages + 1}, circle_number{}, instant{}, report.ciphertext});
    log->append(std::move(request));
    key_bytes = ring.find(meeting, retention_class::talk)->view();
    // What a nightly copy would take: the database and its log, never the keys.
    for (const char* name : {"nightlight.db", "nightlight.db-wal"}) {
      fs::copy_file(live + "/" + name, earlier + "/" + name);
    }
  }

  static std::string place(position at) { return sealing::words_place(room_id{"room"}, at, 1); }

  // How many messages open with what a tail holds and what the keyring still has.
  int readable(const meeting_tail& tail) {
    auto keys = sealing::meeting_keys::load(ring, meeting, tail.keys);
    EXPECT_TRUE(keys);
    int opened = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto text = keys->open(words[i], place(position{i + 1}));
      if (text && text->reveal() == canary) ++opened;
    }
    return opened;
  }

  void purge() {
    ASSERT_TRUE(ring.destroy(meeting, retention_class::talk));
    log->destroy_keys(meeting, retention_class::talk);
  }

  nightlight::testing::temporary_directory directory;
  const std::string live = directory.file("live");
  const std::string earlier = directory.file("earlier");
  sealing::keyring ring{directory.file("keys")};
  const room_id room{"room"};
  const meeting_id meeting = sealing::new_meeting_id();
  std::unique_ptr<open_log> log;
  std::vector<sealing::sealed_words> words;
  sealing::sealed_words report;
  std::string key_bytes;
};

TEST_F(a_purge, comes_before_nothing_is_forgotten) {
  EXPECT_EQ(readable(log->tail(room)), messages);
  EXPECT_EQ(readable(open_log{earlier + "/nightlight.db"}.tail(room)), messages) << "a copy is worth having";
  EXPECT_EQ(files_with(directory.path(), key_bytes).size(), 1u) << "the search finds what is there";
}

TEST_F(a_purge, leaves_nothing_readable_in_the_live_store) {
  purge();
  const meeting_tail tail = log->tail(room);
  EXPECT_EQ(tail.rows.size(), messages + 1u) << "the order of events stays";
  EXPECT_EQ(readable(tail), 0);
}

TEST_F(a_purge, leaves_nothing_readable_in_an_earlier_copy) {
  purge();
  const meeting_tail tail = open_log{earlier + "/nightlight.db"}.tail(room);
  ASSERT_FALSE(tail.keys.empty()) << "the copy has the wrapped keys, and nothing to unwrap them with";
  EXPECT_EQ(readable(tail), 0);
}

TEST_F(a_purge, leaves_the_words_and_the_key_in_no_file) {
  EXPECT_TRUE(files_with(directory.path(), canary).empty()) << "words were never written in clear";
  purge();
  EXPECT_TRUE(files_with(directory.path(), canary).empty());
  EXPECT_TRUE(files_with(directory.path(), key_bytes).empty());
  log.reset();  // closing copies the log into the database
  EXPECT_TRUE(files_with(directory.path(), canary).empty());
  EXPECT_TRUE(files_with(directory.path(), key_bytes).empty());
}

TEST_F(a_purge, leaves_no_wrapped_key_in_the_live_files_once_they_are_closed) {
  const auto wrapped = log->tail(room).keys.front();
  ASSERT_EQ(wrapped.retention_class, static_cast<std::uint32_t>(retention_class::talk));
  EXPECT_FALSE(files_with(live, wrapped.wrapped).empty());
  purge();
  log.reset();
  EXPECT_TRUE(files_with(live, wrapped.wrapped).empty());
}

TEST_F(a_purge, of_one_class_leaves_the_others_readable) {
  purge();
  auto keys = sealing::meeting_keys::load(ring, meeting, log->tail(room).keys);
  ASSERT_TRUE(keys);
  EXPECT_TRUE(keys->open(report, place(position{99})));
}

}  // namespace
}  // namespace nightlight::durability
