// Schema 3: what bans are known by, and whether an invitation stands for one person.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char bans[] = R"sql(
CREATE TABLE ban(
  room BLOB NOT NULL,
  mark BLOB NOT NULL,
  until_ms INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY(room, mark)
) WITHOUT ROWID;
CREATE INDEX ban_by_end ON ban(until_ms);

ALTER TABLE session ADD COLUMN sealed_marks BLOB NOT NULL DEFAULT x'';

-- Until now links were for one or for as many as wanted.
ALTER TABLE invitation ADD COLUMN for_one INTEGER NOT NULL DEFAULT 0;
UPDATE invitation SET for_one = 1 WHERE uses_left >= 0 OR person <> x'';
)sql";

}  // namespace nightlight::adapters::migrations
