// Incidents that staff wrote down, as a part of ports/store.hpp: the same transactions and failures. What a row says is
// sealed (care/incident_box) under keys that end on time; in clear is only what finds it and puts it in order. The log
// of decisions about an incident is only ever added to, and goes with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace nightlight {

using incident_id = strong_id<struct incident_tag>;  // 16 raw bytes

struct incident_row {
  incident_id id;
  meeting_id meeting;
  alert_number alert;
  person_id written_by;
  instant raised_at;  // the alert: everything of it is kept from here
  bool open = true;   // nobody has decided yet
  std::string sealed;
  std::string sealed_excerpt;  // empty: there is none, or it is gone
  friend bool operator==(const incident_row&, const incident_row&) = default;
};

// A place in the list, after which another page begins.
struct incident_place {
  bool open = true;
  instant raised_at;
  incident_id id;
};

struct incident_entry_row {
  incident_id incident;
  std::uint32_t number = 0;  // 1, 2, 3 … within the incident
  std::string sealed;
  friend bool operator==(const incident_entry_row&, const incident_entry_row&) = default;
};

class incident_records {
 public:
  virtual ~incident_records() = default;

  // already_exists when its alert was written down before; the unit may go on.
  virtual result<void> add_incident(const incident_row& row) = 0;
  virtual result<std::optional<incident_row>> find_incident(const incident_id& id) = 0;
  // Open ones first, then the newest. Of one person, or (without any) of everybody.
  virtual result<std::vector<incident_row>> list_incidents(const person_id& written_by,
                                                           const std::optional<incident_place>& after,
                                                           std::size_t rows_max) = 0;
  virtual result<void> set_incident_open(const incident_id& id, bool open) = 0;
  virtual result<void> forget_excerpt(const incident_id& id) = 0;
  virtual result<void> delete_incident(const incident_id& id) = 0;  // and its entries

  // already_exists when the number is taken; the unit may go on.
  virtual result<void> add_entry(const incident_entry_row& row) = 0;
  virtual result<std::vector<incident_entry_row>> list_entries(const incident_id& id) = 0;  // by number
};

}  // namespace nightlight
