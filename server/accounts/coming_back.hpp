// How a mother comes back by the link of her own: a session as the person she was, which opens no room by itself. What
// she keeps in the calendar lets her in from there, past the same door as everybody.
#pragma once

#include "accounts/return_links.hpp"
#include "accounts/session.hpp"
#include "accounts/store_work.hpp"
#include "ports/clock.hpp"

namespace nightlight::accounts {

struct came_back {
  opened_session session;
  rooms::principal who;
};

class coming_back {
 public:
  // All of them outlive it.
  coming_back(store& s, const clock_port& clock, const return_links& links, session_lengths lengths)
      : store_(s), clock_(clock), links_(links), lengths_(lengths) {}

  // `language`: empty, or what she wants to read from now on. invitation_unknown when the link opens nothing.
  async::task<answer<came_back>> async_come_back(async::executor ex, secret link, std::string language);

 private:
  store& store_;
  const clock_port& clock_;
  const return_links& links_;
  const session_lengths lengths_;
};

}  // namespace nightlight::accounts
