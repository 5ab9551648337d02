#include "accounts/session.hpp"

#include "sealing/aead.hpp"
#include "sealing/digest.hpp"

namespace nightlight::accounts {

namespace {

// Apart from the name, which is sealed with the same key.
std::string about_marks(const session_row& row) { return row.cookie_half_hash + "marks"; }

}  // namespace

opened_session make_session(const new_session& wanted, instant now, const session_lengths& lengths) {
  opened_session opened{token::random(), {}};
  session_row& row = opened.row;
  row.cookie_half_hash = opened.token.cookie_half.hash();
  row.page_half_hash = opened.token.page_half.hash();
  row.person = wanted.who.person;
  row.role = static_cast<std::uint32_t>(wanted.who.role);
  row.sealed_name = sealing::seal_box(opened.token.name_key(), row.cookie_half_hash, wanted.who.name.reveal());
  if (!wanted.who.marks.empty()) {
    row.sealed_marks = sealing::seal_box(opened.token.name_key(), about_marks(row), wanted.who.marks.reveal());
  }
  row.language = wanted.who.language;
  row.guidelines_version = wanted.guidelines_version;
  row.room = wanted.who.room;
  row.created_at = now;
  row.expires_at = now + (domain::is_staff(wanted.who.role) ? lengths.staff : lengths.member);
  return opened;
}

std::optional<signed_in> prove(const session_row& row, const token& shown, instant now) {
  if (!sealing::equal_in_constant_time(row.page_half_hash, shown.page_half.hash())) return std::nullopt;
  if (!sealing::equal_in_constant_time(row.cookie_half_hash, shown.cookie_half.hash())) return std::nullopt;
  if (now >= row.expires_at) return std::nullopt;
  auto name = sealing::open_box(shown.name_key(), row.cookie_half_hash, row.sealed_name);
  if (!name) return std::nullopt;
  signed_in in;
  if (!row.sealed_marks.empty()) {
    auto marks = sealing::open_box(shown.name_key(), about_marks(row), row.sealed_marks);
    if (!marks) return std::nullopt;
    in.who.marks = private_text{std::move(*marks)};
  }
  in.who.person = row.person;
  in.who.role = static_cast<domain::role>(row.role);
  in.who.name = private_text{std::move(*name)};
  in.who.language = row.language;
  in.who.room = row.room;
  in.cookie_half_hash = row.cookie_half_hash;
  in.guidelines_version = row.guidelines_version;
  in.expires_at = row.expires_at;
  return in;
}

}  // namespace nightlight::accounts
