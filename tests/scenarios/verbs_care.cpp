// What a member tells the team, and what the team does about what it was told.
#include <array>

#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

// "Ben", "Ben's #3" or "#3", and then perhaps words.
domain::report reporting(const reading& r, bool worried) {
  domain::report about{{}, {}, worried, {}};
  if (const auto owner = r.take_owner()) {
    about.member = r.on.number_of(*owner);
    about.number = r.message();
  } else if (const auto n = r.p.take_message()) {
    about.number = r.on.number(*n);
  } else {
    about.member = r.somebody();
  }
  about.text = r.words();
  return about;
}

domain::alert_outcome outcome_named(phrase& p) {
  using enum domain::alert_outcome;
  constexpr std::array<std::pair<std::string_view, domain::alert_outcome>, 6> all{
      {{"talked", talked},
       {"escalated", escalated},
       {"no action", no_action},
       {"a sanction", sanction},
       {"to follow up", follow_up},
       {"something unheard of", static_cast<domain::alert_outcome>(99)}}};
  for (const auto& [words, outcome] : all) {
    if (p.take(words)) return outcome;
  }
  p.complain("talked, escalated, no action, a sanction or to follow up? \"" + p.text() + "\"");
}

std::optional<domain::leaving> take_leaving(phrase& p) {
  using enum domain::leaving;
  if (p.take("lighter")) return lighter;
  if (p.take("the same")) return same;
  if (p.take("heavier")) return heavier;
  if (p.take("in a way unheard of")) return static_cast<domain::leaving>(99);
  return std::nullopt;
}

}  // namespace

std::optional<domain::command> read_care(const reading& r) {
  phrase& p = r.p;
  if (p.take("reports")) return reporting(r, false);
  if (p.take("is worried about")) return reporting(r, true);
  if (p.take("tells the team she is ok")) return domain::tell_staff{domain::feeling::ok};
  if (p.take("tells the team she is not ok")) return domain::tell_staff{domain::feeling::not_ok};
  if (p.take("tells the team something unheard of")) return domain::tell_staff{static_cast<domain::feeling>(99)};
  if (p.take("asks the team to write to her")) return domain::tell_staff{domain::feeling::please_write};
  if (p.take("appeals")) return domain::appeal{r.body()};
  if (p.take("checks out")) {
    const auto leaving = take_leaving(p);
    if (!leaving) p.complain("lighter, the same or heavier?");
    const bool first_time = p.take("for the first time");
    return domain::check_out{*leaving, r.words(), first_time};
  }
  return std::nullopt;
}

std::optional<domain::command> read_alerts(const reading& r) {
  phrase& p = r.p;
  if (p.take("claims")) return domain::claim_alert{r.alert()};
  if (p.take("hands on")) {
    const alert_number a = r.alert();
    if (!p.take("to")) p.complain("to whom, or to anyone?");
    return domain::hand_alert{a, p.take("anyone") ? member_number{} : r.somebody()};
  }
  if (!p.take("closes alert")) return std::nullopt;
  const auto n = p.take_number();
  if (!n || !p.take("as")) p.complain("which alert, and as what?");
  const domain::alert_outcome outcome = outcome_named(p);
  return domain::close_alert{alert_number{static_cast<std::uint32_t>(*n)}, outcome, r.words()};
}

}  // namespace nightlight::scenario
