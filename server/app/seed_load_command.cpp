// Rooms full of members for load tools: the members sit in the log already, so a run that connects them causes nobody
// to be told about joins.
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "accounts/room_book.hpp"
#include "accounts/session.hpp"
#include "adapters/system/system_clock.hpp"
#include "app/commands.hpp"
#include "app/config_parts.hpp"
#include "app/seeded_room.hpp"
#include "app/storage.hpp"
#include "app/store_call.hpp"
#include "domain/room/role.hpp"
#include "sealing/random.hpp"

namespace nightlight::app {
namespace {

// Three syllables that nobody can take for one another: 125,000 different names.
std::string invented_name(std::uint32_t n) {
  constexpr std::string_view consonants = "bdfgkpstvz";
  constexpr std::string_view vowels = "aeiou";
  std::string name;
  for (int syllable = 0; syllable < 3; ++syllable) {
    if (!name.empty()) name += ' ';
    name += consonants[n % consonants.size()];
    n /= static_cast<std::uint32_t>(consonants.size());
    name += vowels[n % vowels.size()];
    n /= static_cast<std::uint32_t>(vowels.size());
  }
  return name;
}

class load_seeder {
 public:
  load_seeder(const config& settings, storage& kept, std::ostream& out)
      : settings_(settings), kept_(kept), out_(out), now_(adapters::system_clock().now()) {}

  void seed_room(std::uint32_t number, std::uint32_t members) {
    const room_row row = book(number, members);
    rooms::options options = room_options(settings_);
    options.rules.speaking_capacity = members;
    seeded_room room(row, options, kept_.keys(), kept_.log());
    std::vector<rooms::principal> people;
    people.push_back(somebody("Keeper of the lamp", domain::role::facilitator, row.id));
    for (std::uint32_t i = 0; i < members; ++i) {
      people.push_back(somebody(invented_name(i), domain::role::member, row.id));
    }
    for (const rooms::principal& who : people) {
      const domain::actor actor{who.person, who.role, who.name};
      if (who.role == domain::role::facilitator) room.take(actor, now_, domain::open_room{});
      room.take(actor, now_, domain::join{});
    }
    room.keep();
    sign_in(row.id, people);
  }

 private:
  void in_one_step(const store::work& unit) {
    const result<void> done = transact_and_wait(kept_.records(), unit);
    if (!done) throw std::runtime_error("the store did not take a seeded room: " + done.error().message());
  }

  room_row book(std::uint32_t number, std::uint32_t members) {
    room_row row;
    in_one_step([&](records& r) -> result<void> {
      auto limits = room_book_limits(settings_);
      limits.capacity_max = members;
      const accounts::new_room wanted{
          .title = "Load " + std::to_string(number), .language = settings_.organisation.language, .capacity = members};
      auto booked = accounts::book_room(r, wanted, now_, limits);
      if (!booked) return booked.error();
      row = std::move(booked->row);
      return {};
    });
    return row;
  }

  rooms::principal somebody(std::string name, domain::role role, const room_id& room) {
    return {.person = sealing::new_person_id(),
            .role = role,
            .name = private_text(std::move(name)),
            .language = settings_.organisation.language,
            .room = domain::is_staff(role) ? room_id{} : room};
  }

  void sign_in(const room_id& room, const std::vector<rooms::principal>& people) {
    std::vector<accounts::opened_session> opened;
    for (const rooms::principal& who : people) {
      opened.push_back(
          accounts::make_session({.who = who, .guidelines_version = {}}, now_, session_lengths(settings_)));
    }
    in_one_step([&](records& r) -> result<void> {
      for (const accounts::opened_session& session : opened) {
        if (auto put = r.put_session(session.row); !put) return put;
      }
      return {};
    });
    for (std::size_t i = 0; i < people.size(); ++i) {
      const bool staff = domain::is_staff(people[i].role);
      out_ << R"({"room":")" << room.value << R"(","role":")" << (staff ? "facilitator" : "member") << R"(","token":")"
           << opened[i].token.bearer().reveal() << "\"}\n";
    }
  }

  const config& settings_;
  storage& kept_;
  std::ostream& out_;
  instant now_;
};

}  // namespace

int seed_load_command(const std::filesystem::path& config_file, const load_order& order) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  storage kept(settings->store);
  std::ofstream out(order.out, std::ios::trunc);
  std::filesystem::permissions(order.out, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  load_seeder seeder(*settings, kept, out);
  for (std::uint32_t number = 1; number <= order.rooms; ++number) seeder.seed_room(number, order.members);
  if (!out.flush()) throw std::runtime_error(order.out.string() + " cannot be written");
  std::cout << order.rooms << " rooms of " << order.members << " members, tokens in " << order.out.string() << '\n';
  return 0;
}

}  // namespace nightlight::app
