// Audit rows to be tampered with, and who checks them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/chain.hpp"

namespace nightlight::testing {

inline audit::chain_keys keys_of(char letter) {
  return {sealing::secret_key::from_bytes(std::string(32, letter)),
          sealing::secret_key::from_bytes(std::string(32, static_cast<char>(letter + 1)))};
}

// What a facilitator does at `n`, like nothing she does at another.
inline audit_entry deed(std::uint64_t n) {
  audit_entry e;
  e.time = from_unix_ms(1'900'000'000'000 + static_cast<std::int64_t>(n) * 1000);
  e.room = room_id{"tuesdayroom2"};
  e.meeting = meeting_id{std::string("\x01meeting\0number1", 16)};
  e.at = position{n * 3};
  e.actor = "0123456789abcdef0123456789abcdef";
  e.role = 2;
  e.action = "member_muted";
  e.target = member_number{static_cast<std::uint32_t>(n % 7 + 1)};
  e.messages = 0;
  e.length = seconds{300};
  return e;
}

inline audit_mark mark_of(const audit_row& row) { return {row.sequence, row.link}; }

inline std::vector<audit_row> rows_of(const audit::chain_keys& keys, std::uint64_t count) {
  std::vector<audit_row> rows;
  audit_mark at = audit::beginning();
  for (std::uint64_t n = 1; n <= count; ++n) {
    rows.push_back(audit::next_row(keys, at, deed(n)));
    at = mark_of(rows.back());
  }
  return rows;
}

}  // namespace nightlight::testing
