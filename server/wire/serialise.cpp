#include "wire/serialise.hpp"

#include <google/protobuf/util/json_util.h>

#include <cassert>

namespace nightlight::wire {

std::string serialise(const v1::ServerFrame& frame, subprotocol spoken) {
  std::string payload;
  if (spoken == subprotocol::binary) {
    const bool whole = frame.SerializeToString(&payload);
    assert(whole);
    return payload;
  }
  const auto status = google::protobuf::util::MessageToJsonString(frame, &payload);
  assert(status.ok());
  return payload;
}

}  // namespace nightlight::wire
