// The second room beside this one, or this one as the second: what the team and a member do about it, and what the
// other room tells.
#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

// "Ana, Ben"
domain::ask_over asked_over(const reading& r) {
  domain::ask_over asked;
  do {
    asked.members.push_back(r.somebody());
  } while (r.p.take_mark(","));
  return asked;
}

person_id somebody_s(phrase& p, const script& s, const stage& on) {
  const auto label = p.take_one_of(s.labels());
  if (!label) p.complain("who? \"" + p.text() + "\"");
  return on.person_of(*label);
}

// "is muted for 5m", "is kept out", "has 2 warnings"; anything that is not said does not stand.
domain::standing_beside standing(phrase& p, const script& s, const stage& on) {
  domain::standing_beside who{somebody_s(p, s, on), false, {}, false, {}, 0};
  const auto until = [&]() -> instant {
    const auto length = p.take("for") ? p.take_length() : std::nullopt;
    return length ? on.now() + *length : instant{};
  };
  if (p.take("is muted")) {
    who.muted = true;
    who.muted_until = until();
  } else if (p.take("is kept out")) {
    who.kept_out = true;
    who.kept_out_until = until();
  } else if (p.take("has")) {
    who.warnings = static_cast<std::uint32_t>(p.take_number().value_or(0));
    if (!p.take("warnings")) p.complain("has how many warnings?");
  } else if (!p.take("is free again")) {
    p.complain("stands how? \"" + p.text() + "\"");
  }
  return who;
}

}  // namespace

std::optional<domain::command> read_beside(const reading& r) {
  phrase& p = r.p;
  if (p.take("opens a second room")) return domain::open_second{};
  if (p.take("asks over")) return asked_over(r);
  if (p.take("goes over")) return domain::answer_over{true};
  if (p.take("stays here")) return domain::answer_over{false};
  if (p.take("calls everybody back")) return domain::call_back{};
  return std::nullopt;
}

std::optional<domain::command> read_news_beside(phrase& p, const script& s, const stage& on) {
  using domain::news_beside;
  if (p.take("a seat is kept for")) {
    const person_id who = somebody_s(p, s, on);
    return domain::note_seat_kept{who, p.take("who visits")};
  }
  if (p.take("the room beside tells that")) return domain::note_standings{{standing(p, s, on)}};
  if (p.take("the room beside tells again that")) return domain::note_standings{{standing(p, s, on)}, {}, true};
  if (p.take("the first room ends in")) {
    const auto before = std::chrono::duration_cast<std::chrono::minutes>(p.take_length().value_or(milliseconds{0}));
    return domain::note_end_beside{before, on.now() + before, on.now() + before};
  }
  if (p.take("the first room closes")) return domain::note_news_beside{news_beside::first_closed};
  if (p.take("the second room closes")) return domain::note_news_beside{news_beside::second_closed};
  if (p.take("the first room calls everybody back")) return domain::note_news_beside{news_beside::called_back};
  return std::nullopt;
}

}  // namespace nightlight::scenario
