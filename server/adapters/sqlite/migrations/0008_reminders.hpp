// Schema 8: reminders, places that are offered, links that bring somebody back, and the calendar's steps.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char reminders[] = R"sql(
ALTER TABLE page ADD COLUMN about TEXT NOT NULL DEFAULT '';
CREATE INDEX page_by_recipient ON page(recipient) WHERE state = 1;

-- 0: no offer.
ALTER TABLE place ADD COLUMN answer_by_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place ADD COLUMN passed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX place_by_person ON place(person);
CREATE INDEX place_by_offer ON place(series, answer_by_ms) WHERE answer_by_ms > 0;

CREATE TABLE reminder(
  person BLOB PRIMARY KEY,
  sealed BLOB NOT NULL,
  stop_hash BLOB NOT NULL UNIQUE,
  language TEXT NOT NULL,
  zone TEXT NOT NULL,
  with_title INTEGER NOT NULL,
  hour_before INTEGER NOT NULL,
  day_before INTEGER NOT NULL,
  since_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE return_link(
  person BLOB PRIMARY KEY,
  secret_hash BLOB NOT NULL UNIQUE,
  sealed BLOB NOT NULL,
  language TEXT NOT NULL,
  expires_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- What has happened once does not happen again: the key says what "the same" means.
CREATE TABLE calendar_step(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  kind INTEGER NOT NULL,
  person BLOB NOT NULL,
  round INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE(series, day, kind, person, round)
);
)sql";

}  // namespace nightlight::adapters::migrations
