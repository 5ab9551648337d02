// Schema 7: a ban holds in every room of a series; which room each was made in, and which series a room belongs to. A
// room has a profile for its phrase rules.
#pragma once

namespace nightlight::adapters::migrations {

inline constexpr char bans_and_profiles[] = R"sql(
ALTER TABLE ban RENAME COLUMN room TO holds_in;
ALTER TABLE ban ADD COLUMN made_in BLOB NOT NULL DEFAULT x'';
UPDATE ban SET made_in = holds_in;
CREATE INDEX ban_by_place ON ban(made_in, position);
ALTER TABLE room ADD COLUMN profile TEXT NOT NULL DEFAULT '';
CREATE INDEX meeting_room_by_room ON meeting_room(room);
)sql";

}  // namespace nightlight::adapters::migrations
