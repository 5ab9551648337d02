// Everything behind the HTTP front, put together on a store in memory and rooms that only know their phase: what tests
// of the API and of HTTP connections talk to.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "accounts/ban_book.hpp"
#include "accounts/ban_marks.hpp"
#include "accounts/coming_back.hpp"
#include "accounts/entry.hpp"
#include "accounts/room_book.hpp"
#include "accounts/sessions.hpp"
#include "accounts/sign_in.hpp"
#include "accounts/staff.hpp"
#include "accounts/word_book.hpp"
#include "adapters/memory/memory_store.hpp"
#include "audit/audit_log.hpp"
#include "care/incident_book.hpp"
#include "domain/calendar/iana_zones.hpp"
#include "support/fixed_clock.hpp"
#include "support/temporary_directory.hpp"
#include "transport/api_caller.hpp"
#include "transport/bans_service.hpp"
#include "transport/calendar_feed.hpp"
#include "transport/figures_service.hpp"
#include "transport/incident_service.hpp"
#include "transport/own_feed.hpp"
#include "transport/return_service.hpp"
#include "transport/room_service.hpp"
#include "transport/routes.hpp"
#include "transport/session_service.hpp"
#include "transport/settings_service.hpp"
#include "transport/staff_service.hpp"
#include "transport/stop_page.hpp"
#include "transport/words_service.hpp"

namespace nightlight::testing {

class api_front {
 public:
  explicit api_front(std::vector<std::string> hosts = {"localhost"}, std::string static_folder = {},
                     std::vector<std::string> framed_by = {})
      : ours(*transport::site::make({"http://localhost:8080", "https://circle.example.org"}, std::move(hosts),
                                    std::move(framed_by))) {
    if (!static_folder.empty()) files = *transport::static_files::load(static_folder);
    session_calls.add_to(table);
    room_calls.add_to(table);
    words_calls.add_to(table);
    bans_calls.add_to(table);
    return_calls.add_to(table);
    calendar_calls.add_to(table);
    figures_calls.add_to(table);
    staff_calls.add_to(table);
    settings_calls.add_to(table);
    incident_calls.add_to(table);
    now([&](records& r) -> result<void> {
      facilitator = accounts::add_staff(r, "Kim", domain::role::facilitator, "correct horse")->id;
      auto booked = *accounts::book_room(r, {"Newborn nights", "en"}, clock.now(), {});
      room = booked.row.id;
      open_link = std::string(booked.invitation.reveal());
      return {};
    });
  }

  void now(const store::work& unit) {
    rows.transact(unit, [](result<void>) {});
  }

  std::string invite(std::int64_t uses = 1) {
    std::string link;
    now([&](records& r) -> result<void> {
      accounts::new_invitation wanted{room, domain::role::member, {}, "", uses, clock.now() + seconds{3600}};
      link = accounts::make_invitation(r, wanted)->reveal();
      return {};
    });
    return link;
  }

  // A session as sign-in makes one, for a request to show.
  accounts::opened_session session_of(domain::role role, const std::string& member = "Ana") {
    accounts::new_session wanted;
    wanted.who.person = person_id{member};
    // A session has the role of its account, and there is one, the facilitator's.
    if (domain::is_staff(role)) wanted.who.person = person_id{"somebody else of it"};
    if (role == domain::role::facilitator) wanted.who.person = facilitator;
    wanted.who.role = role;
    wanted.who.name = private_text{domain::is_staff(role) ? "Kim" : member};
    if (!domain::is_staff(role)) wanted.who.room = room;
    accounts::opened_session opened = accounts::make_session(wanted, clock.now(), {});
    now([&](records& r) { return r.put_session(opened.row); });
    return opened;
  }

  transport::rooms_front rooms() {
    transport::rooms_front front;
    const auto change = [this](wire::v1::Phase to) {
      return [this, to](const room_id& id, const rooms::principal&,
                        const transport::rooms_front::completion<transport::room_status>& done) {
        const std::lock_guard lock(phases_mutex);
        phases[id.value] = to;
        done(transport::room_status{to, clock.now(), false});
      };
    };
    front.open = change(wire::v1::PHASE_OPEN);
    front.close = change(wire::v1::PHASE_CLOSED);
    front.appeal = [this](const room_id& id, domain::note_appeal what,
                          const transport::rooms_front::completion<std::monostate>& done) {
      const std::lock_guard lock(phases_mutex);
      appeals.emplace_back(id, std::move(what));
      if (appeal_refused) return done(*appeal_refused);
      done(std::monostate{});
    };
    front.lift_ban = [this](const room_id& id, const domain::note_ban_lifted& what,
                            const transport::rooms_front::completion<std::monostate>& done) {
      now([&](records& r) { return r.delete_bans_made(id, what.ban); });
      const std::lock_guard lock(phases_mutex);
      lifted.emplace_back(id, what);
      done(std::monostate{});
    };
    front.alert = [this](const room_id& id, alert_number number,
                         const transport::rooms_front::completion<std::optional<domain::noted_alert>>& done) {
      const bool there = id == room && alert && alert->what.number == number;
      done(there ? alert : std::optional<domain::noted_alert>{});
    };
    front.status = [this](const std::vector<room_id>& ids,
                          const transport::rooms_front::completion<std::vector<transport::room_status>>& done) {
      const std::lock_guard lock(phases_mutex);
      std::vector<transport::room_status> all;
      for (const room_id& id : ids) {
        const auto found = phases.find(id.value);
        const wire::v1::Phase phase = found == phases.end() ? wire::v1::PHASE_SCHEDULED : found->second;
        all.push_back({phase, {}, closed_to_newcomers.contains(id.value)});
      }
      done(std::move(all));
    };
    return front;
  }

