#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

std::optional<domain::command> read_coming_and_going(const reading& r, stage& on) {
  phrase& p = r.p;
  if (p.take("joins")) {
    const bool listening = p.take("to listen");
    if (p.take("as")) on.rename(r.who, p.take_quoted().value_or(""));
    return domain::join{listening};
  }
  if (p.take("leaves the side room")) return domain::leave_side{};
  if (p.take("leaves")) return domain::leave{};
  if (p.take("just listens")) return domain::set_listening{true};
  if (p.take("wants to speak")) return domain::set_listening{false};
  if (p.take("raises her hand")) return domain::raise_hand{true};
  if (p.take("lowers her hand")) return domain::raise_hand{false};
  return std::nullopt;
}

}  // namespace

domain::command read_verb(phrase& p, const std::string& who, const script& s, stage& on) {
  const reading r{p, who, s, on};
  if (auto c = read_coming_and_going(r, on)) return *c;
  for (const auto& family : {read_beside, read_speaking, read_care, read_alerts, read_sanctions, read_messages,
                             read_controls, read_lobby, read_team, read_meeting}) {
    if (auto c = family(r)) return *c;
  }
  p.complain(who + " does what? \"" + p.text() + "\"");
}

}  // namespace nightlight::scenario
