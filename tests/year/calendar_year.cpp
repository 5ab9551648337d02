#include "year/calendar_year.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <future>
#include <new>
#include <random>
#include <stdexcept>

#include "adapters/sqlite/sqlite_store.hpp"
#include "domain/calendar/occurrences.hpp"
#include "domain/room/role.hpp"
#include "paging/contact_box.hpp"
#include "year/deeds.hpp"
#include "year/life.hpp"

namespace nightlight::year {
namespace {

using namespace std::chrono_literals;

// Shared memory where there is some: what a killed process had written stays, and nothing waits for a disk.
std::string new_folder() {
  const std::string below = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
  std::string pattern = below + "/nightlight-year-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the year");
  return pattern;
}

year_clock* shared_clock() {
  void* at = ::mmap(nullptr, sizeof(year_clock), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) throw std::runtime_error("no memory to share");
  return new (at) year_clock{};
}

// Written by the database itself, in the transaction of what it tells: nobody can forget it, and a row that is deleted
// and written again is two lines.
constexpr const char* write_history = R"sql(
CREATE TABLE year_history(n INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL);
CREATE TRIGGER year_step AFTER INSERT ON calendar_step BEGIN
  INSERT INTO year_history(line) VALUES(new.at_ms || ' step' || new.kind || ' ' || CAST(new.series AS TEXT) || ' ' ||
    new.day || ' ' || CAST(new.person AS TEXT) || ' ' || new.round);
END;
CREATE TRIGGER year_room AFTER INSERT ON meeting_room BEGIN
  INSERT INTO year_history(line) VALUES('room ' || CAST(new.series AS TEXT) || ' ' || new.day);
END;
CREATE TRIGGER year_began AFTER INSERT ON kept_meeting BEGIN
  INSERT INTO year_history(line) VALUES(new.starts_ms || ' began ' || CAST(new.series AS TEXT) || ' ' || new.day);
END;
CREATE TABLE year_evening(n INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER, room INTEGER, record BLOB);
CREATE TRIGGER year_log AFTER INSERT ON log_row BEGIN
  INSERT INTO year_evening(at_ms, room, record) VALUES(new.time_ms, new.place >> 40, new.record);
END;
)sql";

constexpr const char* read_evenings = R"sql(
SELECT CAST(m.series AS TEXT), m.day, e.at_ms, e.record FROM year_evening e
  JOIN log_room r ON r.number = e.room JOIN meeting_room m ON m.room = r.room ORDER BY e.n
)sql";

std::vector<std::string> lines_of(const std::string& folder, const std::string& query) {
  adapters::connection db(folder + "/year.db", nullptr);
  adapters::statement select(db, query);
  adapters::statement::run run(select);
  std::vector<std::string> lines;
  while (run.row()) lines.push_back(run.bytes_at(0));
  if (!run.ended()) throw std::runtime_error("the year cannot be read");
  return lines;
}

// The one account there is: she is told of every evening that nobody leads it.
result<void> put_admin(records& r, const std::string& folder) {
  const person_id ada{"ada"};
  staff_row row;
  row.id = ada;
  row.name = "Ada";
  row.name_key = "ada";
  row.role = static_cast<std::uint32_t>(domain::role::admin);
  if (auto put = r.put_staff(row); !put) return put;
  const paging::contact_box contacts(folder);
  return r.paging().put_contact({ada, contacts.seal(ada, private_text{"ada@example.org"})});
}

// What is loaded before the first process begins is there in each.
const domain::calendar::zone_rules& zones_of_the_world() {
  static const domain::calendar::iana_zones zones{"test rules"};
  return zones;
}

}  // namespace

calendar_year::calendar_year(year_options options)
    : options_(options),
      folder_(new_folder()),
      clock_(shared_clock()),
      deeds_(deeds_of(options.seed, options.series, options.people, first_day + options.length, zones_of_the_world())) {
  prepare();
}

