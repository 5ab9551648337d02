// Schema 11: a topic has a profile for its rooms, may be put away, and knows who changed it last.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char topics[] = R"sql(
ALTER TABLE topic ADD COLUMN profile TEXT NOT NULL DEFAULT '';
ALTER TABLE topic ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE topic ADD COLUMN changed_by BLOB NOT NULL DEFAULT x'';
ALTER TABLE topic ADD COLUMN changed_ms INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace nightlight::adapters::migrations
