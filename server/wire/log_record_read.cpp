// Durable bytes as events: words whose key was destroyed come back empty.
#include <algorithm>
#include <charconv>

#include "nightlight/log/v1/record.pb.h"
#include "wire/log_record.hpp"
#include "wire/log_record_context.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::log::v1;

struct reader {
  const pb::Record& in;
  const room_id& room;
  position at;
  const open_function& open;

  private_text words(const pb::Sealed& from, std::string_view field) const {
    return open({from.participant(), from.retention_class(), from.nonce(), from.ciphertext()},
                context_of(room, at, field));
  }

  template <class Event>
  private_text reason(const Event& from) const {
    return from.has_reason() ? words(from.reason(), "reason") : private_text{};
  }

  template <class Message>
  domain::written message(const Message& from) const {
    return {words(from.text(), "text"), circle_number{from.reply_to()},
            from.has_content_note() ? words(from.content_note(), "note") : private_text{}};
  }

  domain::member_joined joined(const pb::MemberJoined& j) const {
    return {member_number{j.member()},
            person_id{j.person()},
            words(j.name(), "name"),
            static_cast<domain::role>(j.role()),
            j.listening(),
            j.has_marks() ? words(j.marks(), "marks") : private_text{},
            waiting_number{j.waited()}};
  }
  domain::wait_began waits(const pb::WaitBegan& w) const {
    return {waiting_number{w.waiting()}, person_id{w.person()}, words(w.name(), "name"), w.listening(),
            w.has_marks() ? words(w.marks(), "marks") : private_text{}};
  }
  domain::ending_soon ending(const pb::EndingSoon& s) const {
    return {std::chrono::minutes{s.minutes()}, from_unix_ms(s.ends_at_ms()), from_unix_ms(s.closes_at_ms())};
  }
  domain::room_opened opened(const pb::RoomOpened& o) const {
    domain::room_opened to{meeting_id{o.meeting()}, o.retention_hours(), seconds{o.slow_mode_seconds()}, o.capacity()};
    for (const pb::CarriedSanction& c : o.carried()) {
      to.carried.push_back({person_id{c.person()}, from_unix_ms(c.muted_until_ms()), from_unix_ms(c.removed_until_ms()),
                            c.warnings(), c.banned(), position{c.banned_at()}});
    }
    to.starts_at = from_unix_ms(o.starts_at_ms());
    to.ends_at = from_unix_ms(o.ends_at_ms());
    to.late_entry = std::chrono::minutes{o.late_entry_minutes()};
    to.second = o.second();
    return to;
  }
  domain::messages_retracted retracted(const pb::MessagesRetracted& r) const {
    domain::messages_retracted to{{}, reason(r)};
    for (const std::uint64_t n : r.numbers()) to.numbers.emplace_back(n);
    for (const pb::SetAside& k : r.kept()) {
      to.kept.push_back({circle_number{k.number()}, words(k.text(), "kept/" + std::to_string(k.number()))});
    }
    return to;
  }
  domain::round_began round(const pb::RoundBegan& r) const {
    domain::round_began to{
        r.has_question() ? words(r.question(), "question") : private_text{}, member_number{r.turn()}, {}};
    for (const std::uint32_t n : r.next()) to.next.emplace_back(n);
    return to;
  }
  domain::poll_began poll(const pb::PollBegan& p) const {
    domain::poll_began to{words(p.question(), "question"), {}};
    for (int i = 0; i < p.answers_size(); ++i) to.answers.push_back(words(p.answers(i), answer_field(i)));
    return to;
  }
  domain::poll_answered answered(const pb::PollAnswered& a) const {
    const private_text hers = a.has_choice() ? words(a.choice(), "choice") : private_text{};
    const std::string_view digits = hers.reveal();
    std::uint32_t choice = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), choice);
    return {circle_number{a.poll()}, member_number{a.member()}, choice, a.answered()};
  }
  static domain::standing_noted standing(const pb::StandingNoted& s) {
    return {member_number{s.member()},
            {person_id{s.person()}, s.muted(), from_unix_ms(s.muted_until_ms()), s.kept_out(),
             from_unix_ms(s.kept_out_until_ms()), s.warnings()}};
  }
  domain::message_held held(const pb::MessageHeld& h) const {
    return {hold_number{h.hold()}, member_number{h.author()}, message(h), static_cast<domain::hold_cause>(h.cause()),
            h.rule()};
  }
  domain::held_declined declined(const pb::HeldDeclined& d) const {
    domain::held_declined to{{}, reason(d)};
    for (int i = 0; i < std::min(d.holds_size(), d.authors_size()); ++i) {
      to.holds.push_back({hold_number{d.holds(i)}, member_number{d.authors(i)}});
    }
    return to;
  }
  domain::controls_changed controls(const pb::ControlsChanged& c) const {
    return {{c.door_locked(), c.invitations_closed(), c.lockdown(), c.listening_default(),
             static_cast<domain::hold_mode>(c.hold()), c.hold_first(), c.lobby()}};
  }
  domain::alert_raised raised(const pb::AlertRaised& a) const {
    domain::alert_cause c;
    c.kind = static_cast<domain::alert_kind>(a.kind());
    c.level = static_cast<domain::alert_level>(a.level());
    c.about = member_number{a.about()};
    c.number = circle_number{a.number()};
    c.hold = hold_number{a.hold()};
    if (a.has_words()) c.words = words(a.words(), "words");
    c.rule = a.rule();
    c.category = a.category();
    c.lexicon = a.lexicon();
    for (int i = 0; i < std::min(a.span_begins_size(), a.span_ends_size()); ++i) {
      c.spans.push_back({a.span_begins(i), a.span_ends(i)});
    }
    c.feeling = static_cast<domain::feeling>(a.feeling());
    return {alert_number{a.alert()}, std::move(c)};
  }

  // One case for each kind of event that was ever written.
  result<domain::event_body> body() const {
    using namespace nightlight::domain;
    switch (in.event_case()) {
      case pb::Record::kRoomOpened: return opened(in.room_opened());
      case pb::Record::kRoomPaused: return room_paused{static_cast<pause_cause>(in.room_paused().cause())};
      case pb::Record::kRoomResumed: return room_resumed{};
      case pb::Record::kRoomClosed: return room_closed{};
      case pb::Record::kMemberJoined: return joined(in.member_joined());
      case pb::Record::kMemberLeft: return member_left{member_number{in.member_left().member()}};
      case pb::Record::kListeningChanged:
        return listening_changed{member_number{in.listening_changed().member()}, in.listening_changed().listening()};
      case pb::Record::kMessageSaid:
        return message_said{member_number{in.message_said().author()}, message(in.message_said()),
                            hold_number{in.message_said().hold()}};
      case pb::Record::kReactionChanged: {
        const auto& r = in.reaction_changed();
        return reaction_changed{circle_number{r.number()}, member_number{r.member()},
                                static_cast<reaction>(r.reaction()), r.withdrawn()};
      }
      case pb::Record::kMessagesRetracted: return retracted(in.messages_retracted());
      case pb::Record::kMemberMuted: {
        const auto& m = in.member_muted();
        return member_muted{member_number{m.member()}, from_unix_ms(m.until_ms()), reason(m)};
      }
      case pb::Record::kMemberUnmuted: return member_unmuted{member_number{in.member_unmuted().member()}};
      case pb::Record::kMemberRemoved: {
        const auto& r = in.member_removed();
        return member_removed{member_number{r.member()}, from_unix_ms(r.until_ms()), reason(r), r.may_return()};
      }
      case pb::Record::kSlowModeSet: return slow_mode_set{seconds{in.slow_mode_set().seconds()}};
      case pb::Record::kDoorChanged: return door_changed{in.door_changed().locked()};
      case pb::Record::kWordsPurged:
        return words_purged{meeting_id{in.words_purged().meeting()}, circle_number{in.words_purged().through()},
                            static_cast<word_class>(in.words_purged().words())};
      case pb::Record::kMessageHidden: return message_hidden{circle_number{in.message_hidden().number()}};
      case pb::Record::kMessageShown:
        return message_shown{circle_number{in.message_shown().number()}, message(in.message_shown())};
      case pb::Record::kMessageHeld: return held(in.message_held());
      case pb::Record::kHeldEdited:
        return held_edited{hold_number{in.held_edited().hold()}, words(in.held_edited().text(), "text")};
      case pb::Record::kHeldDeclined: return declined(in.held_declined());
      case pb::Record::kRephraseAsked:
        return rephrase_asked{hold_number{in.rephrase_asked().hold()}, reason(in.rephrase_asked())};
      case pb::Record::kMemberWarned:
        return member_warned{member_number{in.member_warned().member()}, reason(in.member_warned()),
                             in.member_warned().warnings()};
      case pb::Record::kMemberBanned: {
        const auto& b = in.member_banned();
        return member_banned{member_number{b.member()}, from_unix_ms(b.until_ms()), reason(b)};
      }
      case pb::Record::kMemberReadmitted: return member_readmitted{member_number{in.member_readmitted().member()}};
      case pb::Record::kControlsChanged: return controls(in.controls_changed());
      case pb::Record::kHandsRequiredSet: return hands_required_set{in.hands_required_set().on()};
      case pb::Record::kHandRaised:
        return hand_raised{member_number{in.hand_raised().member()}, in.hand_raised().raised()};
      case pb::Record::kFloorGiven: return floor_given{member_number{in.floor_given().member()}};
      case pb::Record::kSideOpened:
        return side_opened{member_number{in.side_opened().member()}, member_number{in.side_opened().staff()}};
      case pb::Record::kSideEnded:
        return side_ended{member_number{in.side_ended().member()}, member_number{in.side_ended().staff()}};
      case pb::Record::kSideSaid: {
        const auto& s = in.side_said();
        return side_said{member_number{s.member()}, member_number{s.author()}, words(s.text(), "text")};
      }
      case pb::Record::kBackstageSaid:
        return backstage_said{member_number{in.backstage_said().author()}, words(in.backstage_said().text(), "text")};
      case pb::Record::kPersonNoted: {
        const auto& n = in.person_noted();
        return person_noted{member_number{n.member()}, n.has_text() ? words(n.text(), "text") : private_text{},
                            from_unix_ms(n.until_ms())};
      }
      case pb::Record::kCheckedOut: {
        const auto& c = in.checked_out();
        return checked_out{member_number{c.member()}, static_cast<leaving>(c.leaving()),
                           c.has_text() ? words(c.text(), "text") : private_text{}, c.first_time()};
      }
      case pb::Record::kHandedOver:
        return handed_over{member_number{in.handed_over().from()}, words(in.handed_over().text(), "text")};
      case pb::Record::kTakenOver: return taken_over{member_number{in.taken_over().by()}};
      case pb::Record::kGlassBroken: {
        const auto& g = in.glass_broken();
        return glass_broken{member_number{g.admin()}, reason(g), from_unix_ms(g.until_ms())};
      }
      case pb::Record::kAlertRaised: return raised(in.alert_raised());
      case pb::Record::kAlertClaimed:
        return alert_claimed{alert_number{in.alert_claimed().alert()}, member_number{in.alert_claimed().owner()}};
      case pb::Record::kAlertClosed: {
        const auto& c = in.alert_closed();
        return alert_closed{alert_number{c.alert()}, static_cast<alert_outcome>(c.outcome()),
                            c.has_note() ? words(c.note(), "note") : private_text{}};
      }
      case pb::Record::kAlertClimbed:
        return alert_climbed{alert_number{in.alert_climbed().alert()},
                             static_cast<alert_rung>(in.alert_climbed().rung())};
      case pb::Record::kCircleBegan: return circle_began{};
      case pb::Record::kEndingSoon: return ending(in.ending_soon());
      case pb::Record::kMeetingExtended: {
        const auto& x = in.meeting_extended();
        return meeting_extended{from_unix_ms(x.ends_at_ms()), std::chrono::minutes{x.minutes()}};
      }
      case pb::Record::kWaitBegan: return waits(in.wait_began());
      case pb::Record::kWaitRenamed:
        return wait_renamed{waiting_number{in.wait_renamed().waiting()}, words(in.wait_renamed().name(), "name")};
      case pb::Record::kWaitEnded: return wait_ended{waiting_number{in.wait_ended().waiting()}};
      case pb::Record::kBanLifted: {
        const auto& b = in.ban_lifted();
        return ban_lifted{position{b.ban()}, member_number{b.member()}, person_id{b.by()}, static_cast<role>(b.role())};
      }
      case pb::Record::kSanctionsCarried: {
        const auto& c = in.sanctions_carried();
        return sanctions_carried{member_number{c.member()}, from_unix_ms(c.muted_until_ms()), c.warnings()};
      }
      case pb::Record::kPromptPinned: {
        const auto& p = in.prompt_pinned();
        return prompt_pinned{p.has_text() ? words(p.text(), "text") : private_text{}};
      }
      case pb::Record::kRoundBegan: return round(in.round_began());
      case pb::Record::kTurnGiven: return turn_given{member_number{in.turn_given().member()}, in.turn_given().lost()};
      case pb::Record::kRoundEnded: return round_ended{};
      case pb::Record::kPollBegan: return poll(in.poll_began());
      case pb::Record::kPollAnswered: return answered(in.poll_answered());
      case pb::Record::kPollEnded:
        return poll_ended{{in.poll_ended().counts().begin(), in.poll_ended().counts().end()}};
      case pb::Record::kFillingUp: return filling_up{in.filling_up().speaking()};
      case pb::Record::kSecondOpened: return second_opened{};
      case pb::Record::kSecondClosed: return second_closed{};
      case pb::Record::kAskedOver: return asked_over{member_number{in.asked_over().member()}};
      case pb::Record::kOverAnswered:
        return over_answered{member_number{in.over_answered().member()}, in.over_answered().going()};
      case pb::Record::kCalledBack: return called_back{};
      case pb::Record::kSeatKept: return seat_kept{person_id{in.seat_kept().person()}, in.seat_kept().visiting()};
      case pb::Record::kStandingNoted: return standing(in.standing_noted());
      case pb::Record::EVENT_NOT_SET: break;
    }
    return failure::corrupt;
  }
};

}  // namespace

result<domain::logged_event> decode_record(const room_id& room, position at, std::string_view record,
                                           const open_function& open) {
  pb::Record in;
  if (!in.ParseFromArray(record.data(), static_cast<int>(record.size()))) return failure::corrupt;
  result<domain::event_body> body = reader{in, room, at, open}.body();
  if (!body) return body.error();
  return domain::logged_event{
      at, circle_number{in.number()}, from_unix_ms(in.at_ms()),
      domain::event{member_number{in.actor()}, command_id{in.command_id()}, in.fingerprint(), std::move(*body)}};
}

}  // namespace nightlight::wire
