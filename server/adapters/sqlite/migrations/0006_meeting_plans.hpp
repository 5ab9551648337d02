// Schema 6: a room knows when its meeting begins and ends.
#pragma once

namespace nightlight::adapters::migrations {

// 0: nothing is planned; for late_entry_minutes: as configured.
inline constexpr char meeting_plans[] = R"sql(
ALTER TABLE room ADD COLUMN starts_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN ends_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN late_entry_minutes INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace nightlight::adapters::migrations
