// A server frame as the payload of one subprotocol: the last step of every encode function.
#pragma once

#include <string>

#include "nightlight/wire/v1/chat.pb.h"
#include "wire/subprotocol.hpp"

namespace nightlight::wire {

std::string serialise(const v1::ServerFrame& frame, subprotocol spoken);

}  // namespace nightlight::wire
