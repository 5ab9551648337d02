#include "accounts/invitations.hpp"

namespace nightlight::accounts {

result<secret> make_invitation(records& r, const new_invitation& wanted) {
  secret made = secret::random(invitation_bytes);
  invitation_row row;
  row.secret_hash = made.hash();
  row.room = wanted.room;
  row.role = static_cast<std::uint32_t>(wanted.role);
  row.person = wanted.person;
  row.suggested_name = wanted.suggested_name;
  row.uses_left = wanted.uses;
  row.for_one = wanted.uses == 1 || wanted.person;
  row.expires_at = wanted.expires_at;
  if (auto kept = r.put_invitation(row); !kept) return kept.error();
  return made;
}

result<answer<invitation_row>> find_invitation(records& r, const secret& shown, instant now) {
  using found = answer<invitation_row>;
  if (!shown.has_bytes(invitation_bytes)) return found(denial_code::invitation_unknown);
  auto row = r.find_invitation(shown.hash());
  if (!row) return row.error();
  if (!*row) return found(denial_code::invitation_unknown);
  if ((*row)->uses_left == 0) return found(denial_code::invitation_spent);
  if (now >= (*row)->expires_at) return found(denial_code::invitation_expired);
  return found(std::move(**row));
}

}  // namespace nightlight::accounts
