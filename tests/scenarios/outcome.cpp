#include "scenarios/outcome.hpp"

namespace nightlight::scenario {
namespace {

domain::refusal_code code_named(phrase& p) {
  const std::string name = p.word();
  for (int i = 0; i <= static_cast<int>(domain::refusal_code::room_already_open); ++i) {
    const auto code = static_cast<domain::refusal_code>(i);
    if (domain::code_name(code) == name) return code;
  }
  p.complain("there is no refusal called " + name);
}

std::string length_in_words(milliseconds length) {
  const auto ms = length.count();
  return ms % 1000 == 0 ? std::to_string(ms / 1000) + "s" : std::to_string(ms) + "ms";
}

}  // namespace

outcome read_outcome(phrase& p) {
  outcome o;
  if (p.take("refused")) {
    p.take_mark(":");
    o.is = outcome::kind::refused;
    o.code = code_named(p);
    if (p.take_mark(",")) {
      p.take("try again in");
      const auto left = p.take_length();
      if (!left) p.complain("a length of time is missing, such as 20s left");
      p.take("left");
      o.left = *left;
    }
  } else if (p.take("ok")) {
    o.is = outcome::kind::staff_only;
  } else if (p.take("nothing changes")) {
    o.is = outcome::kind::nothing;
  } else {
    o.is = p.take("again") ? outcome::kind::again : outcome::kind::number;
    const auto n = p.take_message();
    if (!n && o.is == outcome::kind::number) p.complain("what comes of it? \"" + p.text() + "\"");
    o.number = n.value_or(0);
  }
  p.expect_end();
  return o;
}

outcome outcome_of(const reply& r, const stage& on) {
  if (r.refused) return {outcome::kind::refused, 0, r.refused->code, r.refused->retry_after};
  const std::uint64_t number = r.number ? on.in_story(r.number) : 0;
  if (r.again) return {outcome::kind::again, number, {}, {}};
  if (!r.changed) return {outcome::kind::nothing, 0, {}, {}};
  return {r.number ? outcome::kind::number : outcome::kind::staff_only, number, {}, {}};
}

std::string in_words(const outcome& o) {
  switch (o.is) {
    case outcome::kind::number: return "#" + std::to_string(o.number);
    case outcome::kind::staff_only: return "ok";
    case outcome::kind::nothing: return "nothing changes";
    case outcome::kind::again: return o.number != 0 ? "again #" + std::to_string(o.number) : "again";
    case outcome::kind::refused: break;
  }
  const std::string left = o.left.count() != 0 ? ", " + length_in_words(o.left) + " left" : "";
  return "refused: " + std::string(domain::code_name(o.code)) + left;
}

}  // namespace nightlight::scenario
