// Schema 9: meetings in numbers.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char figures[] = R"sql(
CREATE TABLE meeting_figures(
  meeting BLOB PRIMARY KEY,
  room BLOB NOT NULL,
  closed_ms INTEGER NOT NULL,
  figures BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX meeting_figures_by_end ON meeting_figures(closed_ms);
)sql";

}  // namespace nightlight::adapters::migrations
