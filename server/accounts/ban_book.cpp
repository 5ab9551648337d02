#include "accounts/ban_book.hpp"

#include <algorithm>
#include <utility>

#include "accounts/store_work.hpp"
#include "rooms/bans.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::accounts {
namespace {

using rows = std::vector<ban_row>;

// Those that hold in a room; nothing when there is no such room.
result<std::optional<rows>> bans_in(records& r, const room_id& room, instant now) {
  if (!room) return std::optional<rows>{};
  const auto there = r.find_room(room);
  if (!there) return there.error();
  if (!*there) return std::optional<rows>{};
  const auto scope = rooms::ban_scope_of(r, room);
  if (!scope) return scope.error();
  auto found = r.list_bans(*scope, now);
  if (!found) return found.error();
  return std::optional{std::move(*found)};
}

result<std::string> name_of_staff(records& r, const std::string& hex) {
  const auto id = sealing::from_hex(hex);
  if (!id) return std::string{};  // "operator", or what no release writes
  const auto staff = r.find_staff_by_id(person_id{*id});
  if (!staff) return staff.error();
  return *staff ? (*staff)->name : std::string{};
}

result<listed_ban> listed(records& r, const ban_row& row) {
  listed_ban shown{row.made_in, row.at, row.until, {}, {}, {}};
  const auto made = r.find_audited(row.made_in, row.at);
  if (!made) return made.error();
  if (*made) {
    shown.made_at = (*made)->entry.time;
    auto by = name_of_staff(r, (*made)->entry.actor);
    if (!by) return by.error();
    shown.by = std::move(*by);
  }
  const auto room = r.find_room(row.made_in);
  if (!room) return room.error();
  if (*room) shown.title = (*room)->title;
  return shown;
}

bool is_the_same(const ban_row& a, const ban_row& b) { return a.made_in == b.made_in && a.at == b.at; }

}  // namespace

async::task<answer<std::vector<listed_ban>>> ban_book::async_list(async::executor ex, room_id room) {
  using list = std::vector<listed_ban>;
  auto unit = [now = clock_.now(), room = std::move(room)](records& r, answer<list>& out) -> result<void> {
    const auto found = bans_in(r, room, now);
    if (!found) return found.error();
    if (!*found) {
      out = denial_code::room_unknown;
      return {};
    }
    list all;
    const ban_row* before = nullptr;  // one ban may have several marks, which stand together
    for (const ban_row& row : **found) {
      if (before != nullptr && is_the_same(*before, row)) continue;
      before = &row;
      auto shown = listed(r, row);
      if (!shown) return shown.error();
      all.push_back(std::move(*shown));
    }
    out = std::move(all);
    return {};
  };
  co_return co_await transact<list>(ex, store_, std::move(unit));
}

async::task<answer<std::monostate>> ban_book::async_find(async::executor ex, room_id room, room_id made_in,
                                                         position at) {
  auto unit = [now = clock_.now(), room = std::move(room), made_in = std::move(made_in), at](
                  records& r, answer<std::monostate>& out) -> result<void> {
    const auto found = bans_in(r, room, now);
    if (!found) return found.error();
    if (!*found) {
      out = denial_code::room_unknown;
      return {};
    }
    const auto named = [&](const ban_row& row) { return row.made_in == made_in && row.at == at; };
    if (std::ranges::any_of(**found, named)) {
      out = std::monostate{};
    } else {
      out = denial_code::ban_unknown;
    }
    return {};
  };
  co_return co_await transact<std::monostate>(ex, store_, std::move(unit));
}

}  // namespace nightlight::accounts
