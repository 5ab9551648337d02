// Schema 13: incidents that staff wrote down, and the log of decisions about them.
#pragma once

namespace nightlight::adapters::migrations {

// The trigger keeps mistakes out of the log; entries go only with their incident.
inline constexpr char incidents[] = R"sql(
CREATE TABLE incident(
  id BLOB PRIMARY KEY,
  meeting BLOB NOT NULL,
  alert INTEGER NOT NULL,
  written_by BLOB NOT NULL,
  raised_ms INTEGER NOT NULL,
  open INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  sealed_excerpt BLOB NOT NULL,
  UNIQUE(meeting, alert)
) WITHOUT ROWID;
CREATE INDEX incident_in_order ON incident(open, raised_ms, id);
CREATE TABLE incident_entry(
  incident BLOB NOT NULL,
  number INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY(incident, number)
) WITHOUT ROWID;
CREATE TRIGGER incident_entry_is_not_changed BEFORE UPDATE ON incident_entry BEGIN
  SELECT RAISE(ABORT, 'the log of decisions is only added to');
END;
)sql";

}  // namespace nightlight::adapters::migrations
