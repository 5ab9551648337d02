#include "year/death.hpp"

#include <signal.h>
#include <time.h>

#include <utility>

namespace nightlight::year {

bool death::comes(death_place where) const {
  return shared_.dies_at_ms != 0 && shared_.now_ms >= shared_.dies_at_ms && shared_.dies == where;
}

void death::at_a_moment() {
  if (comes(death_place::at_a_moment)) arm(CLOCK_PROCESS_CPUTIME_ID, shared_.dies_after_ns);
}

void death::as_a_room_writes() {
  constexpr std::uint64_t of_a_moment = 8;  // a commit takes a fraction of a millisecond
  if (comes(death_place::as_a_room_writes)) arm(CLOCK_MONOTONIC, shared_.dies_after_ns / of_a_moment);
}

void death::after_a_mail() const {
  if (comes(death_place::after_a_mail)) ::raise(SIGKILL);
}

// The kernel's own signal.
void death::arm(clockid_t by, std::uint64_t after_ns) {
  if (std::exchange(armed_, true)) return;
  sigevent how{};
  how.sigev_notify = SIGEV_SIGNAL;
  how.sigev_signo = SIGKILL;
  timer_t timer{};
  itimerspec when{};
  when.it_value.tv_nsec = static_cast<long>(1 + after_ns);
  if (::timer_create(by, &how, &timer) == 0) ::timer_settime(timer, 0, &when, nullptr);
}

}  // namespace nightlight::year
