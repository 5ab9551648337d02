// Schema 4: who is reached how, who is on call, and the pages.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char paging[] = R"sql(
CREATE TABLE contact(
  person BLOB PRIMARY KEY,
  sealed_address BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE on_call(
  person BLOB NOT NULL,
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY(person, from_ms)
) WITHOUT ROWID;

CREATE TABLE page(
  id BLOB PRIMARY KEY,
  kind INTEGER NOT NULL,
  recipient BLOB NOT NULL,
  room BLOB NOT NULL,
  meeting BLOB NOT NULL,
  alert INTEGER NOT NULL,
  rung INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  due_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  state INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX page_by_due ON page(due_ms) WHERE state = 1;
CREATE INDEX page_by_alert ON page(room, meeting, alert) WHERE state = 1;
)sql";

}  // namespace nightlight::adapters::migrations
