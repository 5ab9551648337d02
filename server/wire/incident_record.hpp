// An incident and the entries of its log as durable bytes and back (nightlight.log.v1). They are sealed before they lie
// anywhere.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/incident/incident.hpp"

namespace nightlight::wire {

std::string encode_incident(const domain::incident& what);
std::string encode_entry(const domain::log_entry& entry);

// failure::corrupt when the bytes are none.
result<domain::incident> decode_incident(std::string_view bytes);
result<domain::log_entry> decode_entry(std::string_view bytes);

}  // namespace nightlight::wire
