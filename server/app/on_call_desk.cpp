#include "app/on_call_desk.hpp"

#include <utility>

#include "accounts/staff.hpp"
#include "app/iso_time.hpp"
#include "app/operator_deed.hpp"
#include "app/store_call.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

constexpr std::chrono::hours turn_max{31 * 24};

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
  return refused("the store did not take it: " + why.message());
}

result<person_id> account_of(records& r, const std::string& name) {
  auto found = r.find_staff(accounts::staff_name_key(name));
  if (!found) return found.error();
  if (!*found) return failure::not_found;
  return std::move((*found)->id);
}

}  // namespace

on_call_desk::on_call_desk(store& s, audit::audit_log& audit, const paging::contact_box& contacts,
                           const clock_port& clock)
    : store_(s), audit_(audit), contacts_(contacts), clock_(clock) {}

pb::Reply on_call_desk::set_contact(const pb::SetContact& asked) {
  const private_text address(asked.mail());
  if (!address.empty() && !paging::is_mail_address(address.reveal())) return refused("that is not a mail address");
  const char* action = address.empty() ? "staff_contact_removed" : "staff_contact_set";
  const auto kept = do_audited(store_, audit_, clock_, action, [&](records& r) -> result<person_id> {
    result<person_id> who = account_of(r, asked.name());
    if (!who) return who;
    const auto changed = address.empty() ? r.paging().delete_contact(*who)
                                         : r.paging().put_contact({*who, contacts_.seal(*who, address)});
    if (!changed) return changed.error();
    return who;
  });
  if (!kept) return failed(kept.error(), asked.name());
  return done(asked.name() + (address.empty() ? " cannot be called by mail any more" : " can be called by mail"));
}

pb::Reply on_call_desk::add(const pb::AddOnCall& asked) {
  const on_call_row turn{{}, from_unix_ms(asked.from_unix_ms()), from_unix_ms(asked.until_unix_ms())};
  if (turn.until <= turn.from) return refused("it must end after it begins");
  if (turn.until - turn.from > turn_max) return refused("31 days at a time are the most");
  if (turn.until <= clock_.now()) return refused("that is over already");
  bool reachable = false;
  const auto kept = do_audited(store_, audit_, clock_, "on_call_added", [&](records& r) -> result<person_id> {
    result<person_id> who = account_of(r, asked.name());
    if (!who) return who;
    const auto contact = r.paging().find_contact(*who);
    if (!contact) return contact.error();
    reachable = contact->has_value();
    if (auto put = r.paging().put_on_call({*who, turn.from, turn.until}); !put) return put.error();
    return who;
  });
  if (!kept) return failed(kept.error(), asked.name());
  return done(asked.name() + " is on call from " + to_iso(turn.from) + " until " + to_iso(turn.until) +
              (reachable ? "" : "; there is no address yet: nightlight staff contact"));
}

pb::Reply on_call_desk::remove(const pb::RemoveOnCall& asked) {
  const instant from = from_unix_ms(asked.from_unix_ms());
  const auto kept = do_audited(store_, audit_, clock_, "on_call_removed", [&](records& r) -> result<person_id> {
    result<person_id> who = account_of(r, asked.name());
    if (!who) return who;
    if (auto gone = r.paging().delete_on_call(*who, from); !gone) return gone.error();
    return who;
  });
  if (!kept) return failed(kept.error(), asked.name());
  return done(asked.name() + " is not on call from " + to_iso(from) + " any more");
}

pb::Reply on_call_desk::list() {
  pb::Reply reply = done("");
  const instant now = clock_.now();
  const auto unit = [&](records& r) -> result<void> {
    const auto turns = r.paging().list_on_call();
    if (!turns) return turns.error();
    for (const on_call_row& turn : *turns) {
      if (turn.until <= now) continue;
      const auto who = r.find_staff_by_id(turn.person);
      if (!who) return who.error();
      const auto contact = r.paging().find_contact(turn.person);
      if (!contact) return contact.error();
      const bool lets_call = *who && !(*who)->disabled && *contact;
      reply.add_lines(to_iso(turn.from) + "  " + to_iso(turn.until) + "  " + (*who ? (*who)->name : "nobody") +
                      (lets_call ? "" : "  cannot be called"));
    }
    return {};
  };
  const result<void> read = transact_and_wait(store_, unit);
  return read ? reply : failed(read.error(), "");
}

}  // namespace nightlight::app
