// What a release has written must be readable for ever, and what its clients speak understood. The files were
// made by NIGHTLIGHT_GOLDEN=write build/dev/tests/nightlight_compat_tests; a release adds a folder and never edits one.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "nightlight/log/v1/record.pb.h"
#include "nightlight/wire/v1/chat.pb.h"
#include "places.hpp"
#include "wire/log_record.hpp"

namespace nightlight::compat {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;

// Oldest first. The newest is what is being worked on: its files may still be written anew.
constexpr std::array releases{"v0.1", "v0.2"};

std::string path_of(const std::string& release, const std::string& name) {
  return std::string(NIGHTLIGHT_SOURCE_DIR) + "/tests/compat/" + release + "/" + name;
}

std::vector<std::string> golden(const std::string& release, const std::string& name,
                                const std::vector<std::string>& now) {
  const char* mode = std::getenv("NIGHTLIGHT_GOLDEN");
  if (mode != nullptr && std::string(mode) == "write" && release == releases.back()) {
    std::ofstream out(path_of(release, name));
    for (const std::string& line : now) out << line << '\n';
  }
  std::ifstream in(path_of(release, name));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string hex(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) {
    out.push_back("0123456789abcdef"[static_cast<unsigned char>(c) >> 4]);
    out.push_back("0123456789abcdef"[static_cast<unsigned char>(c) & 15]);
  }
  return out;
}

std::string bytes_of(const std::string& hex_text) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex_text.size(); i += 2) {
    out.push_back(static_cast<char>(std::stoi(hex_text.substr(i, 2), nullptr, 16)));
  }
  return out;
}

void list_fields(const Descriptor& type, std::vector<std::string>& lines) {
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& f = *type.field(i);
    const std::string kind = f.message_type() != nullptr ? f.message_type()->full_name()
                             : f.enum_type() != nullptr  ? f.enum_type()->full_name()
                                                         : f.type_name();
    lines.push_back(type.full_name() + " " + std::to_string(f.number()) + " " + f.name() + " " +
                    (f.is_repeated() ? "repeated " : "") + kind);
  }
  for (int i = 0; i < type.nested_type_count(); ++i) list_fields(*type.nested_type(i), lines);
}

// With what it imports, each file once.
void list_file(const FileDescriptor& file, std::set<std::string>& seen, std::vector<std::string>& lines) {
  if (!seen.insert(file.name()).second) return;
  for (int i = 0; i < file.dependency_count(); ++i) list_file(*file.dependency(i), seen, lines);
  for (int i = 0; i < file.message_type_count(); ++i) list_fields(*file.message_type(i), lines);
  for (int i = 0; i < file.enum_type_count(); ++i) {
    for (int v = 0; v < file.enum_type(i)->value_count(); ++v) {
      const auto& value = *file.enum_type(i)->value(v);
      lines.push_back(value.full_name() + " = " + std::to_string(value.number()));
    }
  }
}

TEST(compat, no_field_of_a_release_has_gone_or_changed_its_number_or_type) {
  std::vector<std::string> now;
  std::set<std::string> seen;
  list_file(*wire::v1::ClientFrame::descriptor()->file(), seen, now);
  list_file(*log::v1::Record::descriptor()->file(), seen, now);
  for (const char* release : releases) {
    const auto then = golden(release, "fields.txt", now);
    ASSERT_GT(then.size(), 150u);
    for (const std::string& line : then) EXPECT_NE(std::ranges::find(now, line), now.end()) << "gone: " << line;
  }
}

domain::alert_cause every_cause() {
  domain::alert_cause c;
  c.kind = domain::alert_kind::phrase;
  c.level = domain::alert_level::red;
  c.about = member_number{2};
  c.number = circle_number{3};
  c.hold = hold_number{1};
  c.words = private_text{"words"};
  c.rule = "c2.die";
  c.category = "C2";
  c.lexicon = "2026.11.25-1";
  c.spans = {{0, 4}, {7, 9}};
  c.feeling = domain::feeling::not_ok;
  return c;
}

domain::room_opened second_room() {
  domain::room_opened opened{meeting_id{"meeting"}, 24, seconds{0}, 10};
  opened.second = true;
  return opened;
}

