// Schema 2: the audit log.
#pragma once

namespace nightlight::adapters::migrations {

// The triggers keep mistakes out; who changes rows on purpose is found by the chain.
inline constexpr char audit_log[] = R"sql(
CREATE TABLE audit(
  sequence INTEGER PRIMARY KEY,
  time_ms INTEGER NOT NULL,
  room BLOB NOT NULL,
  meeting BLOB NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role INTEGER NOT NULL,
  action TEXT NOT NULL,
  target INTEGER NOT NULL,
  subject TEXT NOT NULL,
  messages INTEGER NOT NULL,
  length_s INTEGER NOT NULL,
  link BLOB NOT NULL,
  signature BLOB NOT NULL
);
CREATE UNIQUE INDEX audit_by_position ON audit(room, position) WHERE position > 0;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
)sql";

}  // namespace nightlight::adapters::migrations
