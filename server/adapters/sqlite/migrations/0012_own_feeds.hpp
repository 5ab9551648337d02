// Schema 12: links by which calendars of the team read their own dates.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char own_feeds[] = R"sql(
CREATE TABLE own_feed(
  person BLOB PRIMARY KEY,
  secret_hash BLOB NOT NULL UNIQUE,
  language TEXT NOT NULL,
  made_ms INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

}  // namespace nightlight::adapters::migrations
