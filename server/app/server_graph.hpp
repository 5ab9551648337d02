// Everything a server is made of, in the order in which it is made; members are destroyed in the reverse. Only
// server.cpp and its parts include this.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "accounts/ban_book.hpp"
#include "accounts/coming_back.hpp"
#include "accounts/entry.hpp"
#include "accounts/passwords.hpp"
#include "accounts/sign_in.hpp"
#include "accounts/staff_book.hpp"
#include "accounts/word_book.hpp"
#include "adapters/curl/curl_post.hpp"
#include "adapters/system/system_clock.hpp"
#include "app/control_socket.hpp"
#include "app/evening_keeper.hpp"
#include "app/housekeeping.hpp"
#include "app/server.hpp"
#include "app/storage.hpp"
#include "calendar/reminder_letters.hpp"
#include "care/incident_book.hpp"
#include "care/incident_forgetting.hpp"
#include "domain/calendar/iana_zones.hpp"
#include "paging/courier.hpp"
#include "rooms/forgetting.hpp"
#include "transport/acceptor.hpp"
#include "transport/bans_service.hpp"
#include "transport/calendar_feed.hpp"
#include "transport/conversation.hpp"
#include "transport/figures_service.hpp"
#include "transport/http_session.hpp"
#include "transport/incident_service.hpp"
#include "transport/own_feed.hpp"
#include "transport/return_service.hpp"
#include "transport/room_service.hpp"
#include "transport/session_service.hpp"
#include "transport/settings_service.hpp"
#include "transport/staff_service.hpp"
#include "transport/stop_page.hpp"
#include "transport/words_service.hpp"

namespace nightlight::app {

// The threads and what each has of its own.
struct shard_set {
  explicit shard_set(std::size_t count);
  std::vector<std::unique_ptr<transport::shard>> shards;
  std::vector<std::unique_ptr<rooms::hall>> halls;
  std::vector<std::unique_ptr<transport::conversation_surroundings>> talk;

  transport::shard& first() { return *shards.front(); }
  std::vector<transport::shard*> all() const;
  std::vector<async::executor> executors() const;
  std::vector<rooms::reach::side> sides() const;
  std::size_t index_of(const transport::shard& s) const;
};

struct server::graph {
  explicit graph(config settings);
  void load_certificate();
  void listen();
  transport::http_front front();
  transport::reminder_parts reminder_parts();
  accounts::staff_book::audited audited();

  const config settings;
  storage kept;
  adapters::system_clock clock;
  const bool is_demo;
  shard_set threads;

  // Rooms.
  const rooms::options room_settings;
  rooms::reach people;
  rooms::listening ears;
  rooms::surroundings around;
  rooms::directory rooms_here;
  rooms::forgetting purging;

  // What is written down.
  const care::incident_box incident_papers;
  care::incident_book incidents;
  care::incident_forgetting ending_incidents;

  // What the calendar's letters are made of.
  const domain::calendar::iana_zones zones;
  const domain::calendar::holidays off;
  const calendar::place_names place_names;
  const calendar::reminder_box addresses;
  const calendar::reminder_letters reminders;

  // Calling people who are not here.
  const paging::courier_options letters;
  adapters::curl_post out;
  paging::courier pages;

  // Accounts.
  accounts::revocations ended;
  accounts::sessions sessions;
  accounts::guidelines_by_language guidelines;
  const accounts::ban_marks bans;
  accounts::entry door;
  accounts::password_pool passwords;
  accounts::sign_in staff_door;
  accounts::staff_book team;
  accounts::room_book book;
  accounts::word_book words;
  accounts::ban_book ban_list;
  const accounts::return_links return_links;
  accounts::coming_back returning;

  // The front.
  transport::static_files files;
  const transport::site ours;
  transport::session_service session_api;
  transport::return_service return_api;
  transport::room_service room_api;
  transport::words_service words_api;
  transport::bans_service bans_api;
  transport::calendar_service calendar_api;
  transport::figures_service figures_api;
  transport::staff_service staff_api;
  transport::settings_service settings_api;
  transport::incident_service incidents_api;
  transport::calendar_feed feed;
  transport::own_feed own_dates;
  transport::stop_page stopping;
  transport::rpc_table api;
  transport::routes paths;
  const transport::http_rules reading;
  const transport::websocket_options sockets;
  const transport::conversation_options talking;
  transport::code_tries codes{};
  transport::http_front http;
  transport::connection_limits places;
  std::optional<transport::tls_context> tls;
  std::optional<transport::acceptor> accepting;

  housekeeping upkeep;
  evening_keeper evening;
  async::gate background;
  std::optional<control_socket> control;
  bool started = false;
  bool stopped = false;
};

}  // namespace nightlight::app
