// Saying, answering, reacting, taking back, and saying a held message another way.
#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

domain::say saying(const reading& r, circle_number to) {
  domain::say said{{r.body(), to}};
  if (r.p.take("with the note")) said.what.content_note = r.body();
  return said;
}

}  // namespace

std::optional<domain::command> read_speaking(const reading& r) {
  phrase& p = r.p;
  if (p.take("says aside to")) {
    const member_number m = r.somebody();
    return domain::say_side{m, r.body()};
  }
  if (p.take("says aside")) return domain::say_side{{}, r.body()};
  if (p.take("says backstage")) return domain::say_backstage{r.body()};
  if (p.take("says")) return saying(r, {});
  if (p.take("answers")) return saying(r, r.message());
  if (p.take("reacts to")) {
    const circle_number n = r.message();
    if (!p.take("with")) p.complain("with what?");
    return domain::react{n, r.reaction(), false};
  }
  if (p.take("rephrases")) {
    const hold_number hold = r.own_hold();
    return domain::edit_held{hold, r.body()};
  }
  if (p.take("withdraws")) {
    if (phrase ahead = p; ahead.take("her")) return domain::edit_held{r.own_hold(), {}};
    if (const auto hold = r.take_hold()) return domain::edit_held{*hold, {}};
    const domain::reaction kind = r.reaction();
    if (!p.take("from")) p.complain("from which message?");
    return domain::react{r.message(), kind, true};
  }
  if (p.take("takes back")) return domain::retract_own{r.message()};
  return std::nullopt;
}

}  // namespace nightlight::scenario
