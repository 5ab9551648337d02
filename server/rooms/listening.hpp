// What the rules over words find in what somebody sends, before the room decides about it: the phrase rules that call
// staff, with what she wrote in the minutes before, and the organisation's and the room's own rules about conduct. Both
// may be replaced while rooms are open; each event says what heard it.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "domain/care/level.hpp"
#include "domain/care/lexicon.hpp"
#include "domain/moderation/word_rules_text.hpp"
#include "domain/room/command.hpp"
#include "domain/room/heard.hpp"
#include "domain/room/state.hpp"

namespace nightlight::rooms {

class listening {
 public:
  explicit listening(domain::word_rules_source organisation);

  // Any thread. Null: nothing is listened for.
  void set_lexicon(std::shared_ptr<const domain::care::lexicon> lexicon);

  // Any thread. The rules of its own that a room keeps, as text; empty: none.
  void set_room_words(const room_id& room, const std::string& text);

  // Any thread. What is talked about in a room, by its name in care/level.hpp; any other: general.
  void set_room_profile(const room_id& room, const std::string& name);

  // On the room's shard. Empty for a command without words for the circle.
  domain::heard_words hear(const room_id& id, const domain::room_state& room, const person_id& author,
                           const domain::command& what, instant now);

 private:
  using conduct_rules = std::shared_ptr<const domain::word_rules>;
  struct rules {
    std::shared_ptr<const domain::care::lexicon> care;
    conduct_rules conduct;
    domain::care::room_profile profile = domain::care::room_profile::general;
  };
  rules rules_for(const room_id& room) const;
  std::optional<domain::care_flag> care_in(const rules& by, const room_id& id, const domain::room_state& room,
                                           const domain::member* author, std::string_view words, instant now);
  // Whether something she wrote in the last minutes had an undertone, as far as this process knows.
  bool had_undertone(const room_id& id, const domain::member& author, instant now) const;
  void note_undertone(const room_id& id, const domain::member& author, bool undertone, instant now);

  const domain::word_rules_source organisation_;
  const conduct_rules everywhere_;
  mutable std::mutex mutex_;
  std::shared_ptr<const domain::care::lexicon> lexicon_;
  std::unordered_map<room_id, conduct_rules> rooms_;                  // those that have rules of their own
  std::unordered_map<room_id, domain::care::room_profile> profiles_;  // those that are not general
  // When something of hers last had an undertone. Whoever is not here was not heard by this process yet.
  std::unordered_map<room_id, std::unordered_map<std::uint32_t, instant>> undertones_;
};

}  // namespace nightlight::rooms
