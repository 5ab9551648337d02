// What other calendars and web sites read without signing in: /calendar.ics (also /calendar/topic/ID.ics and
// /calendar/series/ID.ics) and /schedule.json. What was made is given again while nothing has changed, so that readers
// cost the store a look.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "domain/calendar/icalendar.hpp"
#include "transport/calendar_service.hpp"
#include "transport/public_pages.hpp"

namespace nightlight::transport {

class calendar_feed {
 public:
  // `host` is what UIDs end with; it should stay what it is. `sign_up` is where the schedule says that one asks to
  // come; empty: here.
  calendar_feed(calendar_parts parts, std::string organisation, std::string host, std::string sign_up = "")
      : parts_(parts), organisation_(std::move(organisation)), host_(std::move(host)), sign_up_(std::move(sign_up)) {}

  // It outlives them. Any shard.
  public_pages pages();

 private:
  struct asked {
    bool icalendar = false;
    calendar::agenda_filter only;
  };
  struct made {
    std::vector<domain::calendar::series> from;
    std::vector<domain::calendar::topic> topics;
    instant at;
    std::shared_ptr<const std::string> bytes;
  };

  static std::optional<asked> read(std::string_view path);
  async::task<http_response> async_answer(async::executor ex, const http_request& request);
  result<void> make(records& r, const std::string& path, const asked& what, made& out);
  bool give_again(const std::string& path, made& out);
  void keep(const std::string& path, const made& what);
  std::string icalendar(const made& rows, instant now) const;
  result<std::string> schedule(records& r, const made& rows, instant now) const;

  const calendar_parts parts_;
  const std::string organisation_;
  const std::string host_;
  const std::string sign_up_;
  std::mutex mutex_;
  std::map<std::string, made> kept_;
};

}  // namespace nightlight::transport
