// /stop/TOKEN, the address in every mail that ends the mails. Looking at it does nothing but show one button: programs
// that look at links must not stop anything. A POST stops, from the button or from her mail program (RFC 8058). What
// the page says does not depend on whether the token was known.
#pragma once

#include "transport/calendar_service.hpp"
#include "transport/public_pages.hpp"

namespace nightlight::transport {

bool is_stop_path(std::string_view path);

class stop_page {
 public:
  explicit stop_page(calendar_parts parts) : parts_(parts) {}

  // It outlives them. Any shard.
  public_pages pages();

 private:
  async::task<http_response> async_answer(async::executor ex, const http_request& request);

  const calendar_parts parts_;
};

}  // namespace nightlight::transport
