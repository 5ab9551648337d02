// /calendar/own/TOKEN.ics: the dates of one of the team for a calendar program, which cannot sign in. The token is in
// the path, which no line of ours is written about; whoever's account is disabled, or has made another link, finds
// nothing.
#pragma once

#include <optional>
#include <string>

#include "accounts/secret.hpp"
#include "domain/calendar/own_icalendar.hpp"
#include "transport/calendar_service.hpp"
#include "transport/public_pages.hpp"

namespace nightlight::transport {

inline constexpr std::size_t own_feed_bytes = 24;

std::string own_feed_path(const accounts::secret& token);

class own_feed {
 public:
  // `host` is what UIDs end with.
  own_feed(calendar_parts parts, std::string organisation, std::string host)
      : parts_(parts), organisation_(std::move(organisation)), host_(std::move(host)) {}

  // It outlives them. Any shard.
  public_pages pages();

 private:
  async::task<http_response> async_answer(async::executor ex, const http_request& request);
  result<void> make(records& r, const accounts::secret& shown, std::optional<domain::calendar::own_feed>& out) const;

  const calendar_parts parts_;
  const std::string organisation_;
  const std::string host_;
};

}  // namespace nightlight::transport
