// Incidents as nightlight.api.v1 writes them, and the words in which a refusal reaches whoever asked.
#pragma once

#include <string>
#include <string_view>

#include "care/incident_desk.hpp"
#include "nightlight/api/v1/incident.pb.h"
#include "transport/connect_rpc.hpp"

namespace nightlight::transport {

api::v1::Incident wire_incident(const care::shown_incident& shown, const person_id& reader);

rpc_error rpc_error_of(const care::incident_refusal& r, std::string_view language);

}  // namespace nightlight::transport
