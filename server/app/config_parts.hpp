// The settings as the layers below want them.
#pragma once

#include <vector>

#include "accounts/room_book.hpp"
#include "accounts/session.hpp"
#include "adapters/curl/curl_post.hpp"
#include "app/config.hpp"
#include "calendar/reminder_letters.hpp"
#include "domain/calendar/series.hpp"
#include "paging/calls.hpp"
#include "paging/courier.hpp"
#include "rooms/options.hpp"
#include "transport/client_address.hpp"
#include "transport/conversation.hpp"
#include "transport/http_reader.hpp"
#include "transport/session_service.hpp"
#include "transport/websocket_session.hpp"

namespace nightlight::app {

domain::limits room_rules(const config& c);
adapters::curl_post_options post_options(const config& c);  // throws std::runtime_error when a secret cannot be read
paging::courier_options courier_options(const config& c);   // the same
paging::ways_out ways_out(const config& c);
rooms::options room_options(const config& c);
accounts::room_book_limits room_book_limits(const config& c);
accounts::session_lengths session_lengths(const config& c);
transport::session_rates session_rates(const config& c);
transport::http_rules http_rules(const config& c);
transport::websocket_options websocket_options(const config& c);
transport::conversation_options conversation_options(const config& c);
std::vector<transport::network> trusted_proxies(const config& c);  // which check-config has found to parse
calendar::reminder_letters::senders reminder_senders(const config& c);
calendar::choices calendar_choices(const config& c);
domain::calendar::holidays holidays(const config& c);  // the same

}  // namespace nightlight::app
