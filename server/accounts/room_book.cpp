#include "accounts/room_book.hpp"

#include <algorithm>
#include <utility>

#include "accounts/invitations.hpp"
#include "accounts/store_work.hpp"
#include "domain/care/level.hpp"
#include "domain/text/code_points.hpp"
#include "sealing/random.hpp"

namespace nightlight::accounts {
namespace {

bool is_one_line(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return false;
  }
  return true;
}

}  // namespace

std::optional<denial> check_new_room(const new_room& wanted, const room_book_limits& limits) {
  const std::size_t length = domain::code_points(wanted.title);
  const bool blank = wanted.title.find_first_not_of(' ') == std::string::npos;
  if (blank || length < 2 || length > limits.title_code_points_max || !is_one_line(wanted.title)) {
    return denial_code::title_not_allowed;
  }
  if (wanted.language != "en" && wanted.language != "es") return denial_code::language_unknown;
  if (wanted.retention_hours > limits.retention_hours_max || wanted.capacity > limits.capacity_max ||
      wanted.slow_mode_seconds > limits.slow_mode_seconds_max ||
      wanted.late_entry_minutes > limits.late_entry_minutes_max) {
    return denial_code::number_out_of_range;
  }
  using domain::care::room_profile_names;
  const bool known =
      wanted.profile.empty() || std::ranges::find(room_profile_names, wanted.profile) != room_profile_names.end();
  if (!known) return denial_code::profile_unknown;
  return std::nullopt;
}

result<booked_room> book_room(records& r, const new_room& wanted, instant now, const room_book_limits& limits) {
  booked_room booked;
  room_row& row = booked.row;
  row.id = sealing::new_room_id();
  row.epoch = sealing::new_epoch_id();
  row.title = wanted.title;
  row.language = wanted.language;
  row.retention_hours = wanted.retention_hours;
  row.slow_mode_seconds = wanted.slow_mode_seconds;
  row.capacity = wanted.capacity;
  row.created_at = now;
  row.starts_at = wanted.starts_at;
  row.ends_at = wanted.ends_at;
  row.late_entry_minutes = wanted.late_entry_minutes;
  row.profile = wanted.profile;
  if (auto kept = r.put_room(row); !kept) return kept.error();
  new_invitation link;
  link.room = row.id;
  link.uses = -1;
  link.expires_at = now + limits.invitation_length;
  result<secret> made = make_invitation(r, link);
  if (!made) return made.error();
  booked.invitation = std::move(*made);
  return booked;
}

async::task<answer<booked_room>> room_book::async_create(async::executor ex, new_room wanted) {
  if (const auto wrong = check_new_room(wanted, limits_)) co_return *wrong;
  auto unit = [this, now = clock_.now(), wanted = std::move(wanted)](records& r,
                                                                     answer<booked_room>& made) -> result<void> {
    result<booked_room> booked = book_room(r, wanted, now, limits_);
    if (!booked) return booked.error();
    made = std::move(*booked);
    return {};
  };
  co_return co_await transact<booked_room>(ex, store_, std::move(unit));
}

async::task<answer<std::vector<room_row>>> room_book::async_list(async::executor ex, room_id only) {
  auto unit = [only = std::move(only)](records& r, answer<std::vector<room_row>>& rows) -> result<void> {
    if (!only) {
      auto all = r.list_rooms();
      if (!all) return all.error();
      rows = std::move(*all);
      return {};
    }
    auto one = r.find_room(only);
    if (!one) return one.error();
    rows = std::vector<room_row>{};
    if (*one) rows->push_back(std::move(**one));
    return {};
  };
  co_return co_await transact<std::vector<room_row>>(ex, store_, std::move(unit));
}

}  // namespace nightlight::accounts
