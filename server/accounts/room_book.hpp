// The rooms an organisation keeps and the links into them: what staff make and everybody lists. Their titles are the
// organisation's own words and kept in clear; what happens inside a room is not known here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/denial.hpp"
#include "accounts/secret.hpp"
#include "async/awaitable.hpp"
#include "ports/clock.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

struct new_room {
  std::string title;
  std::string language;
  std::uint32_t retention_hours = 24;
  std::uint32_t slow_mode_seconds = 0;
  std::uint32_t capacity = 0;
  instant starts_at{};  // of the meeting planned in it; the epoch: none
  instant ends_at{};
  std::uint32_t late_entry_minutes = 0;
  std::string profile{};
};

struct room_book_limits {
  std::size_t title_code_points_max = 60;
  std::uint32_t retention_hours_max = 7 * 24;
  std::uint32_t slow_mode_seconds_max = 3600;
  std::uint32_t capacity_max = 10'000;
  std::uint32_t late_entry_minutes_max = 8 * 60;
  seconds invitation_length{7 * 24 * 3600};
};

struct booked_room {
  room_row row;
  secret invitation;  // many may enter by it
};

// Why a room cannot be made like that; nothing when it can.
std::optional<denial> check_new_room(const new_room& wanted, const room_book_limits& limits);

// Inside one transaction, for seeding too.
result<booked_room> book_room(records& r, const new_room& wanted, instant now, const room_book_limits& limits);

class room_book {
 public:
  room_book(store& s, const clock_port& clock, room_book_limits limits) : store_(s), clock_(clock), limits_(limits) {}

  async::task<answer<booked_room>> async_create(async::executor ex, new_room wanted);
  // All of them, or the one named.
  async::task<answer<std::vector<room_row>>> async_list(async::executor ex, room_id only);

 private:
  store& store_;
  const clock_port& clock_;
  const room_book_limits limits_;
};

}  // namespace nightlight::accounts
