#include "care/incident_desk.hpp"

#include <functional>
#include <utility>

#include "care/incident_jobs.hpp"
#include "care/incident_once.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::care {
namespace {

using code = incident_refusal_code;

constexpr std::size_t id_bytes = 16;

incident_refusal unavailable() { return code::store_unavailable; }

void tell(const incident_desk& d, std::string_view action, const incident_id& id = {}) {
  audit_entry e;
  e.time = d.now;
  e.actor = sealing::to_hex(d.who.person.value);
  e.role = static_cast<std::uint32_t>(d.who.role);
  e.action = action;
  e.subject = sealing::to_hex(id.value);
  d.told.push_back(std::move(e));
}

// An incident as it lies there, with the key to it.
struct opened {
  incident_row row;
  sealing::secret_key key;
  domain::incident what;
  domain::decision_log log;
};

bool is_over(const incident_row& row, instant now) { return row.raised_at + domain::incident_kept <= now; }

// incident_unknown when its time is over, whether or not somebody has destroyed it yet.
answer<opened> open(const incident_desk& d, incident_row row) {
  if (is_over(row, d.now)) return incident_refusal(code::incident_unknown);
  auto key = d.box.find_key(row.id, incident_part::record);
  if (!key) return key.error() == failure::key_destroyed ? incident_refusal(code::incident_unknown) : unavailable();
  auto what = open_record(*key, row);
  const auto entries = d.all.incidents().list_entries(row.id);
  if (!what || !entries) return unavailable();
  domain::decision_log log;
  for (const incident_entry_row& entry : *entries) {
    auto said = open_entry(*key, entry);
    if (!said) return unavailable();
    log.push_back(std::move(*said));
  }
  return opened{std::move(row), std::move(*key), std::move(*what), std::move(log)};
}

answer<opened> find(const incident_desk& d, const incident_id& id) {
  auto row = d.all.incidents().find_incident(id);
  if (!row) return unavailable();
  if (!*row || !domain::may_read(d.who.role, d.who.person, (*row)->written_by)) {
    return incident_refusal(code::incident_unknown);
  }
  return open(d, std::move(**row));
}

result<void> name(const incident_desk& d, const person_id& account, std::map<person_id, std::string>& names) {
  if (!account || names.contains(account)) return {};
  const auto staff = d.all.find_staff_by_id(account);
  if (!staff) return staff.error();
  if (*staff) names[account] = (*staff)->name;
  return {};
}

answer<shown_incident> shown(const incident_desk& d, opened from) {
  shown_incident s{from.row.id, std::move(from.what), {}, {}, std::move(from.log), {}};
  std::vector<person_id> accounts{s.what.written_by, s.what.facts.taken_by};
  for (const domain::log_entry& entry : s.log) {
    accounts.push_back(std::visit([](const auto& e) { return e.by; }, entry));
  }
  for (const person_id& account : accounts) {
    if (!name(d, account, s.names)) return unavailable();
  }
  const instant until = from.row.raised_at + domain::excerpt_kept;
  if (!from.row.sealed_excerpt.empty() && d.now < until) s.excerpt_until = until;
  return s;
}

answer<shown_incident> shown_whole(const incident_desk& d, const incident_id& id) {
  auto found = find(d, id);
  if (!found) return found.error();
  const incident_row row = found->row;
  auto s = shown(d, std::move(*found));
  if (!s || s->excerpt_until == instant{}) return s;
  const auto key = d.box.find_key(id, incident_part::excerpt);
  if (!key && key.error() == failure::key_destroyed) {
    s->excerpt_until = {};
    return s;
  }
  if (!key) return unavailable();
  auto words = open_excerpt(*key, row);
  if (!words) return unavailable();
  s->excerpt = std::move(*words);
  return s;
}

answer<shown_incident> once(const incident_desk& d, const asked_once& asked,
                            const std::function<answer<incident_id>()>& deed) {
  auto before = done_before(d, asked);
  if (!before) return before.error();
  if (*before) return shown_whole(d, **before);
  const auto id = deed();
  if (!id) return id.error();
  if (!remember_done(d, asked, *id)) return unavailable();
  return shown_whole(d, *id);
}

result<void> put_jobs(const incident_desk& d, const incident_row& row) {
  const std::string subject = sealing::to_hex(row.id.value);
  const job_row whole{std::string(forget_incident_job), subject, row.raised_at + domain::incident_kept, 0};
  if (auto put = d.all.put_job(whole); !put || row.sealed_excerpt.empty()) return put;
  return d.all.put_job({std::string(forget_excerpt_job), subject, row.raised_at + domain::excerpt_kept, 0});
}

// The keys come last: what fails after them leaves one that opens nothing.
answer<incident_id> add(const incident_desk& d, const domain::noted_alert& alert, const domain::incident& what,
                        const private_text& excerpt) {
  incident_row row;
  row.id = incident_id{sealing::random_bytes(id_bytes)};
  row.meeting = alert.meeting;
  row.alert = alert.what.number;
  row.written_by = d.who.person;
  row.raised_at = alert.what.raised_at;
  const auto record_key = sealing::secret_key::random();
  const auto excerpt_key = sealing::secret_key::random();
  row.sealed = seal_record(record_key, row.id, what);
  if (!excerpt.empty()) row.sealed_excerpt = seal_excerpt(excerpt_key, row.id, excerpt);
  const auto added = d.all.incidents().add_incident(row);
  if (!added) {
    return added.error() == failure::already_exists ? incident_refusal(code::written_already) : unavailable();
  }
  if (!put_jobs(d, row) || !d.box.keep_key(row.id, incident_part::record, record_key)) return unavailable();
  if (!excerpt.empty() && !d.box.keep_key(row.id, incident_part::excerpt, excerpt_key)) return unavailable();
  tell(d, "incident_written", row.id);
  return row.id;
}

answer<incident_id> write(const incident_desk& d, const incident_writing& wanted) {
  if (auto wrong = domain::wrong_in_writing(wanted.note, wanted.excerpt); !wrong.empty())
    return incident_refusal(wrong);
  const auto& alert = wanted.alert;
  if (!alert || alert->what.raised_at != wanted.raised_at) return incident_refusal(code::alert_unknown);
  if (const auto no = domain::why_not_write(d.who.role, d.who.person, *alert)) return incident_refusal(*no);
  if (alert->what.raised_at + domain::incident_kept <= d.now) return incident_refusal(code::alert_unknown);
  if (!wanted.excerpt.empty() && alert->what.raised_at + domain::excerpt_kept <= d.now) {
    return incident_refusal(code::excerpt_too_late);
  }
  const auto room = d.all.find_room(wanted.room);
  if (!room) return unavailable();
  auto facts = domain::facts_of(*alert, *room ? (*room)->title : std::string{});
  return add(d, *alert, {std::move(facts), d.who.person, d.now, wanted.note}, wanted.excerpt);
}

answer<incident_id> add_entry(const incident_desk& d, opened to, domain::log_entry entry, std::string_view action) {
  const auto number = static_cast<std::uint32_t>(to.log.size() + 1);
  const incident_id id = to.row.id;
  if (!d.all.incidents().add_entry({id, number, seal_entry(to.key, id, number, entry)})) return unavailable();
  to.log.push_back(std::move(entry));
  if (!d.all.incidents().set_incident_open(id, domain::is_open(to.log))) return unavailable();
  tell(d, action, id);
  return id;
}

}  // namespace

