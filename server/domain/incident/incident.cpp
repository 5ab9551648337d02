#include "domain/incident/incident.hpp"

#include <algorithm>

#include "domain/calendar/typed_text.hpp"

namespace nightlight::domain {
namespace {

using calendar::problem_code;
using calendar::problems;
using calendar::text_limits;

constexpr text_limits note_limits{0, 2000, 60};
constexpr text_limits excerpt_limits{0, 500, 20};
constexpr text_limits open_ground_limits{0, 1000, 40};  // of what is still to be decided
constexpr text_limits ground_limits{1, 1000, 40};
constexpr text_limits reference_limits{0, 60, 1};

void check(problems& wrong, const char* field, const private_text& typed, const text_limits& limits) {
  if (const auto code = calendar::check_text(typed.reveal(), limits)) wrong.push_back({field, *code});
}

}  // namespace

incident_facts facts_of(const noted_alert& noted, std::string title) {
  const alert& a = noted.what;
  incident_facts f;
  f.title = std::move(title);
  f.kind = a.cause.kind;
  f.level = a.cause.level;
  f.category = a.cause.category;
  f.rule = a.cause.rule;
  f.feeling = a.cause.feeling;
  f.about = a.cause.about;
  f.raised_at = a.raised_at;
  f.taken_at = a.taken_at;
  f.taken_by = noted.owner;
  f.climbed_to = a.climbed_to;
  f.closed = a.closed;
  f.outcome = a.outcome;
  return f;
}

const countersignature* signature_of(const decision_log& log, std::uint32_t decision) {
  for (const log_entry& entry : log) {
    const auto* c = std::get_if<countersignature>(&entry);
    if (c != nullptr && c->decision == decision) return c;
  }
  return nullptr;
}

bool is_open(const decision_log& log) {
  const logged_decision* newest = nullptr;
  for (const log_entry& entry : log) {
    if (const auto* d = std::get_if<logged_decision>(&entry)) newest = d;
  }
  return newest == nullptr || newest->what < report_decision::not_reportable;
}

bool handles_all_incidents(role r) { return r == role::facilitator || r == role::admin; }

bool may_read(role r, const person_id& who, const person_id& written_by) {
  return handles_all_incidents(r) || (is_staff(r) && who == written_by);
}

std::optional<incident_no> why_not_write(role r, const person_id& who, const noted_alert& noted) {
  const alert& a = noted.what;
  if (!a.closed && !a.accepted) return incident_no::alert_open;
  if (!handles_all_incidents(r) && noted.owner && noted.owner != who) return incident_no::not_yours;
  return std::nullopt;
}

std::optional<incident_no> why_not_add(const decision_log& log) {
  if (log.size() >= log_entries_max) return incident_no::log_full;
  return std::nullopt;
}

std::optional<incident_no> why_not_sign(const decision_log& log, std::uint32_t decision, const person_id& who) {
  if (decision == 0 || decision > log.size()) return incident_no::decision_unknown;
  const auto* of = std::get_if<logged_decision>(&log[decision - 1]);
  if (of == nullptr) return incident_no::decision_unknown;
  if (of->by == who) return incident_no::own_decision;
  if (signature_of(log, decision) != nullptr) return incident_no::signed_already;
  return why_not_add(log);
}

problems wrong_in_writing(const private_text& note, const private_text& excerpt) {
  problems wrong;
  check(wrong, "note", note, note_limits);
  check(wrong, "excerpt", excerpt, excerpt_limits);
  return wrong;
}

problems wrong_in_deciding(report_decision what, const private_text& ground, const private_text& reference) {
  problems wrong;
  if (what < report_decision::to_be_decided || what > report_decision::reported) {
    wrong.push_back({"what", problem_code::choose_one});
  }
  check(wrong, "ground", ground, what == report_decision::to_be_decided ? open_ground_limits : ground_limits);
  check(wrong, "reference", reference, reference_limits);
  return wrong;
}

}  // namespace nightlight::domain
