#include "wire/log_record.hpp"

#include "nightlight/log/v1/record.pb.h"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::log::v1;

std::string context_of(const room_id& room, position at, std::string_view field) {
  std::string context = room.value;
  context.append(1, '/').append(std::to_string(at.value)).append(1, '/').append(field);
  return context;
}

struct writer {
  pb::Record& out;
  const room_id& room;
  const domain::logged_event& e;
  const seal_function& seal;

  void words(pb::Sealed* to, member_number author, const private_text& typed, std::string_view field) const {
    sealed_words sealed = seal(author, typed, context_of(room, e.at, field));
    to->set_participant(sealed.participant);
    to->set_retention_class(sealed.retention_class);
    to->set_nonce(std::move(sealed.nonce));
    to->set_ciphertext(std::move(sealed.ciphertext));
  }

  // A reason is optional: none is written as none.
  template <class Event>
  void reason(Event* to, const private_text& typed) const {
    if (!typed.empty()) words(to->mutable_reason(), e.what.actor, typed, "reason");
  }

  void operator()(const domain::room_opened& o) const {
    auto* to = out.mutable_room_opened();
    to->set_meeting(o.meeting.value);
    to->set_retention_hours(o.retention_hours);
    to->set_slow_mode_seconds(static_cast<std::uint32_t>(o.slow_mode.count()));
    to->set_capacity(o.speaking_capacity);
    for (const domain::carried_sanction& c : o.carried) {
      auto* kept = to->add_carried();
      kept->set_person(c.person.value);
      kept->set_muted_until_ms(to_unix_ms(c.muted_until));
      kept->set_removed_until_ms(to_unix_ms(c.removed_until));
    }
  }
  void operator()(const domain::room_paused& p) const {
    out.mutable_room_paused()->set_cause(static_cast<std::uint32_t>(p.cause));
  }
  void operator()(const domain::room_resumed&) const { out.mutable_room_resumed(); }
  void operator()(const domain::room_closed&) const { out.mutable_room_closed(); }
  void operator()(const domain::member_joined& j) const {
    auto* to = out.mutable_member_joined();
    to->set_member(j.member.value);
    to->set_person(j.person.value);
    words(to->mutable_name(), j.member, j.name, "name");
    to->set_role(static_cast<std::uint32_t>(j.role));
    to->set_listening(j.listening);
  }
  void operator()(const domain::member_left& l) const { out.mutable_member_left()->set_member(l.member.value); }
  void operator()(const domain::listening_changed& c) const {
    out.mutable_listening_changed()->set_member(c.member.value);
    out.mutable_listening_changed()->set_listening(c.listening);
  }
  void operator()(const domain::message_said& s) const {
    auto* to = out.mutable_message_said();
    to->set_author(s.author.value);
    words(to->mutable_text(), s.author, s.text, "text");
    to->set_reply_to(s.reply_to.value);
  }
  void operator()(const domain::reaction_changed& r) const {
    auto* to = out.mutable_reaction_changed();
    to->set_number(r.number.value);
    to->set_member(r.member.value);
    to->set_reaction(static_cast<std::uint32_t>(r.reaction));
    to->set_withdrawn(r.withdrawn);
  }
  void operator()(const domain::messages_retracted& r) const {
    auto* to = out.mutable_messages_retracted();
    for (const circle_number n : r.numbers) to->add_numbers(n.value);
    reason(to, r.reason);
  }
  void operator()(const domain::member_muted& m) const {
    auto* to = out.mutable_member_muted();
    to->set_member(m.member.value);
    to->set_until_ms(to_unix_ms(m.until));
    reason(to, m.reason);
  }
  void operator()(const domain::member_unmuted& u) const { out.mutable_member_unmuted()->set_member(u.member.value); }
  void operator()(const domain::member_removed& r) const {
    auto* to = out.mutable_member_removed();
    to->set_member(r.member.value);
    to->set_until_ms(to_unix_ms(r.until));
    reason(to, r.reason);
  }
  void operator()(const domain::slow_mode_set& s) const {
    out.mutable_slow_mode_set()->set_seconds(static_cast<std::uint32_t>(s.interval.count()));
  }
  void operator()(const domain::door_changed& d) const { out.mutable_door_changed()->set_locked(d.locked); }
  void operator()(const domain::words_purged& p) const {
    out.mutable_words_purged()->set_through(p.through.value);
    out.mutable_words_purged()->set_meeting(p.meeting.value);
  }
};

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

  domain::member_joined joined(const pb::MemberJoined& j) const {
    return {member_number{j.member()}, person_id{j.person()}, words(j.name(), "name"),
            static_cast<domain::role>(j.role()), j.listening()};
  }
  domain::room_opened opened(const pb::RoomOpened& o) const {
    domain::room_opened to{meeting_id{o.meeting()}, o.retention_hours(), seconds{o.slow_mode_seconds()}, o.capacity()};
    for (const pb::CarriedSanction& c : o.carried()) {
      to.carried.push_back(
          {person_id{c.person()}, from_unix_ms(c.muted_until_ms()), from_unix_ms(c.removed_until_ms())});
    }
    return to;
  }
  domain::messages_retracted retracted(const pb::MessagesRetracted& r) const {
    domain::messages_retracted to{{}, reason(r)};
    for (const std::uint64_t n : r.numbers()) to.numbers.emplace_back(n);
    return to;
  }

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
        return message_said{member_number{in.message_said().author()}, words(in.message_said().text(), "text"),
                            circle_number{in.message_said().reply_to()}};
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
        return member_removed{member_number{r.member()}, from_unix_ms(r.until_ms()), reason(r)};
      }
      case pb::Record::kSlowModeSet: return slow_mode_set{seconds{in.slow_mode_set().seconds()}};
      case pb::Record::kDoorChanged: return door_changed{in.door_changed().locked()};
      case pb::Record::kWordsPurged:
        return words_purged{meeting_id{in.words_purged().meeting()}, circle_number{in.words_purged().through()}};
      case pb::Record::EVENT_NOT_SET: break;
    }
    return failure::corrupt;
  }
};

}  // namespace

std::string encode_record(const room_id& room, const domain::logged_event& e, const seal_function& seal) {
  pb::Record out;
  out.set_at_ms(to_unix_ms(e.time));
  out.set_number(e.number.value);
  out.set_actor(e.what.actor.value);
  out.set_command_id(e.what.command.value);
  out.set_fingerprint(e.what.words);
  std::visit(writer{out, room, e, seal}, e.what.body);
  return out.SerializeAsString();
}

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
