// What a page says, to a person and to a program: that someone is needed in a room, by when nobody had come, and where
// to sign in; or that an evening is short of people. Nothing about who, which room, or why: a mail is read on a lock
// screen, and a webhook by whoever runs the other end.
#pragma once

#include <string>
#include <string_view>

#include "ports/paging_records.hpp"
#include "ports/post.hpp"

namespace nightlight::paging {

struct letterhead {
  std::string organisation;
  std::string language;  // "en" or "es"
  std::string link;      // where to sign in
  std::string from;      // the sender's address
  std::string plan{};    // where one signs in to the plan
};

// The same for every attempt, so that a mail that came twice is known as one.
std::string message_id(const page_row& page, const letterhead& head);

letter letter_for(const page_row& page, const letterhead& head, std::string to);

// Signed anew for each attempt: the signature says when.
webhook_call call_for(const page_row& page, const letterhead& head, std::string url, std::string_view secret,
                      instant now);

// The header Nightlight-Signature: "t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>".
std::string signature_of(std::string_view body, std::string_view secret, instant now);

}  // namespace nightlight::paging
