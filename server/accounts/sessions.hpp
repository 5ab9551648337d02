// Sessions in the store: found by the cookie half, ended by whoever holds both. Ending one tells its sockets.
#pragma once

#include <string>
#include <variant>

#include "accounts/denial.hpp"
#include "accounts/revocations.hpp"
#include "accounts/session.hpp"
#include "async/awaitable.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

class sessions {
 public:
  // All of them outlive it.
  sessions(store& s, const clock_port& clock, revocations& ended) : store_(s), clock_(clock), ended_(ended) {}

  // The row that the cookie half names, if its time is not over: not yet a proof of anything but the cookie.
  async::task<answer<session_row>> async_find(async::executor ex, secret cookie_half);
  // Both halves.
  async::task<answer<signed_in>> async_prove(async::executor ex, token shown);
  // Forgets it and closes its sockets. Ending what has ended is not an error.
  async::task<answer<std::monostate>> async_end(async::executor ex, std::string cookie_half_hash);

  // What a socket needs between the upgrade and hello: a found session, watched from before anyone could miss its end.
  struct watched_session {
    session_row row;
    revocations::watch watch;
  };
  async::task<answer<watched_session>> async_find_and_watch(async::executor ex, secret cookie_half);

  instant now() const { return clock_.now(); }

 private:
  store& store_;
  const clock_port& clock_;
  revocations& ended_;
};

}  // namespace nightlight::accounts
