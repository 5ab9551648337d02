#include "accounts/entry.hpp"

#include "accounts/staff.hpp"
#include "accounts/store_work.hpp"
#include "domain/room/name.hpp"
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
      view = invitation_view{std::move(**room), static_cast<domain::role>(row.role), row.suggested_name};
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

result<answer<entered>> entry::enter(records& r, const entry_request& request) const {
  using verdict = answer<entered>;
  const instant now = clock_.now();
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
  opened_session session = make_session({who, staff ? std::string{} : request.guidelines_version}, now, lengths_);
  if (auto spent = r.spend_invitation(row.secret_hash, now); !spent) return spent.error();
  if (auto kept = r.put_session(session.row); !kept) return kept.error();
  return verdict(entered{std::move(session), std::move(who)});
}

}  // namespace nightlight::accounts
