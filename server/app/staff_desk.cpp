#include "app/staff_desk.hpp"

#include <utility>

#include "accounts/passwords.hpp"
#include "accounts/staff.hpp"
#include "app/operator_deed.hpp"
#include "app/store_call.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

pb::Reply done(std::string words) {
  pb::Reply reply;
  reply.set_done(true);
  reply.set_words(std::move(words));
  return reply;
}

pb::Reply refused(std::string words) {
  pb::Reply reply;
  reply.set_words(std::move(words));
  return reply;
}

pb::Reply failed(const error_code& why, const std::string& name) {
  if (why == failure::not_found) return refused("there is no account called " + name);
  if (why == failure::already_exists) return refused("there is an account with this name or one that looks like it");
  return refused("the store did not take it: " + why.message());
}

}  // namespace

staff_desk::staff_desk(store& s, audit::audit_log& audit, const clock_port& clock, staff_changes told)
    : store_(s), audit_(audit), clock_(clock), told_(std::move(told)) {}

pb::Reply staff_desk::answer(const pb::Request& request) {
  switch (request.body_case()) {
    case pb::Request::kAddStaff: return add(request.add_staff());
    case pb::Request::kDisableStaff: return disable(request.disable_staff());
    case pb::Request::kSetPassword: return set_password(request.set_password());
    case pb::Request::kSetRole: return set_role(request.set_role());
    case pb::Request::kListStaff: return list();
    case pb::Request::kVerifyAudit:
    case pb::Request::kListAudit:
    case pb::Request::kSetContact:
    case pb::Request::kAddOnCall:
    case pb::Request::kRemoveOnCall:
    case pb::Request::kListOnCall:
    case pb::Request::BODY_NOT_SET: break;
  }
  return refused("this server does not know the request; is it of the same release?");
}

pb::Reply staff_desk::add(const pb::AddStaff& asked) {
  const std::optional<domain::role> role = accounts::staff_role(asked.role());
  if (!role) return refused("there is no role called " + asked.role());
  const private_text password(asked.password());
  if (const auto problem = accounts::password_problem(password)) return refused(std::string(*problem));
  const std::string hash = accounts::hash_password(password);
  const auto kept = do_audited(store_, audit_, clock_, "staff_added", [&](records& r) -> result<person_id> {
    result<staff_row> row = accounts::add_staff(r, asked.name(), *role, hash);
    if (!row) return row.error();
    return std::move(row->id);
  });
  return kept ? done(asked.name() + " may sign in") : failed(kept.error(), asked.name());
}

pb::Reply staff_desk::disable(const pb::DisableStaff& asked) {
  const auto who = do_audited(store_, audit_, clock_, "staff_disabled",
                              [&](records& r) { return accounts::disable_staff(r, asked.name()); });
  if (!who) return failed(who.error(), asked.name());
  told_.signed_out(*who);
  return done(asked.name() + " is signed out everywhere and cannot sign in");
}

pb::Reply staff_desk::set_password(const pb::SetPassword& asked) {
  const private_text password(asked.password());
  if (const auto problem = accounts::password_problem(password)) return refused(std::string(*problem));
  const std::string hash = accounts::hash_password(password);
  const auto who = do_audited(store_, audit_, clock_, "staff_password_set", [&](records& r) -> result<person_id> {
    result<person_id> found = accounts::set_staff_password(r, asked.name(), hash);
    if (!found) return found.error();
    // Whoever gives a disabled account a password means it to be used.
    return accounts::enable_staff(r, *found);
  });
  if (!who) return failed(who.error(), asked.name());
  told_.signed_out(*who);
  return done(asked.name() + " has a new password, may sign in with it and is signed out everywhere");
}

pb::Reply staff_desk::set_role(const pb::SetRole& asked) {
  const std::optional<domain::role> role = accounts::staff_role(asked.role());
  if (!role) return refused("there is no role called " + asked.role());
  const auto who = do_audited(store_, audit_, clock_, "staff_role_set",
                              [&](records& r) { return accounts::set_staff_role(r, asked.name(), *role); });
  if (!who) return failed(who.error(), asked.name());
  told_.has_new_role(*who);
  return done(asked.name() + " may do what a " + asked.role() + " may, from now on");
}

pb::Reply staff_desk::list() {
  pb::Reply reply = done("");
  const auto unit = [&](records& r) -> result<void> {
    const result<std::vector<staff_row>> rows = r.list_staff();
    if (!rows) return rows.error();
    for (const staff_row& row : *rows) {
      pb::Staff* staff = reply.add_staff();
      staff->set_name(row.name);
      staff->set_role(std::string(accounts::role_name(static_cast<domain::role>(row.role))));
      staff->set_disabled(row.disabled);
      staff->set_id(sealing::to_hex(row.id.value));
    }
    return {};
  };
  const result<void> read = transact_and_wait(store_, unit);
  return read ? reply : failed(read.error(), "");
}

}  // namespace nightlight::app
