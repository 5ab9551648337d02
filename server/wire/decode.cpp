#include "wire/decode.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "nightlight/wire/v1/chat.pb.h"
#include "wire/decode_command.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

constexpr std::size_t command_id_size_max = 64;
constexpr std::size_t room_id_size_max = 32;

enum class parsed : std::uint8_t { whole, in_part, not_at_all };

// In part: something in it has a name that is not known here. In JSON the name of an unknown choice is such a thing,
// and would otherwise be taken for the first one.
parsed parse(std::string_view payload, subprotocol spoken, pb::ClientFrame& frame) {
  if (spoken == subprotocol::binary) {
    const bool read = frame.ParseFromArray(payload.data(), static_cast<int>(payload.size()));
    return read ? parsed::whole : parsed::not_at_all;
  }
  const google::protobuf::StringPiece text(payload.data(), payload.size());
  if (google::protobuf::util::JsonStringToMessage(text, &frame).ok()) return parsed::whole;
  frame.Clear();
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  return google::protobuf::util::JsonStringToMessage(text, &frame, options).ok() ? parsed::in_part : parsed::not_at_all;
}

bool is_identifier(std::string_view text, std::size_t size_max) {
  constexpr std::string_view others = "._-";
  return !text.empty() && text.size() <= size_max && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
  });
}

// A command that is not understood whole is not done by half.
decoded submission_of(const pb::Submit& s, parsed how) {
  if (!is_identifier(s.room(), room_id_size_max) || !is_identifier(s.id(), command_id_size_max)) {
    return close_code::not_understood;
  }
  std::optional<domain::command> what = how == parsed::whole ? command_of(s) : std::nullopt;
  if (!what) return not_a_command{room_id{s.room()}, command_id{s.id()}};
  return client_frame{submit{room_id{s.room()}, command_id{s.id()}, std::move(*what)}};
}

decoded join_of(const pb::Join& j) {
  if (!is_identifier(j.room(), room_id_size_max)) return close_code::not_understood;
  join_room joined{room_id{j.room()}, std::nullopt, j.listening(), private_text{j.code()}};
  if (j.has_resume()) joined.resume = resume_point{epoch_id{j.resume().epoch()}, j.resume().after()};
  return client_frame{std::move(joined)};
}

}  // namespace

decoded decode(std::string_view payload, subprotocol spoken) {
  // One message is reused by a thread: parsing then allocates only for what is longer than anything before it.
  thread_local pb::ClientFrame frame;
  frame.Clear();
  const parsed how = parse(payload, spoken, frame);
  if (how == parsed::not_at_all) return close_code::not_understood;
  switch (frame.body_case()) {
    case pb::ClientFrame::kHello: return client_frame{hello{frame.hello().page_half(), frame.hello().language()}};
    case pb::ClientFrame::kJoin: return join_of(frame.join());
    case pb::ClientFrame::kSubmit: return submission_of(frame.submit(), how);
    case pb::ClientFrame::kTyping:
      if (!is_identifier(frame.typing().room(), room_id_size_max)) break;
      return client_frame{typing{room_id{frame.typing().room()}}};
    case pb::ClientFrame::kPing: return client_frame{ping{frame.ping().nonce()}};
    case pb::ClientFrame::kHistory:
      if (!is_identifier(frame.history().room(), room_id_size_max)) break;
      return client_frame{history{room_id{frame.history().room()}, circle_number{frame.history().before()}}};
    case pb::ClientFrame::BODY_NOT_SET: break;
  }
  return close_code::not_understood;
}

}  // namespace nightlight::wire
