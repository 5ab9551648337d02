#include "scenarios/script.hpp"

#include <charconv>
#include <optional>

namespace nightlight::scenario {
namespace {

std::string_view trimmed(std::string_view line) {
  const std::size_t from = line.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(" \t\r") - from + 1);
}

int two_digits(std::string_view line, std::size_t at) {
  int value = -1;
  if (at + 2 <= line.size()) std::from_chars(line.data() + at, line.data() + at + 2, value);
  return value;
}

// Takes "19:00:30" or "19:00:30.250" from the front.
std::optional<milliseconds> take_time(std::string_view& line) {
  if (line.size() < 8 || line[2] != ':' || line[5] != ':') return std::nullopt;
  const int h = two_digits(line, 0), m = two_digits(line, 3), s = two_digits(line, 6);
  if (h < 0 || m < 0 || s < 0) return std::nullopt;
  milliseconds time = std::chrono::hours{h} + std::chrono::minutes{m} + seconds{s};
  line.remove_prefix(8);
  if (line.size() >= 4 && line.front() == '.') {
    int ms = 0;
    std::from_chars(line.data() + 1, line.data() + 4, ms);
    time += milliseconds{ms};
    line.remove_prefix(4);
  }
  return time;
}

class reader {
 public:
  explicit reader(std::string file) : where_{std::move(file), 0} {}

  script read(std::string_view text) {
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      ++where_.line;
      take_line(trimmed(text.substr(from, end - from)));
      from = end + 1;
    }
    if (!heading_done_)
      throw wrong_script(where_, "a scenario begins with: room \"title\"; facilitator Kim; members …");
    return std::move(story_);
  }

 private:
  void take_line(std::string_view line) {
    if (line.empty() || line.starts_with("--")) return;
    if (heading_done_) return take_step(line);
    if (heading_.empty()) heading_at_ = where_;
    heading_ += std::string(line) + ' ';
    if (line.ends_with(',') || line.ends_with(';')) return;
    take_heading(phrase{words_in(heading_, heading_at_), heading_at_});
    heading_done_ = true;
  }

  void take_step(std::string_view line) {
    if (line.starts_with("day ")) {
      std::from_chars(line.data() + 4, line.data() + line.size(), day_);
      line = trimmed(line.substr(std::min(line.find(','), line.size() - 1) + 1));
    }
    const auto time = take_time(line);
    if (time) now_ = midnight + std::chrono::hours{24 * (day_ - 1)} + *time;
    story_.lines.push_back({where_, time.has_value(), now_, phrase{words_in(line, where_), where_}});
  }

  void take_heading(phrase all) {
    phrase room = all.until_mark(";");
    if (!room.take("room")) room.complain("a scenario begins with the word room");
    story_.title = room.take_quoted().value_or("");
    while (room.take_mark(",")) take_setting(room);
    room.expect_end();
    while (!all.ended()) take_people(all.until_mark(";"));
  }

  void take_setting(phrase& p) {
    if (p.take("not open yet")) {
      story_.open = false;
    } else if (p.take("the second one")) {
      story_.second = true;
    } else if (p.take("slow mode")) {
      story_.slow_mode = std::chrono::duration_cast<seconds>(need(p, p.take_length()));
    } else if (p.take("words kept")) {
      story_.retention_hours = static_cast<std::uint32_t>(need(p, p.take_length()) / std::chrono::hours{1});
    } else if (p.take("planned from")) {
      story_.starts_at = midnight + need(p, p.take_time_of_day());
      if (!p.take("to")) p.complain("planned from when to when?");
      story_.ends_at = midnight + need(p, p.take_time_of_day());
    } else if (p.take("new people for")) {
      story_.late_entry = std::chrono::duration_cast<std::chrono::minutes>(need(p, p.take_length()));
    } else if (const auto places = p.take_number()) {
      const auto count = static_cast<std::uint32_t>(*places);
      if (p.take("speaking places")) {
        story_.speaking_places = count;
      } else if (p.take("listening places")) {
        story_.rules.listening_capacity = count;
      } else {
        p.complain("places for what?");
      }
    } else {
      p.complain("no such setting: " + p.text());
    }
  }

  static milliseconds need(const phrase& p, std::optional<milliseconds> length) {
    if (!length) p.complain("a length of time is missing, such as 30s");
    return *length;
  }

  void take_people(phrase p) {
    person one;
    one.inside = !p.take("outside");
    one.listening = p.take("listening");
    one.role = role_of(p);
    do {
      one.label.clear();
      phrase name = p.until_mark(",");
      while (!name.ended()) one.label += (one.label.empty() ? "" : " ") + name.word();
      if (one.label.empty()) p.complain("a name is missing");
      story_.people.push_back(one);
    } while (!p.ended());
  }

  static domain::role role_of(phrase& p) {
    if (p.take("member") || p.take("members")) return domain::role::member;
    if (p.take("facilitator") || p.take("facilitators")) return domain::role::facilitator;
    if (p.take("moderator") || p.take("moderators")) return domain::role::moderator;
    if (p.take("on-call")) return domain::role::on_call;
    if (p.take("admin") || p.take("admins")) return domain::role::admin;
    p.complain("members, facilitator, moderator, on-call or admin? \"" + p.text() + "\"");
  }

  source_place where_;
  source_place heading_at_;
  std::string heading_;
  bool heading_done_ = false;
  int day_ = 1;
  instant now_ = midnight;
  script story_;
};

}  // namespace

std::vector<std::string> script::labels() const {
  std::vector<std::string> found;
  for (const person& p : people) found.push_back(p.label);
  return found;
}

script read_script(std::string_view text, const std::string& file) { return reader{file}.read(text); }

}  // namespace nightlight::scenario
