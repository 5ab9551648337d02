// How a mother comes in: she looks at what a link opens, agrees to the guidelines, picks a name, and the link is spent
// in the same step in which her session begins. Links of a demo may open a staff session the same way. Whoever is
// banned from the room hears so here, and how to write to its team.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/ban_marks.hpp"
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
  bool for_somebody = false;  // it brings one known person back
};

struct entry_request {
  secret invitation;
  std::string name;  // as typed
  std::string guidelines_version;
  std::string language;  // "en" or "es"
  secret device{};       // empty: her program keeps none
};

// What is true of somebody who is kept out of a room, for its team to tell who writes.
struct kept_out {
  room_id room;
  private_text marks;
};

struct entered {
  opened_session session;
  rooms::principal who;
  room_id room;  // the one her invitation names
};

class entry {
 public:
  // All of them outlive it.
  entry(store& s, const clock_port& clock, const guidelines_by_language& rules, const domain::limits& names,
        const ban_marks& bans, session_lengths lengths)
      : store_(s), clock_(clock), guidelines_(rules), names_(names), bans_(bans), lengths_(lengths) {}

  async::task<answer<invitation_view>> async_look(async::executor ex, secret invitation);
  async::task<answer<entered>> async_enter(async::executor ex, entry_request request);
  // Whoever asks, by a link that may be spent or old. nothing_to_appeal when no ban of that room is known by it or by
  // the device.
  async::task<answer<kept_out>> async_kept_out(async::executor ex, secret invitation, secret device);

  const guidelines& guidelines_in(std::string_view language) const { return guidelines_.in(language); }

 private:
  result<answer<entered>> enter(records& r, const entry_request& request) const;
  // What a ban would know her by, and where it would hold.
  struct marked {
    room_id where;
    std::vector<std::string> marks;
  };
  result<marked> marks_of(records& r, const invitation_row& row, const secret& invitation, const secret& device) const;
  result<std::optional<denial>> ban_of(records& r, const marked& her) const;

  store& store_;
  const clock_port& clock_;
  const guidelines_by_language& guidelines_;
  const domain::limits& names_;
  const ban_marks& bans_;
  const session_lengths lengths_;
};

}  // namespace nightlight::accounts
