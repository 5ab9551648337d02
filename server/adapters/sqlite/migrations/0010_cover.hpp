// Schema 10: staff who cannot come ask for cover.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char cover[] = R"sql(
CREATE TABLE cover(
  series BLOB NOT NULL,
  day TEXT NOT NULL,
  seat INTEGER NOT NULL,
  asked_by BLOB NOT NULL,
  sealed_words BLOB NOT NULL,
  since_ms INTEGER NOT NULL,
  PRIMARY KEY(series, day, seat)
) WITHOUT ROWID;
)sql";

}  // namespace nightlight::adapters::migrations
