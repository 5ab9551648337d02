#include "app/server.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <stdexcept>
#include <utility>

#include "adapters/system/zone_rules_version.hpp"
#include "app/conduct_rules.hpp"
#include "app/config_parts.hpp"
#include "app/control_desk.hpp"
#include "app/demo.hpp"
#include "app/directory_file.hpp"
#include "app/lexicon_file.hpp"
#include "app/rooms_front_wiring.hpp"
#include "app/server_graph.hpp"
#include "app/settings_told.hpp"
#include "async/spawn.hpp"
#include "audit/keeping.hpp"
#include "calendar/staffing.hpp"
#include "transport/ready_page.hpp"

namespace nightlight::app {
namespace {

// Runs a coroutine on a shard and waits for it. From the main thread only.
void run_on(transport::shard& s, async::task<> work) {
  boost::asio::co_spawn(s.executor(), std::move(work), boost::asio::use_future).get();
}

void or_throw(const result<void>& r, const std::string& what) {
  if (!r) throw std::runtime_error(what + ": " + r.error().message());
}

template <class T>
T or_throw(result<T> r, const std::string& what) {
  if (!r) throw std::runtime_error(what + ": " + r.error().message());
  return std::move(*r);
}

std::vector<std::string> origins_of(const config& c, bool is_demo) {
  std::vector<std::string> origins = c.server.public_origins;
  if (origins.empty()) origins.push_back("http://localhost:" + std::to_string(c.server.port));
  if (is_demo) std::ranges::move(demo_origins(c.server.port), std::back_inserter(origins));
  return origins;
}

// What the calendar's ids end with in other people's calendars: the first address this is reached at.
std::string host_of(const config& c) {
  if (c.server.public_origins.empty()) return "nightlight.localhost";
  const std::string& origin = c.server.public_origins.front();
  return origin.substr(origin.find("://") + 3);
}

// Programs and health checks on this machine may leave the port out: with port 0 it is not known yet.
transport::site site_of(const config& c, bool is_demo) {
  std::vector<std::string> hosts;
  for (const std::string host : {"127.0.0.1", "localhost", "[::1]"}) {
    hosts.push_back(host);
    hosts.push_back(host + ":" + std::to_string(c.server.port));
  }
  return or_throw(transport::site::make(origins_of(c, is_demo), std::move(hosts), c.organisation.schedule_shown_on),
                  "server.public_origins and organisation.schedule_shown_on");
}

// A server that passes over what its organisation does not want said would be worse than none.
domain::word_rules_source conduct_of(const config& c) {
  conduct_rules conduct = load_conduct_rules(c.organisation.conduct_rules_file);
  if (conduct.problems.empty()) return std::move(conduct.source);
  throw std::runtime_error("organisation.conduct_rules_file: " + conduct.problems.front());
}

// Nobody is sent to a number or a page that is written wrongly.
transport::public_pages directory_of(const config& c) {
  directory_file directory = load_directory(c.organisation.directory_file);
  if (!directory.problems.empty()) throw std::runtime_error(directory.problems.front());
  return transport::ready_page("/directory.json", "application/json", std::move(directory.shown));
}

// Null when the organisation has none: then nothing is listened for.
std::shared_ptr<const domain::care::lexicon> lexicon_of(const config& c) {
  if (c.organisation.lexicon_dir.empty()) return nullptr;
  loaded_lexicon loaded = load_lexicon(c.organisation.lexicon_dir);
  if (loaded.made) return loaded.made;
  throw std::runtime_error("organisation.lexicon_dir: " + loaded.problems.front());
}

}  // namespace

shard_set::shard_set(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    shards.push_back(std::make_unique<transport::shard>());
    halls.push_back(std::make_unique<rooms::hall>(i));
  }
}

std::vector<transport::shard*> shard_set::all() const {
  std::vector<transport::shard*> out;
  for (const auto& s : shards) out.push_back(s.get());
  return out;
}

std::vector<async::executor> shard_set::executors() const {
  std::vector<async::executor> out;
  for (const auto& s : shards) out.push_back(s->executor());
  return out;
}

std::vector<rooms::reach::side> shard_set::sides() const {
  std::vector<rooms::reach::side> out;
  for (std::size_t i = 0; i < shards.size(); ++i) out.push_back({shards[i]->executor(), halls[i].get()});
  return out;
}

std::size_t shard_set::index_of(const transport::shard& s) const {
  const auto found = std::ranges::find(shards, &s, &std::unique_ptr<transport::shard>::get);
  return static_cast<std::size_t>(found - shards.begin());
}

