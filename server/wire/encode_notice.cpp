#include "wire/encode_notice.hpp"

#include "domain/room/second_room.hpp"
#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

// `fill` writes the body of the notice.
std::string notice(const addressed& to, const auto& fill) {
  pb::ServerFrame frame;
  frame.mutable_notice()->set_room(to.room.value);
  fill(*frame.mutable_notice());
  return serialise(frame, to.spoken);
}

std::string revealed(const private_text& words) { return std::string(words.reveal()); }

void fill(pb::SideSaid& out, member_number side, const domain::side_room::line& said) {
  out.set_member(side.value);
  out.set_author(said.author.value);
  out.set_text(revealed(said.text));
  out.set_at_ms(to_unix_ms(said.at));
}

}  // namespace

std::string encode_muted_notice(const addressed& to, const domain::sanction& mute, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_you_are_muted()->set_until_ms(to_unix_ms(mute.until));
    n.mutable_you_are_muted()->set_reason(revealed(mute.reason));
    n.mutable_you_are_muted()->set_words(std::string(words));
  });
}

std::string encode_may_speak_notice(const addressed& to, std::string_view words) {
  return notice(to, [&](pb::Notice& n) { n.mutable_you_may_speak()->set_words(std::string(words)); });
}

std::string encode_removed_notice(const addressed& to, const sent_away& how, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_you_were_removed()->set_until_ms(to_unix_ms(how.until));
    n.mutable_you_were_removed()->set_reason(revealed(how.reason));
    n.mutable_you_were_removed()->set_words(std::string(words));
    n.mutable_you_were_removed()->set_may_return(how.may_return);
  });
}

std::string encode_warned_notice(const addressed& to, const private_text& reason, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_you_were_warned()->set_reason(revealed(reason));
    n.mutable_you_were_warned()->set_words(std::string(words));
  });
}

std::string encode_reading_notice(const addressed& to, const domain::held_message& held, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_your_words_are_read()->set_hold(held.number.value);
    n.mutable_your_words_are_read()->set_text(revealed(held.what.text));
    n.mutable_your_words_are_read()->set_words(std::string(words));
  });
}

std::string encode_rephrase_notice(const addressed& to, const domain::held_message& held, const private_text& reason,
                                   std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_please_rephrase()->set_hold(held.number.value);
    n.mutable_please_rephrase()->set_text(revealed(held.what.text));
    n.mutable_please_rephrase()->set_reason(revealed(reason));
    n.mutable_please_rephrase()->set_words(std::string(words));
  });
}

std::string encode_declined_notice(const addressed& to, hold_number hold, const private_text& reason,
                                   std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_your_words_were_declined()->set_hold(hold.value);
    n.mutable_your_words_were_declined()->set_reason(revealed(reason));
    n.mutable_your_words_were_declined()->set_words(std::string(words));
  });
}

std::string encode_released_notice(const addressed& to, hold_number hold, circle_number number) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_your_words_were_released()->set_hold(hold.value);
    n.mutable_your_words_were_released()->set_number(number.value);
  });
}

std::string encode_side_room(const addressed& to, const domain::side_room& side, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    pb::SideRoom& out = *n.mutable_side_room();
    out.set_member(side.member.value);
    out.set_staff(side.staff.value);
    for (const auto& line : side.lines) fill(*out.add_said(), side.member, line);
    out.set_words(std::string(words));
  });
}

std::string encode_side_said(const addressed& to, member_number side, const domain::side_room::line& said) {
  return notice(to, [&](pb::Notice& n) { fill(*n.mutable_side_said(), side, said); });
}

std::string encode_side_closed(const addressed& to, member_number side) {
  return notice(to, [&](pb::Notice& n) { n.mutable_side_closed()->set_member(side.value); });
}

std::string encode_asked_over_notice(const addressed& to, bool asked, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_you_are_asked_over();
    if (!asked) return;
    n.mutable_you_are_asked_over()->set_second(domain::second_of(to.room).value);
    n.mutable_you_are_asked_over()->set_words(std::string(words));
  });
}

std::string encode_visiting_notice(const addressed& to, bool called, std::string_view words) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_you_are_visiting()->set_first(domain::first_of(to.room).value);
    n.mutable_you_are_visiting()->set_called(called);
    n.mutable_you_are_visiting()->set_words(std::string(words));
  });
}

std::string encode_answer_notice(const addressed& to, circle_number poll, std::uint32_t choice) {
  return notice(to, [&](pb::Notice& n) {
    n.mutable_your_answer()->set_poll(poll.value);
    n.mutable_your_answer()->set_choice(choice);
  });
}

}  // namespace nightlight::wire
