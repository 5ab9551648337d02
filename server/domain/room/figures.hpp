// A meeting in numbers, as its log tells them at its end: how many came, how they went, what called the team and how
// long that waited. No person, name, word or kind of worry is in it, and it stays when the words are gone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/room/state.hpp"

namespace nightlight::domain {

struct alert_figure {
  alert_level level{};
  alert_rung climbed_to = alert_rung::facilitator;  // the highest
  std::optional<seconds> taken_after;               // nothing: nobody has taken it
  friend auto operator<=>(const alert_figure&, const alert_figure&) = default;
};

struct meeting_figures {
  instant opened_at;
  instant closed_at;
  std::uint32_t attendance = 0;    // members who came in; neither the team nor who was asked over from the room beside
  std::uint32_t first_timers = 0;  // of them, those who said so as they went
  std::uint32_t unanswered = 0;    // shares that waited too long
  std::uint32_t lighter = 0;
  std::uint32_t same = 0;
  std::uint32_t heavier = 0;
  std::vector<alert_figure> alerts;  // in no order of time; unanswered shares are not among them
  friend bool operator==(const meeting_figures&, const meeting_figures&) = default;
};

// Of a meeting that is over and whose words are still there; nothing otherwise. What happens after its end (a
// check-out, an alert that is taken) changes them.
std::optional<meeting_figures> figures_of(const room_state& room);

}  // namespace nightlight::domain