server::graph::graph(config given)
    : settings(std::move(given)),
      kept(settings.store, storage::purpose::serving),
      is_demo(demo_began(kept.records()).has_value()),
      threads(settings.server.shards),
      room_settings(room_options(settings)),
      people(threads.sides()),
      ears(conduct_of(settings)),
      around{kept.log(),
             kept.records(),
             clock,
             kept.keys(),
             kept.audit(),
             room_settings,
             people,
             ears,
             [this] { transport::post_to(threads.first(), [this] { purging.look_again(); }); },
             ways_out(settings),
             [this] { transport::post_to(threads.first(), [this] { pages.look_again(); }); }},
      rooms_here(threads.executors(), around),
      purging(threads.first().executor(), around, rooms_here),
      incident_papers(settings.store.keys_dir),
      incidents(kept.records(), clock, kept.audit(), incident_papers),
      ending_incidents(threads.first().executor(), kept.records(), clock, kept.audit(), incident_papers),
      zones(adapters::zone_rules_version()),
      off(holidays(settings)),
      place_names(settings.store.keys_dir),
      addresses(settings.store.keys_dir),
      reminders(addresses, clock, zones, off, reminder_senders(settings)),
      letters(courier_options(settings)),
      out(post_options(settings)),
      pages(threads.first().executor(), kept.records(), kept.audit(), clock, out, kept.contacts(), letters,
            {[this](records& r, const page_row& page) { return reminders.write(r, page); },
             [this](records& r, const page_row& page) { return reminders.refused(r, page); },
             [this](records& r, const page_row& page) {
               const calendar::desk d{r, zones, off, clock.now()};
               return calendar::is_still_short(d, page);
             }}),
      sessions(kept.records(), clock, ended),
      guidelines(or_throw(accounts::guidelines_by_language::load(settings.organisation.guidelines_dir),
                          "organisation.guidelines_dir")),
      bans(settings.store.keys_dir),
      door(kept.records(), clock, guidelines, room_settings.rules, bans, session_lengths(settings)),
      passwords({1, settings.limits.password_checks_waiting_max}),
      staff_door(kept.records(), clock, passwords, session_lengths(settings)),
      team(kept.records(), clock, passwords, ended, audited()),
      book(kept.records(), clock, room_book_limits(settings)),
      words(kept.records(), conduct_of(settings),
            [this](const room_id& room, const std::string& text) { ears.set_room_words(room, text); }),
      ban_list(kept.records(), clock),
      return_links(settings.store.keys_dir),
      returning(kept.records(), clock, return_links, session_lengths(settings)),
      files(or_throw(transport::static_files::load(settings.server.static_dir), "server.static_dir")),
      ours(site_of(settings, is_demo)),
      session_api(door, staff_door, sessions, rooms_front_of(rooms_here), settings.organisation.name,
                  app::session_rates(settings)),
      return_api(returning),
      room_api(book, sessions, rooms_front_of(rooms_here)),
      words_api(words, sessions),
      bans_api(ban_list, sessions, rooms_front_of(rooms_here)),
      calendar_api({kept.records(), clock, zones, off, place_names}, sessions, reminder_parts()),
      figures_api(kept.records(), clock, zones, sessions),
      staff_api(team, sessions),
      settings_api(kept.records(), sessions, settings_told(settings, adapters::zone_rules_version())),
      incidents_api(incidents, sessions, rooms_front_of(rooms_here)),
      feed({kept.records(), clock, zones, off, place_names}, settings.organisation.name, host_of(settings),
           settings.organisation.sign_up_address),
      own_dates({kept.records(), clock, zones, off, place_names}, settings.organisation.name, host_of(settings)),
      stopping({kept.records(), clock, zones, off, place_names}),
      paths(
          ours, files, api, [this] { return kept.records().healthy(); },
          transport::together({feed.pages(), own_dates.pages(), stopping.pages(), directory_of(settings)})),
      reading(transport::rules_for(ours, app::http_rules(settings))),
      sockets(app::websocket_options(settings)),
      talking(app::conversation_options(settings)),
      http(front()),
      places(settings.limits.connections_max,
             settings.server.trusted_proxies.empty() ? settings.limits.connections_per_prefix_max : 0),
      upkeep(threads.first().executor(), kept.records(), clock, ended, rooms_here),
      evening(threads.first().executor(), {kept.records(), clock, zones, off, calendar_choices(settings),
                                           room_book_limits(settings), [this] { pages.look_again(); }}),
      background(threads.first().executor()) {
  ears.set_lexicon(lexicon_of(settings));
  session_api.add_to(api);
  return_api.add_to(api);
  room_api.add_to(api);
  words_api.add_to(api);
  bans_api.add_to(api);
  calendar_api.add_to(api);
  figures_api.add_to(api);
  staff_api.add_to(api);
  settings_api.add_to(api);
  incidents_api.add_to(api);
  for (auto& hall : threads.halls) {
    threads.talk.push_back(std::make_unique<transport::conversation_surroundings>(
        transport::conversation_surroundings{rooms_here, *hall, clock, talking, codes}));
  }
  load_certificate();
  listen();
}

transport::http_front server::graph::front() {
  return {reading,
          ours,
          paths,
          sessions,
          trusted_proxies(settings),
          [this] { return clock.now(); },
          [this](transport::shard& on, transport::upgrade_ticket ticket) -> std::unique_ptr<transport::dialogue> {
            return std::make_unique<transport::conversation>(*threads.talk[threads.index_of(on)], std::move(ticket));
          },
          sockets,
          std::chrono::seconds{settings.timing.write_seconds}};
}

