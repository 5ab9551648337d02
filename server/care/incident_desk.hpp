// What is done about incidents inside one transaction, and what of it the audit log is told. Who asks is known; what
// comes back is what she may read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "care/incident_box.hpp"
#include "care/incident_refusal.hpp"
#include "ports/store.hpp"

namespace nightlight::care {

struct team_member {
  person_id person;
  domain::role role = domain::role::member;
};

// A write that may be sent again for a day: done once, and answered with the same incident.
struct asked_once {
  std::string key;   // empty: the caller does not ask for it
  std::string what;  // method and message, in bytes
};

struct incident_writing {
  room_id room;
  std::optional<domain::noted_alert> alert;  // nothing: its room does not know it
  instant raised_at;                         // as the writer saw it: numbers begin anew with each meeting
  private_text note;
  private_text excerpt;
};

struct decision_wanted {
  domain::report_decision what{};
  private_text ground;
  private_text reference;
};

struct shown_incident {
  incident_id id;
  domain::incident what;
  private_text excerpt;
  instant excerpt_until;  // no moment: there is none, or it is gone
  domain::decision_log log;
  std::map<person_id, std::string> names;  // of the accounts in it that are still there
};

struct incident_page {
  std::vector<shown_incident> shown;
  std::optional<incident_id> next;  // the page after it begins after this one
};

struct incident_desk {
  records& all;
  const incident_box& box;
  instant now;
  team_member who;
  std::vector<audit_entry>& told;
};

inline constexpr std::size_t incidents_in_a_page = 50;

// Those she may read; open ones first, then the newest. Without excerpts and notes.
answer<incident_page> list_incidents(const incident_desk& d, const std::optional<incident_id>& after);
answer<shown_incident> read_incident(const incident_desk& d, const incident_id& id);

answer<shown_incident> write_incident(const incident_desk& d, const asked_once& asked, const incident_writing& wanted);
answer<shown_incident> decide(const incident_desk& d, const asked_once& asked, const incident_id& id,
                              const decision_wanted& wanted);
answer<shown_incident> countersign(const incident_desk& d, const asked_once& asked, const incident_id& id,
                                   std::uint32_t decision);

// Incidents as the API names them: in hex. What names none becomes one that nobody wrote.
std::string text_of(const incident_id& id);
incident_id incident_named(const std::string& text);

}  // namespace nightlight::care
