// The forms that words and moments take inside a mail: headers that hold more than ASCII, bodies that any server passes
// on unchanged, dates. Whatever the words are, they cannot end a header.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace nightlight::domain {

// RFC 2047, encoding Q, in pieces that never part a character; plain ASCII stays as it is.
std::string mail_header_words(std::string_view text);

// RFC 2045, 6.7. "\n" becomes CRLF.
std::string quoted_printable(std::string_view text);

// RFC 5322, 3.3, in UTC.
std::string mail_date(instant at);

// Text between tags and inside quoted attributes.
std::string html_text(std::string_view text);

}  // namespace nightlight::domain