// One event of every kind that a log may hold: a release adds its kinds at the end.
std::vector<domain::event_body> every_event() {
  using namespace domain;
  const auto at = from_unix_ms(1'800'000'060'000);
  const private_text why{"because"};
  const written said{private_text{"hello"}, circle_number{1}, private_text{"birth story"}};
  return {room_opened{meeting_id{"meeting-of-today"}, 24, seconds{30}, 8, {{person_id{"person"}, at, at}}},
          room_paused{pause_cause::staff_absent},
          room_resumed{},
          room_closed{},
          member_joined{member_number{2}, person_id{"person"}, private_text{"Ana"}, role::member, true},
          member_left{member_number{2}},
          listening_changed{member_number{2}, true},
          message_said{member_number{2}, {private_text{"hello"}, circle_number{1}}},
          reaction_changed{circle_number{3}, member_number{2}, reaction::candle, true},
          messages_retracted{{circle_number{3}, circle_number{4}}, why},
          member_muted{member_number{2}, at, why},
          member_unmuted{member_number{2}},
          member_removed{member_number{2}, at, why},
          slow_mode_set{seconds{30}},
          door_changed{true},
          words_purged{meeting_id{"meeting-of-today"}, circle_number{9}},
          message_hidden{circle_number{3}},
          message_shown{circle_number{3}, said},
          message_held{hold_number{1}, member_number{1}, said, hold_cause::flagged, "links"},
          held_edited{hold_number{1}, private_text{"said another way"}},
          held_declined{{{hold_number{1}, member_number{2}}}, why},
          rephrase_asked{hold_number{1}, why},
          member_warned{member_number{2}, why},
          member_banned{member_number{2}, at, why},
          member_readmitted{member_number{2}},
          controls_changed{{true, true, true, true, hold_mode::newcomers, 2}},
          hands_required_set{true},
          hand_raised{member_number{2}, true},
          floor_given{member_number{2}},
          side_opened{member_number{2}, member_number{1}},
          side_ended{member_number{2}, member_number{1}},
          side_said{member_number{2}, member_number{1}, private_text{"just us"}},
          backstage_said{member_number{1}, private_text{"look at two"}},
          person_noted{member_number{2}, private_text{"first evening"}, at},
          handed_over{member_number{1}, private_text{"all quiet"}},
          taken_over{member_number{3}},
          glass_broken{member_number{1}, why, at},
          alert_raised{alert_number{1}, every_cause()},
          alert_claimed{alert_number{1}, member_number{1}},
          alert_closed{alert_number{1}, alert_outcome::talked, why},
          alert_climbed{alert_number{1}, alert_rung::on_call},
          circle_began{},
          ending_soon{std::chrono::minutes{15}, at, at + std::chrono::minutes{10}},
          meeting_extended{at, std::chrono::minutes{20}},
          wait_began{waiting_number{1}, person_id{"person"}, private_text{"Ana"}, true, private_text{"marks"}},
          wait_renamed{waiting_number{1}, private_text{"Luna"}},
          wait_ended{waiting_number{1}},
          checked_out{member_number{2}, leaving::heavier, why, true},

          words_purged{meeting_id{"meeting-of-today"}, circle_number{9}, word_class::report},
          ban_lifted{position{7}, member_number{2}, person_id{"person"}, role::moderator},
          sanctions_carried{member_number{2}, at, 3},
          prompt_pinned{private_text{"What helped today?"}},
          prompt_pinned{},
          round_began{private_text{"How are you?"}, member_number{2}, {member_number{3}, member_number{5}}},
          turn_given{member_number{3}, true},
          round_ended{},
          poll_began{private_text{"What shall we talk about?"}, {private_text{"Sleep"}, private_text{"Work"}}},
          poll_answered{circle_number{57}, member_number{2}, 2, 4},
          poll_answered{circle_number{57}, member_number{2}, 0, 3},
          poll_ended{{2, 1}},
          poll_ended{},
          filling_up{8},
          second_opened{},
          second_closed{},
          asked_over{member_number{4}},
          over_answered{member_number{4}, true},
          over_answered{member_number{5}, false},
          called_back{},
          seat_kept{person_id{"person"}, true},
          standing_noted{member_number{2}, {person_id{"person"}, true, from_unix_ms(1'900'000'600'000), true, {}, 2}},
          standing_noted{{}, {person_id{"person"}, false, {}, false, {}, 1}},
          second_room()};
}

TEST(compat, every_event_of_a_release_reads_as_it_was_written) {
  const wire::seal_function seal = [](member_number who, wire::kept_as kept, const private_text& words,
                                      std::string_view) {
    return wire::sealed_words{who.value, static_cast<std::uint32_t>(kept), "nonce", std::string(words.reveal())};
  };
  const wire::open_function open = [](const wire::sealed_words& s, std::string_view) {
    return private_text{s.ciphertext};
  };
  const room_id room{"golden"};
  std::vector<domain::logged_event> events;
  std::vector<std::string> now;
  std::set<std::size_t> kinds;
  for (domain::event_body& body : every_event()) {
    kinds.insert(body.index());
    const std::uint64_t n = events.size() + 1;
    events.push_back({position{n},
                      circle_number{n},
                      from_unix_ms(1'800'000'000'000),
                      {member_number{1}, command_id{"id"}, "fingerprint", std::move(body)}});
    now.push_back(hex(wire::encode_record(room, events.back(), seal)));
  }
  ASSERT_EQ(kinds.size(), std::variant_size_v<domain::event_kinds>);
  for (const char* release : releases) {
    const auto then = golden(release, "records.hex", now);
    ASSERT_FALSE(then.empty() || then.size() > events.size());
    for (std::size_t i = 0; i < then.size(); ++i) {
      const auto read = wire::decode_record(room, events[i].at, bytes_of(then[i]), open);
      ASSERT_TRUE(read) << release << " event " << i;
      EXPECT_TRUE(*read == events[i]) << release << " event " << i;
    }
  }
}

TEST(compat, bytes_that_are_no_record_are_corrupt_and_never_more_than_that) {
  const wire::open_function open = [](const wire::sealed_words&, std::string_view) { return private_text{}; };
  const room_id room{"golden"};
  EXPECT_EQ(wire::decode_record(room, position{1}, "", open).error(), failure::corrupt);
  std::ifstream in(path_of(releases.back(), "records.hex"));
  for (std::string line; std::getline(in, line);) {
    const std::string record = bytes_of(line);
    for (std::size_t i = 0; i < record.size(); ++i) {
      std::string changed = record;
      changed[i] = static_cast<char>(changed[i] ^ 0x55);
      (void)wire::decode_record(room, position{1}, changed, open);
      (void)wire::decode_record(room, position{1}, record.substr(0, i), open);
    }
  }
  // Field 103 is an event that a later release may write.
  EXPECT_EQ(wire::decode_record(room, position{1}, bytes_of("0801ba0600"), open).error(), failure::corrupt);
}

}  // namespace
}  // namespace nightlight::compat
