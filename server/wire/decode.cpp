#include "wire/decode.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "nightlight/wire/v1/chat.pb.h"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

constexpr std::size_t command_id_size_max = 64;
constexpr std::size_t room_id_size_max = 32;

bool parse(std::string_view payload, subprotocol spoken, pb::ClientFrame& frame) {
  if (spoken == subprotocol::binary) return frame.ParseFromArray(payload.data(), static_cast<int>(payload.size()));
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  return google::protobuf::util::JsonStringToMessage({payload.data(), payload.size()}, &frame, options).ok();
}

bool is_identifier(std::string_view text, std::size_t size_max) {
  constexpr std::string_view others = "._-";
  return !text.empty() && text.size() <= size_max && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
  });
}

member_number member(std::uint32_t n) { return member_number{n}; }
circle_number circle(std::uint64_t n) { return circle_number{n}; }
private_text words(const std::string& s) { return private_text{s}; }

// Nothing when the command is not one that this server knows.
std::optional<domain::command> command_of(const pb::Submit& s) {
  switch (s.command_case()) {
    case pb::Submit::kSay: return domain::say{words(s.say().text()), circle(s.say().reply_to())};
    case pb::Submit::kReact:
      return domain::react{circle(s.react().number()),
                           static_cast<domain::reaction>(std::clamp<int>(s.react().reaction(), 0, 255)),
                           s.react().withdraw()};
    case pb::Submit::kRetractOwn: return domain::retract_own{circle(s.retract_own().number())};
    case pb::Submit::kSetListening: return domain::set_listening{s.set_listening().listening()};
    case pb::Submit::kLeave: return domain::leave{};
    case pb::Submit::kMuteMember:
      return domain::mute_member{member(s.mute_member().member()), seconds{s.mute_member().seconds()},
                                 words(s.mute_member().reason())};
    case pb::Submit::kUnmuteMember: return domain::unmute_member{member(s.unmute_member().member())};
    case pb::Submit::kRemoveMember:
      return domain::remove_member{member(s.remove_member().member()), seconds{s.remove_member().seconds()},
                                   words(s.remove_member().reason())};
    case pb::Submit::kRetractMessage:
      return domain::retract_message{circle(s.retract_message().number()), words(s.retract_message().reason())};
    case pb::Submit::kRetractAllOf:
      return domain::retract_all_of{member(s.retract_all_of().member()), words(s.retract_all_of().reason())};
    case pb::Submit::kSetSlowMode: return domain::set_slow_mode{seconds{s.set_slow_mode().seconds()}};
    case pb::Submit::kSetDoor: return domain::set_door{s.set_door().locked()};
    case pb::Submit::kOpenRoom: return domain::open_room{};
    case pb::Submit::kPauseRoom: return domain::pause_room{};
    case pb::Submit::kResumeRoom: return domain::resume_room{};
    case pb::Submit::kCloseRoom: return domain::close_room{};
    case pb::Submit::COMMAND_NOT_SET: break;
  }
  return std::nullopt;
}

decoded submission_of(const pb::Submit& s) {
  if (!is_identifier(s.room(), room_id_size_max) || !is_identifier(s.id(), command_id_size_max)) {
    return close_code::not_understood;
  }
  std::optional<domain::command> what = command_of(s);
  if (!what) return not_a_command{room_id{s.room()}, command_id{s.id()}};
  return client_frame{submit{room_id{s.room()}, command_id{s.id()}, std::move(*what)}};
}

decoded join_of(const pb::Join& j) {
  if (!is_identifier(j.room(), room_id_size_max)) return close_code::not_understood;
  join_room joined{room_id{j.room()}, std::nullopt, j.listening()};
  if (j.has_resume()) joined.resume = resume_point{epoch_id{j.resume().epoch()}, j.resume().after()};
  return client_frame{std::move(joined)};
}

}  // namespace

decoded decode(std::string_view payload, subprotocol spoken) {
  // One message is reused by a thread: parsing then allocates only for what is longer than anything before it.
  thread_local pb::ClientFrame frame;
  frame.Clear();
  if (!parse(payload, spoken, frame)) return close_code::not_understood;
  switch (frame.body_case()) {
    case pb::ClientFrame::kHello: return client_frame{hello{frame.hello().page_half(), frame.hello().language()}};
    case pb::ClientFrame::kJoin: return join_of(frame.join());
    case pb::ClientFrame::kSubmit: return submission_of(frame.submit());
    case pb::ClientFrame::kTyping:
      if (!is_identifier(frame.typing().room(), room_id_size_max)) break;
      return client_frame{typing{room_id{frame.typing().room()}}};
    case pb::ClientFrame::kPing: return client_frame{ping{frame.ping().nonce()}};
    case pb::ClientFrame::kHistory:
      if (!is_identifier(frame.history().room(), room_id_size_max)) break;
      return client_frame{history{room_id{frame.history().room()}, circle(frame.history().before())}};
    case pb::ClientFrame::BODY_NOT_SET: break;
  }
  return close_code::not_understood;
}

}  // namespace nightlight::wire
