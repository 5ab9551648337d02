// The header fields that keep a page to itself: no third party, no framing, no sniffing, nothing remembered that
// should not be. One place decides them for every response.
#pragma once

#include "transport/http_message.hpp"

namespace nightlight::transport {

// `secure`: the client came by TLS, here or at the proxy, so it may be told to come by nothing else.
void add_protective_fields(http_response& response, bool secure);

}  // namespace nightlight::transport
