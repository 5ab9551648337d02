// The settings as the layers below want them.
#pragma once

#include "accounts/room_book.hpp"
#include "accounts/session.hpp"
#include "app/config.hpp"
#include "rooms/options.hpp"

namespace nightlight::app {

domain::limits room_rules(const config& c);
rooms::options room_options(const config& c);
accounts::room_book_limits room_book_limits(const config& c);
accounts::session_lengths session_lengths(const config& c);

}  // namespace nightlight::app
