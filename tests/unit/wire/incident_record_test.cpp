#include "wire/incident_record.hpp"

#include <gtest/gtest.h>

namespace nightlight::wire {
namespace {

domain::incident whole() {
  domain::incident what;
  domain::incident_facts& f = what.facts;
  f.title = "Newborn nights";
  f.kind = domain::alert_kind::phrase;
  f.level = domain::alert_level::red;
  f.category = "C2";
  f.rule = "red.plan";
  f.feeling = domain::feeling::not_ok;
  f.about = member_number{3};
  f.raised_at = from_unix_ms(1'800'000'000'000);
  f.taken_at = from_unix_ms(1'800'000'040'000);
  f.taken_by = person_id{std::string("\0kim", 4)};
  f.climbed_to = domain::alert_rung::on_call;
  f.closed = true;
  f.outcome = domain::alert_outcome::escalated;
  what.written_by = person_id{"lee"};
  what.written_at = from_unix_ms(1'800'000'600'000);
  what.note = private_text{"We talked.\nHer sister came."};
  return what;
}

TEST(incident_record, an_incident_is_read_as_it_was_written) {
  EXPECT_EQ(decode_incident(encode_incident(whole())).value(), whole());
  EXPECT_EQ(decode_incident(encode_incident({})).value(), domain::incident{});
}

TEST(incident_record, so_is_each_entry_of_its_log) {
  const domain::logged_decision decision{domain::report_decision::reported, person_id{"kim"}, from_unix_ms(7),
                                         private_text{"A child."}, private_text{"A-1"}};
  for (const domain::log_entry& entry : {domain::log_entry{decision}, domain::log_entry{domain::countersignature{
                                                                          1, person_id{"lee"}, from_unix_ms(8)}}}) {
    EXPECT_EQ(decode_entry(encode_entry(entry)).value(), entry);
  }
}

TEST(incident_record, bytes_that_are_none_are_corrupt) {
  EXPECT_EQ(decode_incident("\xff").error(), failure::corrupt);
  EXPECT_EQ(decode_entry("\xff").error(), failure::corrupt);
  EXPECT_EQ(decode_entry("").error(), failure::corrupt) << "it is neither";
}

}  // namespace
}  // namespace nightlight::wire
