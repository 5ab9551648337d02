// A year of the calendar under a driven clock, in a process of its own that may be killed at any moment: 40 series,
// mothers who keep and leave places, offers, reminders, changes of plan, and the evenings in their rooms. What happens
// is written down by triggers in the database itself, so that a step that was taken twice, or put back, is seen. The
// clock and what people still want to do lie outside the process: it goes on where it died.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "year/deeds.hpp"
#include "year/evenings.hpp"

namespace nightlight::year {

struct year_options {
  std::uint64_t seed = 1;
  std::size_t series = 40;
  std::size_t people = 120;
  std::chrono::days length{364};
};

enum class death_place : std::uint8_t { after_a_mail, as_a_room_writes, at_a_moment };

// Shared by the process that lives the year and the one that watches: it outlives the first.
struct year_clock {
  std::atomic<std::int64_t> now_ms;
  std::atomic<std::int64_t> dies_at_ms;      // when it has come so far; 0: it lives on
  std::atomic<death_place> dies;             // from then on, where
  std::atomic<std::uint64_t> dies_after_ns;  // and after how much work there
};

class calendar_year {
 public:
  explicit calendar_year(year_options options);
  ~calendar_year();
  calendar_year(const calendar_year&) = delete;
  calendar_year& operator=(const calendar_year&) = delete;

  // Lives to the end, begun again each time it is killed: how often it was. Two years may be lived side by side.
  std::size_t live(std::size_t kills);

  // One line for each thing that happened, in order: "<moment> <what> <series> <day> <person> <round>".
  std::vector<std::string> history() const;
  // One line for each mail that the mail server took, in order: "<Message-ID> <hash of the mail>".
  std::vector<std::string> mails() const;
  // The ids of the letters in that state (page_state), in order.
  std::vector<std::string> letters_in(int state) const;
  std::size_t letters_to_admins_sent() const;
  // What the plan alone says must have happened: when meetings began, when admins were told that nobody
  // leads (there is no account in this year but an admin's), when their rooms were made, when they were over,
  // as the history tells it without person and round; sorted.
  std::vector<std::string> meetings_by_the_plan() const;

  // What the logs of the meetings' rooms tell, in the order in which it was written; with people left out.
  std::vector<told_line> log_of_the_rooms() const;
  // What they must tell, by the plan and by what Kim did. A meeting whose room stayed shut has none.
  evenings evenings_reckoned() const;

 private:
  void prepare() const;
  std::vector<domain::calendar::occurrence> meetings() const;

  const year_options options_;
  const std::string folder_;
  year_clock* const clock_;
  const std::vector<deed> deeds_;
};

}  // namespace nightlight::year