// What an admin changes about an account is in the audit log in the same step.
accounts::staff_book::audited server::graph::audited() {
  return [this](async::executor ex, accounts::staff_book::told_unit change) {
    audit::audited_work unit = [this, change = std::move(change)](records& r) -> result<audit_mark> {
      const result<std::vector<audit_entry>> entries = change(r);
      if (!entries) return entries.error();
      return entries->empty() ? result<audit_mark>(audit_mark{}) : kept.audit().keep(r, *entries);
    };
    return audit::async_keep(ex, kept.records(), kept.audit(), std::move(unit));
  };
}

// A write may have made letters, and moments for the calendar to wake at.
transport::reminder_parts server::graph::reminder_parts() {
  const auto changed = [this](const series_id& id) {
    transport::post_to(threads.first(), [this, id] {
      evening.look_again(id);
      pages.look_again();
    });
  };
  return {addresses, return_links, !settings.paging.smtp_host.empty(), calendar_choices(settings), changed};
}

void server::graph::load_certificate() {
  if (settings.server.tls_certificate_file.empty()) return;
  tls.emplace(settings.server.tls_certificate_file, settings.server.tls_key_file);
  or_throw(tls->load(), "server.tls_certificate_file and server.tls_key_file");
}

void server::graph::listen() {
  error_code wrong;
  const auto address = boost::asio::ip::make_address(settings.server.listen_address, wrong);
  if (wrong) throw std::runtime_error("server.listen_address is not an address: " + settings.server.listen_address);
  if (is_demo && !address.is_loopback()) {
    throw std::runtime_error("this is a demo: it serves 127.0.0.1 only, not " + settings.server.listen_address);
  }
  accepting.emplace(threads.all(), places, tls ? &*tls : nullptr,
                    [this](transport::shard& on, transport::stream s) { serve_http(on, std::move(s), http); });
  or_throw(accepting->open({address, settings.server.port}),
           "cannot listen on " + settings.server.listen_address + " port " + std::to_string(settings.server.port));
}

server::server(config settings) : graph_(std::make_unique<graph>(std::move(settings))) {}

server::~server() { stop(); }

std::uint16_t server::port() const { return graph_->accepting->local_endpoint().port(); }

void server::start() {
  graph& g = *graph_;
  g.started = true;
  for (auto& s : g.threads.shards) s->start();
  const async::executor ex = g.threads.first().executor();
  run_on(g.threads.first(), [](graph& all, async::executor on) -> async::task<> {
    const bool all_run = async::spawn(on, all.background, "forgetting", all.purging.run()) &&
                         async::spawn(on, all.background, "incidents", all.ending_incidents.run()) &&
                         async::spawn(on, all.background, "pages", all.pages.run()) &&
                         async::spawn(on, all.background, "housekeeping", all.upkeep.run()) &&
                         async::spawn(on, all.background, "the evening", all.evening.run());
    if (!all_run) throw std::logic_error("the server is stopping already");
    co_return;
  }(g, ex));
  staff_changes told{[&g](const person_id& who) { g.ended.end_sessions_of(who); },
                     [&g](const person_id& who) { g.ended.change_sessions_of(who); }};
  g.control.emplace(control_socket_path(g.settings.store.path),
                    [desk = std::make_shared<control_desk>(g.kept, g.clock, std::move(told))](
                        const control::v1::Request& request) { return desk->answer(request); });
  g.accepting->start();
}

bool server::reload_certificate() {
  if (!graph_->tls) return true;
  const result<void> loaded = graph_->tls->load();
  if (!loaded) spdlog::error("the new certificate is not usable, the old one stays: {}", loaded.error().message());
  return loaded.has_value();
}

bool server::reload_lexicon() {
  const std::string& dir = graph_->settings.organisation.lexicon_dir;
  return dir.empty() || app::reload_lexicon(dir, graph_->ears);
}

void server::stop() {
  graph& g = *graph_;
  if (std::exchange(g.stopped, true) || !g.started) return;
  g.control.reset();
  run_on(g.threads.first(), g.accepting->async_stop());
  const std::chrono::milliseconds patience = std::chrono::seconds{g.settings.timing.drain_seconds};
  for (auto& s : g.threads.shards) run_on(*s, s->async_drain({patience / 5, patience}));
  run_on(g.threads.first(), [](graph& all) -> async::task<> {
    all.purging.stop();
    all.ending_incidents.stop();
    all.pages.stop();
    all.out.stop();
    all.upkeep.stop();
    all.evening.stop();
    co_await all.background.async_close();
  }(g));
  for (std::size_t i = 0; i < g.threads.shards.size(); ++i) {
    run_on(*g.threads.shards[i], g.rooms_here.stop_shard(i));
  }
  for (auto& s : g.threads.shards) s->stop();
}

}  // namespace nightlight::app
