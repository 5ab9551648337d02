// How a life of the year ends before its time: by SIGKILL, in one of three places where it hurts.
#pragma once

#include <time.h>

#include "year/calendar_year.hpp"

namespace nightlight::year {

class death {
 public:
  explicit death(year_clock& shared) : shared_(shared) {}

  // Some work after a moment of the year has come: in any instruction of any thread.
  void at_a_moment();
  // Some microseconds after a room has begun to write: before its commit, within it, or before anybody was told.
  void as_a_room_writes();
  // At once: the mail server has taken one and has not said so.
  void after_a_mail() const;

 private:
  bool comes(death_place where) const;
  void arm(clockid_t by, std::uint64_t after_ns);

  year_clock& shared_;
  bool armed_ = false;
};

}  // namespace nightlight::year
