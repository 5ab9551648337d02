#include "domain/calendar/recurrence.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace nightlight::domain::calendar {
namespace {

constexpr std::array<std::string_view, 7> frequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                      "WEEKLY",   "MONTHLY",  "YEARLY"};
constexpr std::array<std::string_view, 10> lists{"BYSECOND",  "BYMINUTE", "BYHOUR",  "BYDAY",    "BYMONTHDAY",
                                                 "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST"};
constexpr std::array<std::string_view, 3> lists_within_a_day{"BYSECOND", "BYMINUTE", "BYHOUR"};

template <class List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

// "A;B;C" cut at each separator; an empty text is one empty piece.
std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::uint32_t> positive(std::string_view digits, std::uint32_t most) {
  std::uint32_t value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc{} || end != digits.data() + digits.size() || value == 0 || value > most) return std::nullopt;
  return value;
}

std::optional<local_time> read_until(std::string_view text, const recurrence::to_local& zone) {
  if (!text.ends_with('Z')) return last_of_compact(text);
  text.remove_suffix(1);
  const auto utc = text.size() == 15 ? last_of_compact(text) : std::nullopt;
  if (!utc || !zone) return std::nullopt;
  return zone(instant{utc->time_since_epoch()});
}

bool is_list(std::string_view values) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,+-";
  return !values.empty() && values.find_first_not_of(letters) == std::string_view::npos && !values.ends_with(',');
}

// libical 3.0 finds a week 53 in years that have 52, and nobody plans by it.
bool names_week_53(std::string_view name, std::string_view values) {
  if (name != "BYWEEKNO") return false;
  const auto weeks = cut(values, ',');
  return std::ranges::any_of(weeks, [](std::string_view week) { return week.ends_with("53"); });
}

// libical stops the process at a mistake unless it is told not to: once, for all threads.
icalrecurrencetype ical_rule(const std::string& text) {
  static const bool told = [] {
    icalerror_set_errors_are_fatal(0);
    return true;
  }();
  static_cast<void>(told);
  return icalrecurrencetype_from_string(text.c_str());
}

icaltimetype ical_time(local_time t) {
  const std::chrono::year_month_day date{day_of(t)};
  const std::chrono::hh_mm_ss time{time_of_day(t)};
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = static_cast<int>(time.hours().count());
  out.minute = static_cast<int>(time.minutes().count());
  out.second = static_cast<int>(time.seconds().count());
  return out;
}

local_time local_of(const icaltimetype& t) {
  const std::chrono::year_month_day date{std::chrono::year{t.year}, std::chrono::month{static_cast<unsigned>(t.month)},
                                         std::chrono::day{static_cast<unsigned>(t.day)}};
  return local_day{date} + std::chrono::hours{t.hour} + std::chrono::minutes{t.minute} + seconds{t.second};
}

}  // namespace

std::optional<recurrence> recurrence::parse(std::string_view text, const to_local& zone) {
  if (text.size() > rule_bytes_max) return std::nullopt;
  recurrence rule;
  std::set<std::string_view> seen;
  for (const std::string_view part : cut(text, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = part.substr(0, equals);
    std::string value{part.substr(equals + 1)};
    if (!seen.insert(name).second) return std::nullopt;
    if (name == "FREQ") {
      const auto found = std::ranges::find(frequencies, value);
      if (found == frequencies.end()) return std::nullopt;
      rule.how_often_ = static_cast<frequency>(found - frequencies.begin());
    } else if (name == "INTERVAL") {
      const auto n = positive(value, 9999);
      if (!n) return std::nullopt;
      rule.interval_ = *n;
    } else if (name == "COUNT") {
      rule.count_ = positive(value, 999'999'999);
      if (!rule.count_) return std::nullopt;
    } else if (name == "UNTIL") {
      rule.until_ = read_until(value, zone);
      if (!rule.until_) return std::nullopt;
      value = to_compact(*rule.until_);
    } else if (!is_one_of(name, lists) || !is_list(value) || names_week_53(name, value)) {
      return std::nullopt;
    }
    rule.within_a_day_ |= is_one_of(name, lists_within_a_day) && value.find(',') != std::string::npos;
    rule.text_.append(rule.text_.empty() ? "" : ";").append(name).append("=").append(value);
  }
  rule.within_a_day_ |= rule.how_often_ < frequency::daily;
  if (!seen.contains("FREQ") || (rule.count_ && rule.until_)) return std::nullopt;
  if (ical_rule(rule.text_).freq == ICAL_NO_RECURRENCE) return std::nullopt;
  return rule;
}

std::string recurrence::without_end() const {
  std::string text;
  for (const std::string_view part : cut(text_, ';')) {
    if (part.starts_with("COUNT=") || part.starts_with("UNTIL=")) continue;
    text.append(text.empty() ? "" : ";").append(part);
  }
  return text;
}

recurrence recurrence::ended_at(local_time last) const {
  recurrence rule = *this;
  rule.text_ = without_end() + ";UNTIL=" + to_compact(last);
  rule.count_.reset();
  rule.until_ = last;
  return rule;
}

recurrence recurrence::ended_after(std::uint32_t times) const {
  recurrence rule = *this;
  rule.text_ = without_end() + ";COUNT=" + std::to_string(times);
  rule.count_ = times;
  rule.until_.reset();
  return rule;
}

struct recurrence_walk::state {
  struct closer {
    void operator()(icalrecur_iterator* walk) const { icalrecur_iterator_free(walk); }
  };
  std::unique_ptr<icalrecur_iterator, closer> walk;  // null for a rule that libical cannot walk
  local_time first{};
  bool counts = false;
};

recurrence_walk::recurrence_walk(const recurrence& rule, local_time first) : state_(std::make_unique<state>()) {
  state_->walk.reset(icalrecur_iterator_new(ical_rule(rule.text()), ical_time(first)));
  state_->first = first;
  state_->counts = rule.count().has_value();
}

recurrence_walk::~recurrence_walk() = default;
recurrence_walk::recurrence_walk(recurrence_walk&&) noexcept = default;
recurrence_walk& recurrence_walk::operator=(recurrence_walk&&) noexcept = default;

void recurrence_walk::skip_to(local_time t) {
  if (!state_->walk || state_->counts || t <= state_->first) return;
  icalrecur_iterator_set_start(state_->walk.get(), ical_time(t));
}

std::optional<local_time> recurrence_walk::next() {
  if (!state_->walk) return std::nullopt;
  const icaltimetype found = icalrecur_iterator_next(state_->walk.get());
  if (icaltime_is_null_time(found)) {
    state_->walk.reset();
    return std::nullopt;
  }
  return local_of(found);
}

}  // namespace nightlight::domain::calendar
