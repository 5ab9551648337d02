// The header fields that keep a page to itself: no third party, no framing, no sniffing, nothing remembered that
// should not be. One place decides them for every response.
#pragma once

#include <span>
#include <string>

#include "transport/http_message.hpp"

namespace nightlight::transport {

// `secure`: the client came by TLS, here or at the proxy, so it may be told to come by nothing else. `framed_by`: the
// origins that may show this page inside one of theirs; nobody else may, and with none nobody.
void add_protective_fields(http_response& response, bool secure, std::span<const std::string> framed_by = {});

}  // namespace nightlight::transport
