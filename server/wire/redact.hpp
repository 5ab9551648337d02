// Taking words out of a frame that was encoded before they were taken back.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "domain/room/visibility.hpp"
#include "wire/encode.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::wire {

struct words_gone {
  circle_number number;
  words_now now = words_now::retracted;
};

// The server frame `payload` without the words of these messages, wherever it carries them: as an event, in a snapshot
// or in a page of history. Staff keep reading what is only hidden. Nothing when it carries none of them.
std::optional<std::string> without_words(std::string_view payload, domain::visibility eyes, subprotocol spoken,
                                         std::span<const words_gone> gone);

}  // namespace nightlight::wire
