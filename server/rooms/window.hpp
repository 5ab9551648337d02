// The newest events of a meeting, kept so that whoever lost her connection gets exactly what she missed. Words that
// were taken back are forgotten here too.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/room/event.hpp"
#include "domain/room/visibility.hpp"
#include "wire/encode.hpp"

namespace nightlight::rooms {

class window {
 public:
  struct entry {
    domain::logged_event event;
    wire::words_now words = wire::words_now::said;  // of a message, or of one that was shown again
  };

  explicit window(std::size_t events_max) : events_max_(events_max) {}

  void push(domain::logged_event e);
  // The meeting's words of this class are gone: whoever resumes gets its events without them.
  void forget_words(domain::word_class words);

  const entry* find(circle_number said) const;

  // What someone with these eyes has not seen after her own number `after`, oldest first; nothing when the window
  // does not reach back that far.
  std::optional<std::vector<const entry*>> after(domain::visibility eyes, std::uint64_t after) const;

 private:
  void note(const domain::messages_retracted& retracted);
  void note(circle_number message, wire::words_now words);

  std::deque<entry> entries_;  // consecutive positions
  std::size_t events_max_;
  circle_number circle_before_;  // the newest circle number that is no longer here
  position position_before_;
};

}  // namespace nightlight::rooms
