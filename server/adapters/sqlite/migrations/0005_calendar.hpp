// Schema 5: the calendar.
#pragma once

namespace nightlight::adapters::migrations {

// Days and local times are kept as people write them, "2026-11-24" and "2026-11-24T19:30": which moment they are is for
// the zone's rules to say, until a meeting is kept.
inline constexpr char calendar[] = R"sql(
CREATE TABLE topic(
  id BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  description TEXT NOT NULL,
  version INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE series(
  id BLOB PRIMARY KEY,
  topic BLOB NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  zone TEXT NOT NULL,
  start TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  rule TEXT NOT NULL,
  places INTEGER NOT NULL,
  facilitator BLOB NOT NULL,
  second BLOB NOT NULL,
  keeps_holidays INTEGER NOT NULL,
  version INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  kept_through_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE series_exception(
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  kind INTEGER NOT NULL,
  start TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  title TEXT NOT NULL,
  facilitator BLOB NOT NULL,
  second BLOB NOT NULL,
  PRIMARY KEY(series, day)
) WITHOUT ROWID;

-- Meetings that have begun, with the moments that the rules of their time made.
CREATE TABLE kept_meeting(
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  start TEXT NOT NULL,
  starts_ms INTEGER NOT NULL,
  ends_ms INTEGER NOT NULL,
  zone_rules TEXT NOT NULL,
  cancelled INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  shifted INTEGER NOT NULL,
  title TEXT NOT NULL,
  facilitator BLOB NOT NULL,
  second BLOB NOT NULL,
  PRIMARY KEY(series, day)
) WITHOUT ROWID;
CREATE INDEX kept_meeting_by_time ON kept_meeting(series, starts_ms);

CREATE TABLE place(
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  person BLOB NOT NULL,
  sealed_name BLOB NOT NULL,
  waiting INTEGER NOT NULL,
  number INTEGER NOT NULL,
  since_ms INTEGER NOT NULL,
  PRIMARY KEY(series, day, person)
) WITHOUT ROWID;

CREATE TABLE calendar_answer(
  caller BLOB NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  answer BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY(caller, key)
) WITHOUT ROWID;
CREATE INDEX calendar_answer_by_time ON calendar_answer(at_ms);

CREATE TABLE meeting_room(
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  room BLOB NOT NULL,
  PRIMARY KEY(series, day)
) WITHOUT ROWID;
)sql";

}  // namespace nightlight::adapters::migrations
