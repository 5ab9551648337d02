#include "transport/calendar_wire.hpp"

#include <charconv>

#include "calendar/place_names.hpp"

namespace nightlight::transport {
namespace {

using calendar::refusal_code;
using domain::calendar::to_text;

constexpr char mark_separator = '.';

template <class Number>
std::optional<Number> number_of(std::string_view digits) {
  Number value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

api::v1::DateChange::Kind kind_of(domain::calendar::exception_kind kind) {
  switch (kind) {
    case domain::calendar::exception_kind::skip: return api::v1::DateChange::KIND_SKIPPED;
    case domain::calendar::exception_kind::change: return api::v1::DateChange::KIND_CHANGED;
    case domain::calendar::exception_kind::extra: return api::v1::DateChange::KIND_ADDED;
  }
  return api::v1::DateChange::KIND_UNSPECIFIED;
}

void write_change(domain::calendar::local_day day, const domain::calendar::exception& e, bool for_staff,
                  api::v1::DateChange& out) {
  out.set_date(to_text(day));
  out.set_kind(kind_of(e.kind));
  if (e.start) out.set_start(to_text(*e.start));
  out.set_minutes(e.minutes);
  out.set_title(e.title);
  if (!for_staff) return;
  out.set_facilitator(calendar::text_of(e.facilitator));
  out.set_second(calendar::text_of(e.second));
}

rpc_code code_of(refusal_code code) {
  switch (code) {
    case refusal_code::fields_wrong: return rpc_code::invalid_argument;
    case refusal_code::series_unknown: return rpc_code::not_found;
    case refusal_code::meeting_unknown: return rpc_code::not_found;
    case refusal_code::meeting_cancelled: return rpc_code::failed_precondition;
    case refusal_code::meeting_over: return rpc_code::failed_precondition;
    case refusal_code::series_changed: return rpc_code::aborted;
    case refusal_code::waiting_list_full: return rpc_code::resource_exhausted;
    case refusal_code::place_unknown: return rpc_code::not_found;
    case refusal_code::still_waiting: return rpc_code::failed_precondition;
    case refusal_code::offer_over: return rpc_code::failed_precondition;
    case refusal_code::reminders_unavailable: return rpc_code::failed_precondition;
    case refusal_code::no_room_yet: return rpc_code::failed_precondition;
    case refusal_code::invitation_needed: return rpc_code::failed_precondition;
    case refusal_code::page_unknown: return rpc_code::invalid_argument;
    case refusal_code::key_reused: return rpc_code::failed_precondition;
    case refusal_code::not_your_date: return rpc_code::failed_precondition;
    case refusal_code::your_date_already: return rpc_code::failed_precondition;
    case refusal_code::cover_over: return rpc_code::failed_precondition;
    case refusal_code::topic_unknown: return rpc_code::not_found;
    case refusal_code::topic_changed: return rpc_code::aborted;
    case refusal_code::store_unavailable: return rpc_code::unavailable;
  }
  return rpc_code::internal;
}

api::v1::FieldViolations violations_of(const domain::calendar::problems& fields, std::string_view language) {
  api::v1::FieldViolations out;
  for (const domain::calendar::problem& p : fields) {
    api::v1::FieldViolation& one = *out.add_violations();
    one.set_field(p.field);
    one.set_code(std::string(domain::calendar::name_of(p.code)));
    one.set_message(std::string(domain::calendar::words_of(p.code, language)));
  }
  return out;
}

}  // namespace

api::v1::Topic wire_topic(const domain::calendar::topic& t) {
  api::v1::Topic out;
  out.set_id(t.id.value);
  out.set_title(t.title);
  out.set_language(t.language);
  out.set_description(t.description);
  out.set_etag(std::to_string(t.version));
  out.set_profile(t.profile);
  out.set_retired(t.retired);
  return out;
}

api::v1::Series wire_series(const domain::calendar::series& s, bool for_staff) {
  api::v1::Series out;
  out.set_id(s.id.value);
  out.set_etag(std::to_string(s.version));
  out.set_topic(s.topic.value);
  out.set_title(s.title);
  out.set_description(s.description);
  out.set_language(s.language);
  out.set_zone(s.zone);
  out.set_start(to_text(s.start));
  out.set_minutes(s.minutes);
  out.set_rrule(s.rule);
  out.set_places(s.places);
  out.set_keeps_holidays(s.keeps_holidays);
  if (for_staff) {
    out.set_facilitator(calendar::text_of(s.facilitator));
    out.set_second(calendar::text_of(s.second));
  }
  for (const auto& [day, e] : s.exceptions) write_change(day, e, for_staff, *out.add_changes());
  return out;
}

api::v1::Warning wire_warning(const calendar::warning& w) {
  api::v1::Warning out;
  out.set_kind(static_cast<api::v1::Warning::Kind>(w.kind));
  out.set_date(to_text(w.day));
  out.set_count(w.count);
  if (w.person) out.set_person(calendar::text_of(w.person));
  if (!w.other.series) return out;
  out.set_other_series(w.other.series.value);
  out.set_other_date(to_text(w.other.day));
  return out;
}

api::v1::Meeting wire_meeting(const calendar::listed_meeting& m, bool for_staff) {
  const domain::calendar::occurrence& o = m.meeting;
  api::v1::Meeting out;
  out.set_series(o.of.value);
  out.set_date(to_text(o.day));
  out.set_topic(m.of->topic.value);
  out.set_title(o.title);
  out.set_language(m.of->language);
  out.set_starts_at_ms(to_unix_ms(o.starts_at));
  out.set_ends_at_ms(to_unix_ms(o.ends_at));
  out.set_zone(m.of->zone);
  out.set_local_start(to_text(o.start));
  out.set_zone_rules(o.zone_rules);
  out.set_cancelled(o.cancelled);
  out.set_moved(o.moved);
  out.set_places(m.of->places);
  if (!for_staff) return out;
  out.set_facilitator(calendar::text_of(o.facilitator));
  out.set_second(calendar::text_of(o.second));
  return out;
}

void write_door(const domain::calendar::door& d, bool for_staff, api::v1::Series& out) {
  api::v1::Door& at = *out.mutable_door();
  at.set_kind(static_cast<api::v1::DoorKind>(d.kind));
  if (!for_staff) return;
  at.set_has_code(!d.code_hash.empty());
  at.set_speaking(d.speaking);
  at.set_listening(d.listening);
  at.set_late_entry_minutes(d.late_minutes);
}

std::optional<domain::calendar::typed_door> door_of(const api::v1::Series& typed) {
  if (!typed.has_door()) return std::nullopt;
  const api::v1::Door& d = typed.door();
  return domain::calendar::typed_door{static_cast<std::uint32_t>(d.kind()), d.code(), d.speaking(), d.listening(),
                                      d.late_entry_minutes()};
}

domain::calendar::plan plan_of(const api::v1::Series& typed) {
  return {typed.topic(),
          typed.title(),
          typed.description(),
          typed.language(),
          typed.zone(),
          typed.start(),
          typed.minutes(),
          typed.rrule(),
          typed.places(),
          calendar::person_of(typed.facilitator()).value,
          calendar::person_of(typed.second()).value,
          typed.keeps_holidays()};
}

std::uint64_t version_of(const std::string& etag) { return number_of<std::uint64_t>(etag).value_or(0); }

std::string page_token(const calendar::agenda_mark& mark) {
  return std::to_string(to_unix_ms(mark.starts_at)) + mark_separator + mark.series.value + mark_separator +
         to_text(mark.day);
}

std::optional<calendar::agenda_mark> page_mark(const std::string& token) {
  const std::size_t first = token.find(mark_separator);
  const std::size_t last = token.rfind(mark_separator);
  if (first == std::string::npos || last == first) return std::nullopt;
  const auto at = number_of<std::int64_t>(std::string_view(token).substr(0, first));
  const auto day = domain::calendar::local_day_of(std::string_view(token).substr(last + 1));
  if (!at || !day) return std::nullopt;
  return calendar::agenda_mark{from_unix_ms(*at), series_id{token.substr(first + 1, last - first - 1)}, *day};
}

rpc_error rpc_error_of(const calendar::refusal& r, std::string_view language) {
  rpc_error out{
      code_of(r.code), std::string(calendar::name_of(r.code)), std::string(calendar::words_of(r.code, language)), {}};
  if (!r.fields.empty()) out.details.push_back(rpc_detail_of(violations_of(r.fields, language)));
  if (r.their_topic) {
    api::v1::StaleTopic both;
    if (r.your_topic) *both.mutable_yours() = wire_topic(*r.your_topic);
    *both.mutable_theirs() = wire_topic(*r.their_topic);
    out.details.push_back(rpc_detail_of(both));
  }
  if (r.theirs) {
    api::v1::StaleSeries both;
    if (r.yours) *both.mutable_yours() = wire_series(*r.yours, true);
    *both.mutable_theirs() = wire_series(*r.theirs, true);
    out.details.push_back(rpc_detail_of(both));
  }
  return out;
}

}  // namespace nightlight::transport
