// What the rules over words find in what somebody sends, before the room decides about it: the phrase rules that call
// staff, with what she wrote in the minutes before. The lexicon may be replaced while rooms are open; each event says
// which version heard it.
#pragma once

#include <memory>
#include <mutex>

#include "domain/care/lexicon.hpp"
#include "domain/room/command.hpp"
#include "domain/room/heard.hpp"
#include "domain/room/state.hpp"

namespace nightlight::rooms {

class listening {
 public:
  // Any thread. Null: nothing is listened for.
  void set_lexicon(std::shared_ptr<const domain::care::lexicon> lexicon);

  // Any thread. Empty for a command without words for the circle.
  domain::heard_words hear(const domain::room_state& room, const person_id& author, const domain::command& what,
                           instant now) const;

 private:
  std::shared_ptr<const domain::care::lexicon> lexicon() const;

  mutable std::mutex mutex_;
  std::shared_ptr<const domain::care::lexicon> lexicon_;
};

}  // namespace nightlight::rooms
