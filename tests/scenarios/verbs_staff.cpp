// What the team does about a person, and about messages that were said or wait to be read.
#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

// Who, for how long, and why.
template <class Sanction>
Sanction sanction_of(const reading& r) {
  Sanction given;
  given.member = r.somebody();
  given.length = r.length();
  given.reason = r.words();
  return given;
}

domain::command retraction(const reading& r) {
  if (r.p.take("everything of")) {
    const member_number m = r.somebody();
    return domain::retract_all_of{m, r.words()};
  }
  const circle_number first = r.message();
  if (!r.p.take("to")) return domain::retract_message{first, r.words()};
  const circle_number last = r.message();
  return domain::retract_range{first, last, r.words()};
}

// "asks Ana to rephrase her first", "asks Ana to go": nothing keeps her from coming back.
std::optional<domain::command> asking(const reading& r) {
  phrase ahead = r.p;
  const auto label = ahead.take("asks") ? ahead.take_one_of(r.s.labels()) : std::nullopt;
  if (!label) return std::nullopt;
  r.p = ahead;
  if (r.p.take("to go")) return domain::remove_member{r.on.number_of(*label), seconds{0}, r.words(), true};
  if (!r.p.take("to rephrase")) r.p.complain("asks her to rephrase, or to go?");
  const hold_number hold = reading{r.p, *label, r.s, r.on}.own_hold();
  return domain::ask_rephrase{hold, r.words()};
}

}  // namespace

std::optional<domain::command> read_sanctions(const reading& r) {
  phrase& p = r.p;
  if (auto asked = asking(r)) return asked;
  if (p.take("warns")) {
    const member_number m = r.somebody();
    return domain::warn_member{m, r.words()};
  }
  if (p.take("mutes")) return sanction_of<domain::mute_member>(r);
  if (p.take("unmutes")) return domain::unmute_member{r.somebody()};
  if (p.take("removes")) return sanction_of<domain::remove_member>(r);
  if (p.take("bans")) return sanction_of<domain::ban_member>(r);
  if (p.take("readmits")) return domain::readmit_member{r.somebody()};
  return std::nullopt;
}

std::optional<domain::command> read_messages(const reading& r) {
  phrase& p = r.p;
  if (p.take("retracts")) return retraction(r);
  if (p.take("hides")) return domain::hide_message{r.message()};
  if (p.take("shows")) return domain::show_message{r.message()};
  if (p.take("releases")) return domain::release_held{r.holds()};
  if (p.take("declines")) {
    std::vector<hold_number> holds = r.holds();
    return domain::decline_held{std::move(holds), r.words()};
  }
  return std::nullopt;
}

}  // namespace nightlight::scenario
