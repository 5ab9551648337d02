#include "year/evenings.hpp"

#include <algorithm>
#include <stdexcept>

#include "wire/log_record.hpp"

namespace nightlight::year {
namespace {

using namespace std::chrono_literals;

struct telling {
  std::string operator()(const domain::room_opened&) const { return "opened"; }
  std::string operator()(const domain::circle_began&) const { return "began"; }
  std::string operator()(const domain::ending_soon& s) const { return std::to_string(s.before.count()) + "min"; }
  std::string operator()(const domain::meeting_extended&) const { return "extended"; }
  std::string operator()(const domain::room_paused&) const { return "paused"; }
  std::string operator()(const domain::room_resumed&) const { return "resumed"; }
  std::string operator()(const domain::room_closed&) const { return "closed"; }
  std::string operator()(const auto&) const { return ""; }
};

// The room as it stands in a given minute.
class evening {
 public:
  evening(instant starts, instant ends) : starts_(starts), ends_(ends) {}

  void clock_strikes(instant now) {
    if (!open_) return;
    if (now == starts_) note(now, "began");
    for (const auto before : {15min, 5min, 0min}) {
      if (now == ends_ - before && end_known_since_ < now) note(now, std::to_string(before.count()) + "min");
    }
    if (now == ends_ + 10min) close(now);
  }
  void kim_does(deed_kind what, instant now) {
    if (what == deed_kind::open && !open_) {
      note(now, "opened");
      open_ = true;
      end_known_since_ = now;
    } else if (what == deed_kind::extend && open_) {
      note(now, "extended");
      ends_ += extended_by;
      end_known_since_ = now;
    } else if (what == deed_kind::close && open_) {
      close(now);
    }
  }
  std::vector<std::string> happened;

 private:
  void note(instant now, const std::string& what) { happened.push_back(std::to_string(to_unix_ms(now)) + " " + what); }
  void close(instant now) {
    note(now, "closed");
    open_ = false;
  }

  const instant starts_;
  instant ends_;
  instant end_known_since_;
  bool open_ = false;
};

}  // namespace

evenings by_meeting(const std::vector<told_line>& lines) {
  evenings all;
  for (const told_line& l : lines) all[l.meeting].push_back(std::to_string(to_unix_ms(l.at)) + " " + l.what);
  return all;
}

std::string told_by(std::string_view record) {
  const wire::open_function unread = [](const wire::sealed_words&, std::string_view) { return private_text{}; };
  const auto e = wire::decode_record(room_id{"any"}, position{1}, record, unread);
  if (!e) throw std::runtime_error("a record of the year cannot be read");
  return std::visit(telling{}, e->what.body);
}

// Minute by minute from when there is a room. What Kim does never falls on a minute of the clock's own.
std::vector<std::string> reckoned(const domain::calendar::occurrence& o, const std::vector<deed>& hers, instant end) {
  evening room(o.starts_at, o.ends_at);
  if (o.cancelled) return {};
  auto next = hers.begin();
  const instant last = std::min(o.ends_at + 3h, end - 1ms);
  for (instant now = o.starts_at - 15min; now <= last; now += 1min) {
    room.clock_strikes(now);
    while (next != hers.end() && next->at < now) ++next;
    for (; next != hers.end() && next->at == now; ++next) room.kim_does(next->kind, now);
  }
  return std::move(room.happened);
}

}  // namespace nightlight::year
