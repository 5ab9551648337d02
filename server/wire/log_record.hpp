// Events as durable bytes and back (nightlight.log.v1.Record). Whatever was typed is sealed on the way in and opened
// on the way out by the two functions given; words whose key was destroyed come back empty.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "base/result.hpp"
#include "domain/room/event.hpp"

namespace nightlight::wire {

// Words under one of the meeting's keys.
struct sealed_words {
  std::uint32_t participant = 0;  // whose key: a member_number
  std::uint32_t retention_class = 0;
  std::string nonce;
  std::string ciphertext;
};

// How long words are to be kept: which of their participant's keys they are sealed under. The numbers are the log's.
enum class kept_as : std::uint32_t { talk = 1, set_aside = 2, report = 3 };

// `context` (room, position and field) is bound to the words, so sealed words cannot be moved elsewhere.
using seal_function =
    std::function<sealed_words(member_number whose, kept_as, const private_text& words, std::string_view context)>;
using open_function = std::function<private_text(const sealed_words& sealed, std::string_view context)>;

std::string encode_record(const room_id& room, const domain::logged_event& e, const seal_function& seal);

// failure::corrupt when the bytes are not a record, or are one of a newer release.
result<domain::logged_event> decode_record(const room_id& room, position at, std::string_view record,
                                           const open_function& open);

// The same record without the words of the message it says; any other as it is, as far as it can be read.
std::string without_message_words(std::string_view record);

}  // namespace nightlight::wire
