// The lobby, and the end of a meeting that the calendar planned.
#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

waiting_number waiting(const reading& r) {
  if (r.p.take("nobody known")) return waiting_number{999};
  const auto label = r.p.take_one_of(r.s.labels());
  if (!label) r.p.complain("lets whom in? \"" + r.p.text() + "\"");
  const domain::waiting_person* who = r.on.waiting(*label);
  return who != nullptr ? who->number : waiting_number{999};
}

}  // namespace

std::optional<domain::command> read_lobby(const reading& r) {
  phrase& p = r.p;
  if (p.take("changes her name to")) return domain::change_name{r.words()};
  if (p.take("keeps a lobby")) return domain::set_lobby{true};
  if (p.take("needs no lobby")) return domain::set_lobby{false};
  if (p.take("lets everybody in")) return domain::admit_all{};
  if (p.take("lets in")) return domain::admit_waiting{waiting(r)};
  if (p.take("extends the meeting by")) {
    const auto given = p.take_length();
    if (!given) p.complain("by how long? Such as 15m");
    return domain::extend_meeting{std::chrono::duration_cast<std::chrono::minutes>(*given)};
  }
  return std::nullopt;
}

}  // namespace nightlight::scenario
