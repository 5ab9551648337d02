// Bytes as text: base64url without padding for tokens and links, hex for file names. Parsing accepts exactly what
// writing produces, so one value has one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nightlight::sealing {

std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);  // lower case only

}  // namespace nightlight::sealing