  fixed_clock clock;
  adapters::memory_store rows;
  accounts::guidelines_by_language guidelines{{{"en", {"v1", {"Be kind."}}}, {"es", {"v1", {"Sé amable."}}}}};
  domain::limits limits;
  accounts::revocations hub;
  accounts::sessions sessions{rows, clock, hub};
  // Stands for argon2id, which takes a tenth of a second on purpose.
  accounts::password_pool pool{
      {1, 4},
      [](const std::string& hash, const private_text& password) { return hash == password.reveal(); },
      [](const private_text& password) { return std::string(password.reveal()); }};
  temporary_directory keys;
  accounts::ban_marks bans{keys.path()};
  accounts::entry door{rows, clock, guidelines, limits, bans, {}};
  accounts::sign_in staff_door{rows, clock, pool, {}};
  std::vector<audit_entry> told;  // what the audit log would hold
  accounts::staff_book team{rows, clock, pool, hub, [this](async::executor ex, accounts::staff_book::told_unit unit) {
                              return async::async_transact(ex, rows, [this, unit](records& r) -> result<void> {
                                auto entries = unit(r);
                                if (!entries) return entries.error();
                                for (audit_entry& e : *entries) told.push_back(std::move(e));
                                return {};
                              });
                            }};
  accounts::room_book book{rows, clock, {}};
  std::mutex phases_mutex;
  std::map<std::string, wire::v1::Phase> phases;
  std::set<std::string> closed_to_newcomers;
  std::vector<std::pair<room_id, domain::note_appeal>> appeals;
  std::optional<accounts::denial> appeal_refused;
  std::vector<std::pair<room_id, domain::note_ban_lifted>> lifted;
  std::optional<domain::noted_alert> alert;  // the one that the room knows
  transport::session_service session_calls{door, staff_door, sessions, rooms(), "Our circle"};
  transport::room_service room_calls{book, sessions, rooms()};
  accounts::word_book words{
      rows, {"organisation", "word shaming rephrase : bad mother\n"}, [](const room_id&, const std::string&) {}};
  transport::words_service words_calls{words, sessions};
  accounts::ban_book ban_list{rows, clock};
  transport::bans_service bans_calls{ban_list, sessions, rooms()};
  domain::calendar::iana_zones zones{"test rules"};
  domain::calendar::holidays off;
  calendar::place_names place_names{keys.path()};
  transport::calendar_parts planning{rows, clock, zones, off, place_names};
  calendar::reminder_box addresses{keys.path()};
  accounts::return_links return_links{keys.path()};
  transport::calendar_service calendar_calls{planning, sessions, {addresses, return_links, true}};
  transport::figures_service figures_calls{rows, clock, zones, sessions};
  transport::staff_service staff_calls{team, sessions};
  static api::v1::GetSettingsResponse known_settings() {
    api::v1::GetSettingsResponse known;
    known.set_zone_rules("2025b");
    return known;
  }
  transport::settings_service settings_calls{rows, sessions, known_settings()};
  audit::audit_log audited{keys.path()};
  care::incident_box incident_papers{keys.path()};
  care::incident_book incidents{rows, clock, audited, incident_papers};
  transport::incident_service incident_calls{incidents, sessions, rooms()};
  accounts::coming_back returning{rows, clock, return_links, {}};
  transport::return_service return_calls{returning};
  transport::stop_page stopping{planning};
  transport::calendar_feed feed{planning, "Our circle", "circle.example.org"};
  transport::own_feed own_dates{planning, "Our circle", "circle.example.org"};
  transport::rpc_table table;
  transport::static_files files;
  transport::site ours;
  transport::routes paths{ours, files, table, [this] { return rows.healthy(); },
                          transport::together({feed.pages(), own_dates.pages(), stopping.pages()})};
  person_id facilitator;
  room_id room;
  std::string open_link;
};

}  // namespace nightlight::testing
