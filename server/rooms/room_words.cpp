#include "rooms/room_words.hpp"

#include <array>
#include <span>

namespace nightlight::rooms {
namespace {

std::string key_of(const room_id& room) { return "words/" + room.value; }

}  // namespace

result<std::string> find_room_words(records& r, const room_id& room) {
  result<std::optional<std::string>> kept = r.get_setting(key_of(room));
  if (!kept) return kept.error();
  return std::move(*kept).value_or("");
}

result<void> keep_room_words(records& r, const room_id& room, const std::string& text) {
  return r.put_setting(key_of(room), text);
}

std::shared_ptr<const domain::word_rules> rules_of_room(const domain::word_rules_source& organisation,
                                                        const std::string& room_text) {
  const std::array layers{organisation, domain::word_rules_source{"room", room_text}};
  for (std::size_t count = layers.size(); count > 0; --count) {
    if (auto parsed = domain::parse_word_rules(std::span(layers).first(count)); parsed.made) return parsed.made;
  }
  return domain::make_word_rules({}).made;
}

}  // namespace nightlight::rooms
