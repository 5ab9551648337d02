// Schema 1: the logs of the rooms, their wrapped keys, and the records beside them.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char logs_and_records[] = R"sql(
CREATE TABLE log_room(
  number INTEGER PRIMARY KEY,
  room BLOB NOT NULL UNIQUE
);

-- A meeting is every row from its first position to the next meeting's.
CREATE TABLE log_meeting(
  room INTEGER NOT NULL REFERENCES log_room(number),
  first_position INTEGER NOT NULL,
  meeting BLOB NOT NULL,
  PRIMARY KEY(room, first_position),
  UNIQUE(room, meeting)
) WITHOUT ROWID;

-- The primary key is (room, position) in one integer, room * 2^40 + position: a commit costs a quarter less than
-- with two columns.
CREATE TABLE log_row(
  place INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  record BLOB NOT NULL
);

CREATE TABLE log_key(
  meeting BLOB NOT NULL,
  retention_class INTEGER NOT NULL,
  participant INTEGER NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY(meeting, retention_class, participant)
) WITHOUT ROWID;

CREATE TABLE room(
  id BLOB PRIMARY KEY,
  epoch BLOB NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  retention_hours INTEGER NOT NULL,
  slow_mode_seconds INTEGER NOT NULL,
  capacity INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff(
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  role INTEGER NOT NULL,
  disabled INTEGER NOT NULL,
  totp_secret BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE session(
  cookie_half_hash BLOB PRIMARY KEY,
  page_half_hash BLOB NOT NULL,
  person BLOB NOT NULL,
  role INTEGER NOT NULL,
  sealed_name BLOB NOT NULL,
  language TEXT NOT NULL,
  guidelines_version TEXT NOT NULL,
  room BLOB NOT NULL,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_person ON session(person);
CREATE INDEX session_by_end ON session(expires_ms);

CREATE TABLE invitation(
  secret_hash BLOB PRIMARY KEY,
  room BLOB NOT NULL,
  role INTEGER NOT NULL,
  person BLOB NOT NULL,
  suggested_name TEXT NOT NULL,
  uses_left INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE job(
  kind TEXT NOT NULL,
  subject BLOB NOT NULL,
  due_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  PRIMARY KEY(kind, subject)
) WITHOUT ROWID;
CREATE INDEX job_by_time ON job(due_ms);

CREATE TABLE setting(
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;
)sql";

}  // namespace nightlight::adapters::migrations