answer<incident_page> list_incidents(const incident_desk& d, const std::optional<incident_id>& after) {
  std::optional<incident_place> place;
  if (after) {
    const auto row = d.all.incidents().find_incident(*after);
    if (!row) return unavailable();
    if (!*row) return incident_refusal(code::incident_unknown);
    place = incident_place{(*row)->open, (*row)->raised_at, (*row)->id};
  }
  const person_id whose = domain::handles_all_incidents(d.who.role) ? person_id{} : d.who.person;
  auto rows = d.all.incidents().list_incidents(whose, place, incidents_in_a_page);
  if (!rows) return unavailable();
  incident_page page;
  if (rows->size() == incidents_in_a_page) page.next = rows->back().id;
  for (incident_row& row : *rows) {
    auto found = open(d, std::move(row));
    if (!found && found.error().code == code::incident_unknown) continue;
    if (!found) return found.error();
    auto s = shown(d, std::move(*found));
    if (!s) return s.error();
    s->what.note = {};
    page.shown.push_back(std::move(*s));
  }
  tell(d, "incidents_listed");
  return page;
}

answer<shown_incident> read_incident(const incident_desk& d, const incident_id& id) {
  auto s = shown_whole(d, id);
  if (s) tell(d, "incident_read", id);
  return s;
}

answer<shown_incident> write_incident(const incident_desk& d, const asked_once& asked, const incident_writing& wanted) {
  return once(d, asked, [&] { return write(d, wanted); });
}

answer<shown_incident> decide(const incident_desk& d, const asked_once& asked, const incident_id& id,
                              const decision_wanted& wanted) {
  return once(d, asked, [&]() -> answer<incident_id> {
    auto wrong = domain::wrong_in_deciding(wanted.what, wanted.ground, wanted.reference);
    if (!wrong.empty()) return incident_refusal(std::move(wrong));
    auto found = find(d, id);
    if (!found) return found.error();
    if (const auto no = domain::why_not_add(found->log)) return incident_refusal(*no);
    domain::logged_decision entry{wanted.what, d.who.person, d.now, wanted.ground, wanted.reference};
    return add_entry(d, std::move(*found), std::move(entry), "incident_decided");
  });
}

answer<shown_incident> countersign(const incident_desk& d, const asked_once& asked, const incident_id& id,
                                   std::uint32_t decision) {
  return once(d, asked, [&]() -> answer<incident_id> {
    auto found = find(d, id);
    if (!found) return found.error();
    if (const auto no = domain::why_not_sign(found->log, decision, d.who.person)) return incident_refusal(*no);
    domain::countersignature entry{decision, d.who.person, d.now};
    return add_entry(d, std::move(*found), entry, "incident_countersigned");
  });
}

std::string text_of(const incident_id& id) { return sealing::to_hex(id.value); }

incident_id incident_named(const std::string& text) {
  return incident_id{sealing::from_hex(text).value_or("not an incident")};
}

}  // namespace nightlight::care
