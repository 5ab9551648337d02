// The figures of a meeting as durable bytes and back (nightlight.log.v1.Figures).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/room/figures.hpp"

namespace nightlight::wire {

std::string encode_figures(const domain::meeting_figures& f);
// failure::corrupt when the bytes are none.
result<domain::meeting_figures> decode_figures(std::string_view bytes);

}  // namespace nightlight::wire
