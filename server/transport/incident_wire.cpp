#include "transport/incident_wire.hpp"

#include <cstdlib>

#include "calendar/refusal.hpp"
#include "transport/calendar_wire.hpp"

namespace nightlight::transport {
namespace {

using care::incident_refusal_code;

std::string name_in(const care::shown_incident& shown, const person_id& account) {
  const auto found = shown.names.find(account);
  return found == shown.names.end() ? std::string{} : found->second;
}

void fill(api::v1::Incident& out, const domain::incident_facts& f) {
  out.set_title(f.title);
  out.set_kind(static_cast<wire::v1::AlertKind>(f.kind));
  out.set_level(static_cast<wire::v1::AlertLevel>(f.level));
  out.set_category(f.category);
  out.set_rule(f.rule);
  out.set_feeling(static_cast<wire::v1::Feeling>(f.feeling));
  out.set_about(f.about.value);
  out.set_at_ms(to_unix_ms(f.raised_at));
  out.set_taken_at_ms(to_unix_ms(f.taken_at));
  out.set_climbed_to(static_cast<wire::v1::AlertRung>(f.climbed_to));
  out.set_closed(f.closed);
  out.set_outcome(static_cast<wire::v1::AlertOutcome>(f.outcome));
  out.set_until_ms(to_unix_ms(f.raised_at + domain::incident_kept));
}

void fill(api::v1::LoggedDecision& out, const domain::logged_decision& d, const care::shown_incident& shown) {
  out.set_what(static_cast<api::v1::ReportDecision>(d.what));
  out.set_by(name_in(shown, d.by));
  out.set_at_ms(to_unix_ms(d.at));
  out.set_ground(std::string(d.ground.reveal()));
  out.set_reference(std::string(d.reference.reveal()));
}

rpc_code code_of(incident_refusal_code code) {
  switch (code) {
    case incident_refusal_code::fields_wrong: return rpc_code::invalid_argument;
    case incident_refusal_code::alert_unknown: return rpc_code::not_found;
    case incident_refusal_code::alert_open: return rpc_code::failed_precondition;
    case incident_refusal_code::not_yours: return rpc_code::permission_denied;
    case incident_refusal_code::written_already: return rpc_code::already_exists;
    case incident_refusal_code::excerpt_too_late: return rpc_code::failed_precondition;
    case incident_refusal_code::incident_unknown: return rpc_code::not_found;
    case incident_refusal_code::decision_unknown: return rpc_code::not_found;
    case incident_refusal_code::own_decision: return rpc_code::permission_denied;
    case incident_refusal_code::signed_already: return rpc_code::already_exists;
    case incident_refusal_code::log_full: return rpc_code::resource_exhausted;
    case incident_refusal_code::key_reused: return rpc_code::invalid_argument;
    case incident_refusal_code::store_unavailable: return rpc_code::unavailable;
  }
  std::abort();
}

}  // namespace

api::v1::Incident wire_incident(const care::shown_incident& shown, const person_id& reader) {
  api::v1::Incident out;
  out.set_id(care::text_of(shown.id));
  fill(out, shown.what.facts);
  out.set_taken_by(name_in(shown, shown.what.facts.taken_by));
  out.set_written_by(name_in(shown, shown.what.written_by));
  out.set_written_at_ms(to_unix_ms(shown.what.written_at));
  out.set_note(std::string(shown.what.note.reveal()));
  out.set_excerpt(std::string(shown.excerpt.reveal()));
  out.set_excerpt_until_ms(to_unix_ms(shown.excerpt_until));
  out.set_open(domain::is_open(shown.log));
  for (std::uint32_t number = 1; number <= shown.log.size(); ++number) {
    const auto* decision = std::get_if<domain::logged_decision>(&shown.log[number - 1]);
    if (decision == nullptr) continue;
    api::v1::LoggedDecision& to = *out.add_decisions();
    to.set_number(number);
    fill(to, *decision, shown);
    to.set_may_sign(!domain::why_not_sign(shown.log, number, reader));
    const domain::countersignature* by = domain::signature_of(shown.log, number);
    if (by == nullptr) continue;
    to.set_signed_by(name_in(shown, by->by));
    to.set_signed_at_ms(to_unix_ms(by->at));
  }
  return out;
}

rpc_error rpc_error_of(const care::incident_refusal& r, std::string_view language) {
  if (!r.fields.empty()) return rpc_error_of(calendar::refusal(r.fields), language);
  return {code_of(r.code), std::string(care::name_of(r.code)), std::string(care::words_of(r.code, language)), {}};
}

}  // namespace nightlight::transport
