#include "accounts/entry.hpp"

#include <algorithm>

#include "accounts/staff.hpp"
#include "accounts/store_work.hpp"
#include "domain/room/name.hpp"
#include "rooms/bans.hpp"
#include "sealing/random.hpp"

namespace nightlight::accounts {
namespace {

// The name a person comes in with. A member's is her own choice, but not one that looks like a team member's.
result<answer<private_text>> member_name(records& r, const std::string& typed, const domain::limits& rules) {
  using named = answer<private_text>;
  auto finding = domain::check_name(typed, rules);
  if (const auto* refused = std::get_if<domain::refusal_code>(&finding)) return named(*refused);
  auto& name = std::get<private_text>(finding);
  auto staff = r.find_staff(domain::skeleton_of(name));
  if (!staff) return staff.error();
  if (*staff) return named(domain::refusal_code::name_taken);
  return named(std::move(name));
}

// A team member's is the one in her account, whatever the page sent.
result<answer<private_text>> staff_name(records& r, const invitation_row& invitation) {
  using named = answer<private_text>;
  if (!invitation.person) return named(denial_code::invitation_unknown);
  auto staff = r.find_staff_by_id(invitation.person);
  if (!staff) return staff.error();
  if (!*staff || (*staff)->disabled || (*staff)->role != invitation.role) return named(denial_code::invitation_unknown);
  return named(private_text{(*staff)->name});
}

// However often it was used: it names its room, and whom it stood for.
result<std::optional<invitation_row>> find_any(records& r, const secret& shown) {
  if (!shown.has_bytes(invitation_bytes)) return std::optional<invitation_row>{};
  return r.find_invitation(shown.hash());
}

private_text joined(const std::vector<std::string>& marks) {
  std::string all;
  for (const std::string& mark : marks) all += mark;
  return private_text{std::move(all)};
}

}  // namespace

async::task<answer<invitation_view>> entry::async_look(async::executor ex, secret invitation) {
  const instant now = clock_.now();
  auto unit = [now, invitation](records& r, answer<invitation_view>& view) -> result<void> {
    auto found = find_invitation(r, invitation, now);
    if (!found) return found.error();
    if (!*found) {
      view = found->error();
      return {};
    }
    const invitation_row& row = **found;
    auto room = r.find_room(row.room);
    if (!room) return room.error();
    if (*room) {
      view = invitation_view{std::move(**room), static_cast<domain::role>(row.role), row.suggested_name,
                             static_cast<bool>(row.person)};
    } else {
      view = denial(denial_code::room_unknown);
    }
    return {};
  };
  return transact<invitation_view>(std::move(ex), store_, std::move(unit));
}

async::task<answer<entered>> entry::async_enter(async::executor ex, entry_request request) {
  auto unit = [this, request = std::move(request)](records& r, answer<entered>& in) -> result<void> {
    result<answer<entered>> done = enter(r, request);
    if (!done) return done.error();
    in = std::move(*done);
    return {};
  };
  return transact<entered>(std::move(ex), store_, std::move(unit));
}

async::task<answer<kept_out>> entry::async_kept_out(async::executor ex, secret invitation, secret device) {
  auto unit = [this, invitation, device](records& r, answer<kept_out>& out) -> result<void> {
    auto row = find_any(r, invitation);
    if (!row) return row.error();
    if (!*row) {
      out = denial(denial_code::invitation_unknown);
      return {};
    }
    const auto her = marks_of(r, **row, invitation, device);
    if (!her) return her.error();
    auto banned = ban_of(r, *her);
    if (!banned) return banned.error();
    if (*banned) {
      out = kept_out{(*row)->room, joined(her->marks)};
    } else {
      out = denial(domain::refusal_code::nothing_to_appeal);
    }
    return {};
  };
  return transact<kept_out>(std::move(ex), store_, std::move(unit));
}

// A link that many may use says nothing about the one who came by it.
result<entry::marked> entry::marks_of(records& r, const invitation_row& row, const secret& invitation,
                                      const secret& device) const {
  marked her{row.room, {}};
  if (domain::is_staff(static_cast<domain::role>(row.role))) return her;
  auto where = rooms::ban_scope_of(r, row.room);
  if (!where) return where.error();
  her.where = std::move(*where);
  if (device.has_bytes(device_bytes)) her.marks.push_back(bans_.of_device(her.where, device));
  if (row.for_one) her.marks.push_back(bans_.of_invitation(her.where, invitation));
  return her;
}

result<std::optional<denial>> entry::ban_of(records& r, const marked& her) const {
  const instant now = clock_.now();
  auto bans = r.find_bans(her.where, her.marks, now);
  if (!bans) return bans.error();
  if (bans->empty()) return std::optional<denial>{};
  const auto longest = std::ranges::max_element(*bans, {}, &ban_row::until);
  return std::optional<denial>{denial(denial_code::banned, longest->until - now)};
}

result<answer<entered>> entry::enter(records& r, const entry_request& request) const {
  using verdict = answer<entered>;
  const instant now = clock_.now();
  // Before the link itself is judged: "this link was used" would send her for another one.
  auto known = find_any(r, request.invitation);
  if (!known) return known.error();
  marked her;
  if (*known) {
    auto found = marks_of(r, **known, request.invitation, request.device);
    if (!found) return found.error();
    her = std::move(*found);
    auto banned = ban_of(r, her);
    if (!banned) return banned.error();
    if (*banned) return verdict(**banned);
  }
  auto invitation = find_invitation(r, request.invitation, now);
  if (!invitation) return invitation.error();
  if (!*invitation) return verdict(invitation->error());
  const invitation_row& row = **invitation;
  const auto role = static_cast<domain::role>(row.role);
  const bool staff = domain::is_staff(role);
  if (!staff && request.guidelines_version != guidelines_.in(request.language).version) {
    return verdict(denial_code::guidelines_changed);
  }
  auto name = staff ? staff_name(r, row) : member_name(r, request.name, names_);
  if (!name) return name.error();
  if (!*name) return verdict(name->error());

  rooms::principal who;
  who.person = row.person ? row.person : sealing::new_person_id();
  who.role = role;
  who.name = std::move(**name);
  who.language = request.language;
  if (!staff) who.room = row.room;
  who.marks = joined(her.marks);
  opened_session session = make_session({who, staff ? std::string{} : request.guidelines_version}, now, lengths_);
  if (auto spent = r.spend_invitation(row.secret_hash, now); !spent) return spent.error();
  if (auto kept = r.put_session(session.row); !kept) return kept.error();
  return verdict(entered{std::move(session), std::move(who), row.room});
}

}  // namespace nightlight::accounts
