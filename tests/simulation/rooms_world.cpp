#include "simulation/rooms_world.hpp"

#include <gtest/gtest.h>

#include "async/spawn.hpp"
#include "domain/room/apply.hpp"
#include "rooms/live_room.hpp"

namespace nightlight::simulation {
namespace {

sealing::keyring& shared_ring() {
  static const memory_directory place;
  static sealing::keyring ring{place.path + "/keys"};
  return ring;
}

}  // namespace

memory_directory::memory_directory()
    : path(std::filesystem::exists("/dev/shm") ? "/dev/shm/nightlight-XXXXXX" : "/tmp/nightlight-XXXXXX") {
  if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no directory for keys");
}

memory_directory::~memory_directory() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

process::~process() {
  // Handlers first: they hold the coroutines, which hold passes of the gates.
  for (auto& context : contexts) context->shutdown();
  courier.reset();
  forgetting.reset();
  running.reset();
  rooms.reset();
}

void backed_up_log::append(append_request request, completion<position> done) {
  for (const wrapped_key& key : request.keys) keys[key.meeting.value].push_back(key);
  inner.append(std::move(request), std::move(done));
}
void backed_up_log::read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) {
  inner.read(std::move(room), after, rows_max, std::move(done));
}
void backed_up_log::read_newest_meeting(room_id room, completion<meeting_tail> done) {
  inner.read_newest_meeting(std::move(room), std::move(done));
}
void backed_up_log::destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) {
  inner.destroy_keys(std::move(meeting), retention_class, std::move(done));
}

void backed_up_log::replace_records(room_id room, std::vector<record_change> changes, completion<void> done) {
  inner.replace_records(std::move(room), std::move(changes), std::move(done));
}

world::world(std::size_t shards, rooms::options options)
    : settings(std::move(options)), ring(shared_ring()), shards_(shards) {}

world::~world() {
  if (up) kill();
}

void world::add_room(const std::string& id, std::uint32_t retention_hours) {
  const room_row row{room_id{id}, epoch_id{"epoch" + id}, "Title " + id, "en", retention_hours, 0, 8, clock.now()};
  store.transact([row](records& r) { return r.put_room(row); }, [](const result<void>& done) { ASSERT_TRUE(done); });
  store.run_pending();
}

void world::plan(const std::string& id, milliseconds begins_in, milliseconds ends_in) {
  room_row planned = row(id);
  planned.starts_at = clock.now() + begins_in;
  planned.ends_at = clock.now() + ends_in;
  store.transact([planned](records& r) { return r.put_room(planned); },
                 [](const result<void>& done) { ASSERT_TRUE(done); });
  store.run_pending();
}

void world::start() {
  up = std::make_unique<process>();
  std::vector<rooms::reach::side> sides;
  std::vector<async::executor> executors;
  for (std::size_t i = 0; i < shards_; ++i) {
    up->contexts.push_back(std::make_unique<shard_context>());
    up->halls.push_back(std::make_unique<rooms::hall>(i));
    sides.push_back({up->contexts[i]->get_executor(), up->halls[i].get()});
    executors.push_back(up->contexts[i]->get_executor());
  }
  up->people = std::make_unique<rooms::reach>(sides);
  process* now = up.get();
  up->around = std::make_unique<rooms::surroundings>(rooms::surroundings{
      log, store, clock, ring, audit, settings, *up->people, ears, [now] { now->forgetting->look_again(); }, ways,
      [now] {
        if (now->courier) now->courier->look_again();
      }});
  up->rooms = std::make_unique<rooms::directory>(executors, *up->around);
  up->forgetting = std::make_unique<rooms::forgetting>(executors[0], *up->around, *up->rooms);
  up->running = std::make_unique<async::gate>(executors[0]);
  ASSERT_TRUE(async::spawn(executors[0], *up->running, "forgetting", up->forgetting->run()));
  if (out == nullptr) return;
  up->courier = std::make_unique<paging::courier>(executors[0], store, audit, clock, *out, contacts, letters);
  ASSERT_TRUE(async::spawn(executors[0], *up->running, "pages", up->courier->run()));
}

void world::kill() {
  log.inner.set_available(false);
  store.set_available(false);
  log.inner.run_pending();
  store.run_pending();
  up.reset();
  log.inner.set_available(true);
  store.set_available(true);
}

bool world::step(std::mt19937_64& random) {
  const std::size_t first = random() % (shards_ + 2);
  for (std::size_t i = 0; i < shards_ + 2; ++i) {
    const std::size_t which = (first + i) % (shards_ + 2);
    if (which == shards_) {
      if (log.inner.run_one()) return true;
    } else if (which == shards_ + 1) {
      if (store.run_one()) return true;
    } else {
      up->contexts[which]->restart();
      if (up->contexts[which]->poll_one() > 0) return true;
    }
  }
  return false;
}

void world::settle() {
  for (int rounds = 0; rounds < 100'000; ++rounds) {
    std::size_t done = log.inner.run_pending() + store.run_pending();
    for (auto& context : up->contexts) {
      context->restart();
      done += context->poll();
    }
    if (done == 0) return;
  }
  FAIL() << "the rooms never come to rest";
}

std::vector<audit_row> world::audited() {
  std::vector<audit_row> found;
  store.transact(
      [&](records& r) -> result<void> {
        found = *r.read_audit(0, 1'000'000);
        return {};
      },
      [](const auto&) {});
  store.run_pending();
  return found;
}

std::vector<log_row> world::rows(const std::string& room) {
  std::vector<log_row> found;
  log.read(room_id{room}, {}, 1'000'000, [&](auto rows) { found = std::move(*rows); });
  log.inner.run_pending();
  return found;
}

meeting_tail world::newest(const std::string& room) {
  meeting_tail found;
  log.read_newest_meeting(room_id{room}, [&](auto tail) { found = std::move(*tail); });
  log.inner.run_pending();
  return found;
}

room_row world::row(const std::string& room) {
  room_row found;
  store.transact(
      [&](records& r) -> result<void> {
        found = **r.find_room(room_id{room});
        return {};
      },
      [](const auto&) {});
  store.run_pending();
  return found;
}

domain::room_state world::folded(const std::string& room) {
  std::vector<domain::logged_event> events;
  auto loaded = rooms::live_room::load(row(room), newest(room), ring, settings, events);
  EXPECT_TRUE(loaded);
  return loaded->state();
}

rooms::shared_principal person(const std::string& name, domain::role role) {
  std::string id = name;
  id.resize(16, '.');
  return std::make_shared<const rooms::principal>(
      rooms::principal{person_id{id}, role, private_text{name}, "en", room_id{}});
}

}  // namespace nightlight::simulation
