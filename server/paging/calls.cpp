#include "paging/calls.hpp"

#include <algorithm>
#include <variant>

#include "domain/room/role.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::paging {
namespace {

using domain::alert_rung;

constexpr std::size_t id_characters = 32;
constexpr std::size_t webhook_name_characters = 16;

std::string short_hash(std::string_view of, std::size_t characters) {
  return sealing::to_hex(sealing::sha256(of)).substr(0, characters);
}

// What one event asks for. One that does not concern alerts asks for nothing.
struct asking {
  const domain::logged_event& e;
  const domain::room_state& room;
  std::vector<call>& out;

  void ask(alert_number alert, alert_rung rung) const { out.push_back({alert, rung, e.time, e.at}); }
  void call_off(alert_number alert) const { ask(alert, alert_rung::facilitator); }

  void operator()(const domain::alert_climbed& climbed) const {
    if (climbed.rung >= alert_rung::on_call) ask(climbed.alert, climbed.rung);
  }
  void operator()(const domain::alert_claimed& claimed) const {
    if (claimed.owner && claimed.owner == e.what.actor) call_off(claimed.alert);
  }
  void operator()(const domain::alert_closed& closed) const { call_off(closed.alert); }
  // Deciding on what waited closes the alert that it waited too long.
  void operator()(const domain::message_said& said) const {
    if (said.hold) decided(said.hold);
  }
  void operator()(const domain::held_declined& declined) const {
    for (const domain::declined_hold& d : declined.holds) decided(d.hold);
  }
  void decided(hold_number hold) const {
    for (const domain::alert& a : room.alerts) {
      if (a.cause.kind == domain::alert_kind::held && a.cause.hold == hold) call_off(a.number);
    }
  }
  void operator()(const auto&) const {}
};

// Adds the account when it is in use and has an address.
result<void> add_reachable(records& r, const staff_row& who, std::vector<std::string>& out) {
  if (who.disabled) return {};
  const auto address = r.paging().find_contact(who.id);
  if (!address) return address.error();
  std::string id = sealing::to_hex(who.id.value);
  if (*address && std::ranges::find(out, id) == out.end()) out.push_back(std::move(id));
  return {};
}

result<std::vector<std::string>> on_call_at(records& r, instant time) {
  std::vector<std::string> out;
  const auto turns = r.paging().list_on_call();
  if (!turns) return turns.error();
  for (const on_call_row& turn : *turns) {
    if (time < turn.from || turn.until <= time) continue;
    const auto who = r.find_staff_by_id(turn.person);
    if (!who) return who.error();
    if (!*who) continue;
    if (auto added = add_reachable(r, **who, out); !added) return added.error();
  }
  return out;
}

result<std::vector<std::string>> admins(records& r) {
  std::vector<std::string> out;
  const auto all = r.list_staff();
  if (!all) return all.error();
  for (const staff_row& who : *all) {
    if (static_cast<domain::role>(who.role) != domain::role::admin) continue;
    if (auto added = add_reachable(r, who, out); !added) return added.error();
  }
  return out;
}

// Nobody on call: the admins. None of them can be reached either: the address that is there for that.
result<std::vector<std::string>> recipients(records& r, const call& c, const ways_out& ways) {
  std::vector<std::string> out;
  if (c.rung == alert_rung::on_call) {
    auto called = on_call_at(r, c.time);
    if (!called) return called.error();
    out = std::move(*called);
  }
  if (out.empty()) {
    auto called = admins(r);
    if (!called) return called.error();
    out = std::move(*called);
  }
  if (out.empty() && ways.fallback) out.emplace_back(fallback_recipient);
  return out;
}

page_row page_for(const room_id& room, const meeting_id& meeting, const call& c, page_kind kind,
                  std::string recipient) {
  page_row page;
  page.kind = kind;
  page.recipient = std::move(recipient);
  page.room = room;
  page.meeting = meeting;
  page.alert = c.alert;
  page.rung = static_cast<std::uint32_t>(c.rung);
  page.at = c.time;
  page.due_at = c.time;
  std::string whole = "nightlight page v1";
  for (const std::string& part :
       {room.value, sealing::to_hex(meeting.value), std::to_string(c.at.value), std::to_string(c.alert.value),
        std::to_string(page.rung), std::to_string(static_cast<int>(kind)), page.recipient}) {
    whole += '\n' + part;
  }
  page.id = short_hash(whole, id_characters);
  return page;
}

result<void> keep_call(records& r, const room_id& room, const meeting_id& meeting, const call& c,
                       const ways_out& ways) {
  if (ways.mail) {
    auto called = recipients(r, c, ways);
    if (!called) return called.error();
    for (std::string& who : *called) {
      auto kept = r.paging().add_page(page_for(room, meeting, c, page_kind::mail, std::move(who)));
      if (!kept) return kept;
    }
  }
  for (const std::string& hook : ways.webhooks) {
    auto kept = r.paging().add_page(page_for(room, meeting, c, page_kind::webhook, hook));
    if (!kept) return kept;
  }
  return {};
}

}  // namespace

std::string webhook_name(std::string_view url) { return "webhook " + short_hash(url, webhook_name_characters); }

std::vector<call> calls_in(std::span<const domain::logged_event> events, const domain::room_state& room,
                           position after) {
  std::vector<call> calls;
  for (const domain::logged_event& e : events) {
    if (e.at > after) std::visit(asking{e, room, calls}, e.what.body);
  }
  return calls;
}

result<void> keep_calls(records& r, const room_id& room, const meeting_id& meeting, std::span<const call> calls,
                        const ways_out& ways) {
  if (ways.none()) return {};
  for (const call& c : calls) {
    auto kept = c.rung < alert_rung::on_call ? r.paging().call_off_pages(room, meeting, c.alert)
                                             : keep_call(r, room, meeting, c, ways);
    if (!kept) return kept;
  }
  return {};
}

}  // namespace nightlight::paging
