// The rules about words that a room keeps for itself, as text beside its row in the store.
#pragma once

#include <memory>
#include <string>

#include "base/ids.hpp"
#include "domain/moderation/word_rules_text.hpp"
#include "ports/store.hpp"

namespace nightlight::rooms {

// Empty when the room has none.
result<std::string> find_room_words(records& r, const room_id& room);
result<void> keep_room_words(records& r, const room_id& room, const std::string& text);

// The rules to judge a room's messages by. An organisation's file may have changed since the room's text was kept: what
// can no longer be read is left out, first the room's, then the organisation's, so the built-in rules always stand.
std::shared_ptr<const domain::word_rules> rules_of_room(const domain::word_rules_source& organisation,
                                                        const std::string& room_text);

}  // namespace nightlight::rooms