calendar_year::~calendar_year() {
  ::munmap(clock_, sizeof(year_clock));
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void calendar_year::prepare() const {
  clock_->now_ms = to_unix_ms(first_day);
  {
    adapters::sqlite_database database({.path = folder_ + "/year.db"});
    adapters::sqlite_store store(database);
    std::promise<result<void>> promised;
    store.transact(
        [&](records& r) -> result<void> {
          for (std::size_t n = 0; n < options_.series; ++n) {
            if (auto put = r.calendar().put_series(planned_series(n)); !put) return put;
          }
          return put_admin(r, folder_);
        },
        [&](result<void> done) { promised.set_value(done); });
    if (!promised.get_future().get()) throw std::runtime_error("the year cannot begin");
  }
  adapters::connection(folder_ + "/year.db", nullptr).must_execute(write_history);
}

std::size_t calendar_year::live(std::size_t kills) {
  const instant end = first_day + options_.length;
  std::mt19937_64 random(options_.seed + kills);
  constexpr std::uint64_t longest_ns = 3'000'000;
  // Of five lives.
  constexpr std::array places{death_place::after_a_mail, death_place::as_a_room_writes, death_place::as_a_room_writes,
                              death_place::at_a_moment, death_place::at_a_moment};
  std::size_t killed = 0;
  for (std::size_t life = 0;; ++life) {
    const bool dies = life < kills;
    const auto part = static_cast<std::int64_t>(life + 1) * milliseconds(options_.length).count();
    clock_->dies_at_ms = dies ? to_unix_ms(first_day) + part / static_cast<std::int64_t>(kills + 1) : 0;
    clock_->dies_after_ns = random() % longest_ns;
    clock_->dies = places.at(life % places.size());
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) ::_exit(live_on(folder_, deeds_, end, *clock_, zones_of_the_world()) ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return killed;
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) throw std::runtime_error("a life of the year failed");
    ++killed;
  }
}

std::vector<std::string> calendar_year::history() const {
  return lines_of(folder_, "SELECT line FROM year_history ORDER BY n");
}

std::vector<std::string> calendar_year::mails() const {
  std::ifstream in(folder_ + "/mails");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> calendar_year::letters_in(int state) const {
  return lines_of(folder_, "SELECT id FROM page WHERE state = " + std::to_string(state) + " ORDER BY id");
}

std::size_t calendar_year::letters_to_admins_sent() const {
  const auto kind = std::to_string(static_cast<int>(page_kind::staff_mail));
  const auto sent = std::to_string(static_cast<int>(page_state::sent));
  return lines_of(folder_, "SELECT id FROM page WHERE kind = " + kind + " AND state = " + sent).size();
}

std::vector<domain::calendar::occurrence> calendar_year::meetings() const {
  std::vector<domain::calendar::series> all;
  {
    adapters::connection db(folder_ + "/year.db", nullptr);
    adapters::record_tables tables(db);
    all = tables.calendar().list_series().value();
  }
  constexpr std::size_t most = 1000;
  const domain::calendar::span year{first_day, first_day + options_.length};
  std::vector<domain::calendar::occurrence> found;
  for (const auto& s : all) {
    const auto of_series = domain::calendar::occurrences_in(s, year, most, zones_of_the_world(), {}).found;
    found.insert(found.end(), of_series.begin(), of_series.end());
  }
  return found;
}

std::vector<std::string> calendar_year::meetings_by_the_plan() const {
  std::vector<std::string> lines;
  for (const auto& o : meetings()) {
    const std::string name = " " + o.of.value + " " + domain::calendar::to_text(o.day);
    const auto line = [&](instant at, const std::string& what) {
      if (first_day < at && at < first_day + options_.length) {
        lines.push_back(std::to_string(to_unix_ms(at)) + what + name);
      }
    };
    line(o.starts_at, " began");
    if (o.cancelled) continue;
    line(o.starts_at - 1h, " step11");
    line(o.starts_at - 15min, " step1");
    line(o.ends_at, " step10");
  }
  std::ranges::sort(lines);
  return lines;
}

std::vector<told_line> calendar_year::log_of_the_rooms() const {
  adapters::connection db(folder_ + "/year.db", nullptr);
  adapters::statement select(db, read_evenings);
  adapters::statement::run run(select);
  std::vector<told_line> lines;
  while (run.row()) {
    std::string what = told_by(run.bytes_at(3));
    if (what.empty()) continue;
    lines.push_back({run.bytes_at(0) + " " + run.bytes_at(1), from_unix_ms(run.number_at(2)), std::move(what)});
  }
  if (!run.ended()) throw std::runtime_error("the evenings cannot be read");
  return lines;
}

evenings calendar_year::evenings_reckoned() const {
  std::map<std::string, std::vector<deed>> hers;
  for (const deed& d : deeds_) {
    if (is_in_a_room(d.kind)) hers[series_name(d.series) + " " + domain::calendar::to_text(d.day)].push_back(d);
  }
  evenings all;
  for (const auto& o : meetings()) {
    const std::string name = o.of.value + " " + domain::calendar::to_text(o.day);
    auto lines = reckoned(o, hers[name], first_day + options_.length);
    if (!lines.empty()) all[name] = std::move(lines);
  }
  return all;
}

}  // namespace nightlight::year
