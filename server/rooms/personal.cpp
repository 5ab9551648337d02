#include "rooms/personal.hpp"

#include <utility>

#include "domain/room/notice_words.hpp"
#include "wire/encode_notice.hpp"

namespace nightlight::rooms {
namespace {

using wire::addressed;
using words = std::string_view;

personal_word reading(const domain::held_message& held) {
  return {held.author, [held](const addressed& to, words language) {
            return wire::encode_reading_notice(to, held, domain::words_when_reading(language));
          }};
}

personal_word rephrase(const domain::held_message& held, private_text reason) {
  return {held.author, [held, reason = std::move(reason)](const addressed& to, words language) {
            return wire::encode_rephrase_notice(to, held, reason, domain::words_when_rephrasing(language));
          }};
}

personal_word muted(member_number who, domain::sanction mute) {
  return {who, [mute = std::move(mute)](const addressed& to, words language) {
            return wire::encode_muted_notice(to, mute, domain::words_when_muted(language));
          }};
}

personal_word sent_away(member_number who, instant until, private_text reason, bool may_return) {
  return {who, [until, reason = std::move(reason), may_return](const addressed& to, words language) {
            const std::string_view said =
                may_return ? domain::words_when_asked_to_go(language) : domain::words_when_removed(language);
            return wire::encode_removed_notice(to, {until, reason, may_return}, said);
          }};
}

personal_word side_room_for(member_number who, const domain::side_room& side) {
  return {who, [side](const addressed& to, words language) {
            return wire::encode_side_room(to, side, domain::words_in_side_room(language));
          }};
}

personal_word answer_of(member_number who, circle_number poll, std::uint32_t choice) {
  return {who, [poll, choice](const addressed& to, words) { return wire::encode_answer_notice(to, poll, choice); }};
}

personal_word asked_over(member_number who, bool asked) {
  return {who, [asked](const addressed& to, words language) {
            return wire::encode_asked_over_notice(to, asked, domain::words_when_asked_over(language));
          }};
}

personal_word visiting(member_number who, bool called) {
  return {who, [called](const addressed& to, words language) {
            const words said =
                called ? domain::words_when_called_back(language) : domain::words_when_visiting(language);
            return wire::encode_visiting_notice(to, called, said);
          }};
}

struct following {
  const domain::logged_event& e;
  const domain::room_state& room;
  std::vector<personal_word>& out;

  void operator()(const domain::member_muted& m) const {
    out.push_back(muted(m.member, {m.until, m.reason, e.what.actor}));
  }
  void operator()(const domain::member_unmuted& m) const {
    out.push_back({m.member, [](const addressed& to, words language) {
                     return wire::encode_may_speak_notice(to, domain::words_when_unmuted(language));
                   }});
  }
  void operator()(const domain::member_removed& m) const {
    out.push_back(sent_away(m.member, m.until, m.reason, m.may_return));
  }
  void operator()(const domain::member_banned& m) const {
    out.push_back(sent_away(m.member, m.until, m.reason, false));
  }
  void operator()(const domain::member_warned& m) const {
    out.push_back({m.member, [reason = m.reason](const addressed& to, words language) {
                     return wire::encode_warned_notice(to, reason, domain::words_when_warned(language));
                   }});
  }

  void operator()(const domain::message_held& h) const { tell_reading(h.hold); }
  void operator()(const domain::held_edited& h) const { tell_reading(h.hold); }
  void tell_reading(hold_number hold) const {
    if (const auto* held = room.find(hold)) out.push_back(reading(*held));
  }
  void operator()(const domain::rephrase_asked& r) const {
    if (const auto* held = room.find(r.hold)) out.push_back(rephrase(*held, r.reason));
  }
  void operator()(const domain::held_declined& d) const {
    for (const domain::declined_hold& h : d.holds) {
      out.push_back({h.author, [hold = h.hold, reason = d.reason](const addressed& to, words language) {
                       return wire::encode_declined_notice(to, hold, reason, domain::words_when_declined(language));
                     }});
    }
  }
  void operator()(const domain::message_said& s) const {
    if (!s.hold) return;
    out.push_back({s.author, [hold = s.hold, number = e.number](const addressed& to, words) {
                     return wire::encode_released_notice(to, hold, number);
                   }});
  }

  void operator()(const domain::side_opened& s) const {
    const domain::side_room side{s.member, s.staff, {}};
    out.push_back(side_room_for(s.member, side));
    out.push_back(side_room_for(s.staff, side));
  }
  void operator()(const domain::side_ended& s) const {
    for (const member_number who : {s.member, s.staff}) {
      out.push_back(
          {who, [side = s.member](const addressed& to, words) { return wire::encode_side_closed(to, side); }});
    }
  }
  void operator()(const domain::side_said& s) const {
    const domain::side_room* side = room.side_of(s.member);
    if (side == nullptr) return;
    const domain::side_room::line line{s.author, s.text, e.time};
    for (const member_number who : {side->member, side->staff}) {
      out.push_back({who, [side = s.member, line](const addressed& to, words) {
                       return wire::encode_side_said(to, side, line);
                     }});
    }
  }

  void operator()(const domain::poll_answered& a) const { out.push_back(answer_of(a.member, a.poll, a.choice)); }

  void operator()(const domain::asked_over& a) const { out.push_back(asked_over(a.member, true)); }
  void operator()(const domain::over_answered& a) const { out.push_back(asked_over(a.member, false)); }
  void operator()(const domain::called_back&) const {
    for (const domain::kept_seat& seat : room.beside.seats) {
      const domain::member* m = seat.called ? room.find(seat.person) : nullptr;
      if (m != nullptr) out.push_back(visiting(m->number, true));
    }
  }

  void operator()(const auto&) const {}
};

}  // namespace

std::vector<personal_word> personal_words_of(const domain::logged_event& e, const domain::room_state& room) {
  std::vector<personal_word> all;
  std::visit(following{e, room, all}, e.what.body);
  return all;
}

std::vector<personal_word> standing_words(const domain::member& m, const domain::room_state& room, instant now) {
  std::vector<personal_word> all;
  if (m.mute && m.mute->in_force(now)) all.push_back(muted(m.number, *m.mute));
  for (const domain::held_message& held : room.held) {
    if (held.author == m.number)
      all.push_back(held.rephrase_asked ? rephrase(held, held.rephrase_reason) : reading(held));
  }
  for (const domain::side_room& side : room.sides) {
    if (side.member == m.number || side.staff == m.number) all.push_back(side_room_for(m.number, side));
  }
  if (room.beside.is_asked(m.number)) all.push_back(asked_over(m.number, true));
  const domain::kept_seat* seat = room.beside.seat_of(m.person);
  if (seat != nullptr && seat->visiting) all.push_back(visiting(m.number, seat->called));
  if (room.poll && !domain::is_staff(m.role)) {
    const auto hers = room.poll->choices.find(m.number);
    all.push_back(answer_of(m.number, room.poll->number, hers == room.poll->choices.end() ? 0 : hers->second));
  }
  return all;
}

}  // namespace nightlight::rooms
