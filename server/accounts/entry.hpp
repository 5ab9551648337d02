// How a mother comes in: she looks at what a link opens, agrees to the guidelines, picks a name, and the link is spent
// in the same step in which her session begins. Links of a demo may open a staff session the same way.
#pragma once

#include <string>

#include "accounts/guidelines.hpp"
#include "accounts/invitations.hpp"
#include "accounts/session.hpp"
#include "async/awaitable.hpp"
#include "domain/room/limits.hpp"
#include "ports/clock.hpp"

namespace nightlight::accounts {

// What a link opens, before it is spent.
struct invitation_view {
  room_row room;
  domain::role role = domain::role::member;
  std::string suggested_name;
};

struct entry_request {
  secret invitation;
  std::string name;  // as typed
  std::string guidelines_version;
  std::string language;  // "en" or "es"
};

struct entered {
  opened_session session;
  rooms::principal who;
};

class entry {
 public:
  // All of them outlive it.
  entry(store& s, const clock_port& clock, const guidelines_by_language& rules, const domain::limits& names,
        session_lengths lengths)
      : store_(s), clock_(clock), guidelines_(rules), names_(names), lengths_(lengths) {}

  async::task<answer<invitation_view>> async_look(async::executor ex, secret invitation);
  async::task<answer<entered>> async_enter(async::executor ex, entry_request request);

  const guidelines& guidelines_in(std::string_view language) const { return guidelines_.in(language); }

 private:
  result<answer<entered>> enter(records& r, const entry_request& request) const;

  store& store_;
  const clock_port& clock_;
  const guidelines_by_language& guidelines_;
  const domain::limits& names_;
  const session_lengths lengths_;
};

}  // namespace nightlight::accounts
