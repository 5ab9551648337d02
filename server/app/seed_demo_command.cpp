// The demo evening in the store. Run again within a few hours it keeps what people have said and makes new links; after
// that the evening is thrown away and begins anew.
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "accounts/invitations.hpp"
#include "accounts/passwords.hpp"
#include "accounts/room_book.hpp"
#include "accounts/staff.hpp"
#include "adapters/system/system_clock.hpp"
#include "app/commands.hpp"
#include "app/config_load.hpp"
#include "app/config_parts.hpp"
#include "app/demo.hpp"
#include "app/demo_evening.hpp"
#include "app/seeded_room.hpp"
#include "app/storage.hpp"
#include "app/store_call.hpp"
#include "sealing/digest.hpp"
#include "sealing/random.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::app {
namespace {

constexpr std::chrono::hours evening_lasts{6};
constexpr std::chrono::hours links_last{12};

// The same guest is the same person at every run.
person_id invented_person(std::string_view name) {
  return person_id{sealing::sha256("demo guest " + std::string(name)).substr(0, 16)};
}

class demo_seeder {
 public:
  demo_seeder(const config& settings, storage& kept, instant now) : settings_(settings), kept_(kept), now_(now) {}

  void begin_evening() {
    std::vector<room_row> rooms;
    in_one_step([&](records& r) { return book_everything(r, rooms); });
    tell_history(rooms.front());
    mark_as_demo(kept_.records(), now_);
  }

  // What is written to demo-links.json.
  std::string new_links() {
    std::string json;
    in_one_step([&](records& r) { return invite_everyone(r, json); });
    return "{\n" + json + "\n}\n";
  }

 private:
  void in_one_step(const store::work& unit) {
    const result<void> done = transact_and_wait(kept_.records(), unit);
    if (!done) throw std::runtime_error("the store did not take the demo: " + done.error().message());
  }

  result<void> book_everything(records& r, std::vector<room_row>& rooms) {
    const std::string password = accounts::hash_password(private_text(sealing::to_hex(sealing::random_bytes(16))));
    for (const demo_guest& guest : demo_guests()) {
      if (!domain::is_staff(guest.role)) continue;
      if (auto added = accounts::add_staff(r, guest.name, guest.role, password); !added) return added.error();
    }
    for (const demo_room& room : demo_rooms()) {
      const accounts::new_room wanted{.title = std::string(room.title), .language = std::string(room.language)};
      auto booked = accounts::book_room(r, wanted, now_, room_book_limits(settings_));
      if (!booked) return booked.error();
      rooms.push_back(std::move(booked->row));
    }
    return {};
  }

  domain::actor actor_called(std::string_view name) {
    domain::actor actor{invented_person(name), domain::role::member, private_text(std::string(name))};
    for (const demo_guest& guest : demo_guests()) {
      if (guest.name != name || !domain::is_staff(guest.role)) continue;
      actor.role = guest.role;
      in_one_step([&](records& r) -> result<void> {
        auto person = staff_called(r, name);
        if (!person) return person.error();
        actor.person = std::move(*person);
        return {};
      });
    }
    return actor;
  }

  static result<person_id> staff_called(records& r, std::string_view name) {
    auto row = r.find_staff(accounts::staff_name_key(name));
    if (!row) return row.error();
    if (!*row) return failure::not_found;
    return (*row)->id;
  }

  void tell_history(const room_row& row) {
    seeded_room room(row, room_options(settings_), kept_.keys(), kept_.log());
    const domain::actor facilitator = actor_called(demo_lines().front().speaker);
    const instant opened = now_ - demo_opened_before_now;
    room.take(facilitator, opened, domain::open_room{});
    room.take(facilitator, opened, domain::join{});
    for (std::string_view name : demo_regulars()) room.take(actor_called(name), opened, domain::join{});
    for (const demo_line& line : demo_lines()) {
      room.take(actor_called(line.speaker), now_ - line.before_now,
                domain::say{private_text(std::string(line.text)), {}});
    }
    const instant left = now_ - demo_lines().back().before_now;
    for (std::string_view name : demo_regulars()) room.take(actor_called(name), left, domain::leave{});
    room.keep();
  }

  result<void> invite_everyone(records& r, std::string& json) {
    const auto rooms = r.list_rooms();
    if (!rooms) return rooms.error();
    const auto first = std::ranges::find(*rooms, demo_rooms().front().title, &room_row::title);
    if (first == rooms->end()) return failure::not_found;
    for (const demo_guest& guest : demo_guests()) {
      accounts::new_invitation wanted{.room = first->id,
                                      .role = guest.role,
                                      .person = invented_person(guest.name),
                                      .suggested_name = std::string(guest.name),
                                      .uses = 1,
                                      .expires_at = now_ + links_last};
      if (domain::is_staff(guest.role)) {
        auto person = staff_called(r, guest.name);
        if (!person) return person.error();
        wanted.person = std::move(*person);
      }
      const auto secret = accounts::make_invitation(r, wanted);
      if (!secret) return secret.error();
      json += json.empty() ? "" : ",\n";
      json += "  \"" + std::string(guest.link) + "\": \"http://" + std::string(guest.host) +
              ".localhost:" + std::to_string(settings_.server.port) + "/#/enter/" + std::string(secret->reveal()) + '"';
    }
    return {};
  }

  const config& settings_;
  storage& kept_;
  instant now_;
};

bool has_rooms(store& s) {
  bool any = false;
  const result<void> read = transact_and_wait(s, [&](records& r) -> result<void> {
    const auto rooms = r.list_rooms();
    if (!rooms) return rooms.error();
    any = !rooms->empty();
    return {};
  });
  if (!read) throw std::runtime_error("the store did not answer: " + read.error().message());
  return any;
}

void write_links(const std::filesystem::path& file, const std::string& json) {
  std::ofstream out(file, std::ios::trunc);
  ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
  out << json;
  if (!out.flush()) throw std::runtime_error(file.string() + " cannot be written");
}

}  // namespace

int seed_demo_command(const std::filesystem::path& config_file) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  if (!is_loopback(settings->server.listen_address)) {
    std::cerr << "a demo is for this machine only: server.listen_address must be 127.0.0.1\n";
    return 1;
  }
  auto kept = std::make_unique<storage>(settings->store);
  const instant now = adapters::system_clock().now();
  std::optional<instant> began = demo_began(kept->records());
  if (!began && has_rooms(kept->records())) {
    std::cerr << settings->store.path << " is a real circle's database: give the demo a path of its own\n";
    return 1;
  }
  if (began && now - *began > evening_lasts) {
    storage::destroy(std::move(kept), settings->store);
    kept = std::make_unique<storage>(settings->store);
    began.reset();
  }
  demo_seeder seeder(*settings, *kept, now);
  if (!began) seeder.begin_evening();
  const std::string links = seeder.new_links();
  write_links(std::filesystem::path(settings->store.path).parent_path() / "demo-links.json", links);
  std::cout << links;
  return 0;
}

}  // namespace nightlight::app
