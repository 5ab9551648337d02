#include "wire/incident_record.hpp"

#include "nightlight/log/v1/incident.pb.h"

namespace nightlight::wire {

namespace pb = nightlight::log::v1;

namespace {

std::string text_of(const private_text& words) { return std::string(words.reveal()); }

template <class Enum>
std::uint32_t number_of(Enum value) {
  return static_cast<std::uint32_t>(value);
}

}  // namespace

std::string encode_incident(const domain::incident& what) {
  const domain::incident_facts& f = what.facts;
  pb::Incident out;
  out.set_title(f.title);
  out.set_kind(number_of(f.kind));
  out.set_level(number_of(f.level));
  out.set_category(f.category);
  out.set_rule(f.rule);
  out.set_feeling(number_of(f.feeling));
  out.set_about(f.about.value);
  out.set_raised_at_ms(to_unix_ms(f.raised_at));
  out.set_taken_at_ms(to_unix_ms(f.taken_at));
  out.set_taken_by(f.taken_by.value);
  out.set_climbed_to(number_of(f.climbed_to));
  out.set_closed(f.closed);
  out.set_outcome(number_of(f.outcome));
  out.set_written_by(what.written_by.value);
  out.set_written_at_ms(to_unix_ms(what.written_at));
  out.set_note(text_of(what.note));
  return out.SerializeAsString();
}

result<domain::incident> decode_incident(std::string_view bytes) {
  pb::Incident in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return failure::corrupt;
  domain::incident what;
  domain::incident_facts& f = what.facts;
  f.title = in.title();
  f.kind = static_cast<domain::alert_kind>(in.kind());
  f.level = static_cast<domain::alert_level>(in.level());
  f.category = in.category();
  f.rule = in.rule();
  f.feeling = static_cast<domain::feeling>(in.feeling());
  f.about = member_number{in.about()};
  f.raised_at = from_unix_ms(in.raised_at_ms());
  f.taken_at = from_unix_ms(in.taken_at_ms());
  f.taken_by = person_id{in.taken_by()};
  f.climbed_to = static_cast<domain::alert_rung>(in.climbed_to());
  f.closed = in.closed();
  f.outcome = static_cast<domain::alert_outcome>(in.outcome());
  what.written_by = person_id{in.written_by()};
  what.written_at = from_unix_ms(in.written_at_ms());
  what.note = private_text{in.note()};
  return what;
}

std::string encode_entry(const domain::log_entry& entry) {
  pb::IncidentEntry out;
  if (const auto* d = std::get_if<domain::logged_decision>(&entry)) {
    out.set_by(d->by.value);
    out.set_at_ms(to_unix_ms(d->at));
    out.mutable_decision()->set_what(number_of(d->what));
    out.mutable_decision()->set_ground(text_of(d->ground));
    out.mutable_decision()->set_reference(text_of(d->reference));
  } else if (const auto* c = std::get_if<domain::countersignature>(&entry)) {
    out.set_by(c->by.value);
    out.set_at_ms(to_unix_ms(c->at));
    out.set_signs(c->decision);
  }
  return out.SerializeAsString();
}

result<domain::log_entry> decode_entry(std::string_view bytes) {
  pb::IncidentEntry in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return failure::corrupt;
  const person_id by{in.by()};
  const instant at = from_unix_ms(in.at_ms());
  if (in.what_case() == pb::IncidentEntry::kDecision) {
    return domain::log_entry{domain::logged_decision{static_cast<domain::report_decision>(in.decision().what()), by, at,
                                                     private_text{in.decision().ground()},
                                                     private_text{in.decision().reference()}}};
  }
  if (in.what_case() == pb::IncidentEntry::kSigns)
    return domain::log_entry{domain::countersignature{in.signs(), by, at}};
  return failure::corrupt;
}

}  // namespace nightlight::wire
