// Taking words out of a frame that was encoded before they were taken back.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::wire {

// The server frame `payload` without the words of these messages, wherever it carries them: as an event, in a snapshot
// or in a page of history. Nothing when it carries none of them.
std::optional<std::string> without_words(std::string_view payload, subprotocol spoken,
                                         std::span<const circle_number> gone);

}  // namespace nightlight::wire
