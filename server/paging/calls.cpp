#include "paging/calls.hpp"

#include <algorithm>
#include <optional>

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

std::optional<call> call_of(const domain::logged_event& e) {
  if (const auto* climbed = std::get_if<domain::alert_climbed>(&e.what.body)) {
    if (climbed->rung < alert_rung::on_call) return std::nullopt;
    return call{climbed->alert, climbed->rung, e.time, e.at};
  }
  if (const auto* claimed = std::get_if<domain::alert_claimed>(&e.what.body)) {
    const bool by_herself = claimed->owner && claimed->owner == e.what.actor;
    if (by_herself) return call{claimed->alert, alert_rung::facilitator, e.time, e.at};
  }
  if (const auto* closed = std::get_if<domain::alert_closed>(&e.what.body)) {
    return call{closed->alert, alert_rung::facilitator, e.time, e.at};
  }
  return std::nullopt;
}

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

std::vector<call> calls_in(std::span<const domain::logged_event> events, position after) {
  std::vector<call> calls;
  for (const domain::logged_event& e : events) {
    if (e.at <= after) continue;
    if (const auto asked = call_of(e)) calls.push_back(*asked);
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
