#include "scenarios/outcome.hpp"

namespace nightlight::scenario {
namespace {

domain::refusal_code code_named(phrase& p) {
  const std::string name = p.word();
  for (int i = 0; i <= static_cast<int>(domain::newest_refusal); ++i) {
    const auto code = static_cast<domain::refusal_code>(i);
    if (domain::code_name(code) == name) return code;
  }
  p.complain("there is no refusal called " + name);
}

// "20s left", "try again in 2s", "the team hears it"
void take_more(phrase& p, outcome& o) {
  if (p.take("the team hears it")) {
    o.heard = true;
    return;
  }
  p.take("try again in");
  const auto left = p.take_length();
  if (!left) p.complain("a length of time is missing, such as 20s left");
  p.take("left");
  o.left = *left;
}

std::string numbers_in_words(const outcome& o) {
  std::string text;
  for (const std::uint64_t n : o.numbers) text += (text.empty() ? "#" : " #") + std::to_string(n);
  return text;
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
    while (p.take_mark(",")) take_more(p, o);
  } else if (p.take("held")) {
    o.is = outcome::kind::held;
  } else if (p.take("again held")) {
    o.is = outcome::kind::held_again;
  } else if (p.take("ok")) {
    o.is = outcome::kind::staff_only;
  } else if (p.take("nothing changes")) {
    o.is = outcome::kind::nothing;
  } else {
    o.is = p.take("again") ? outcome::kind::again : outcome::kind::number;
    const auto n = p.take_message();
    if (!n && o.is == outcome::kind::number) p.complain("what comes of it? \"" + p.text() + "\"");
    if (n) o.numbers.push_back(*n);
    while (const auto more = p.take_message()) o.numbers.push_back(*more);
  }
  p.expect_end();
  return o;
}

outcome outcome_of(const reply& r, const stage& on) {
  if (r.refused) return {outcome::kind::refused, {}, r.refused->code, r.refused->retry_after, r.heard};
  outcome o;
  for (const circle_number n : r.numbers) o.numbers.push_back(on.in_story(n));
  if (r.again) {
    o.is = r.held ? outcome::kind::held_again : outcome::kind::again;
  } else if (!r.changed) {
    o.is = outcome::kind::nothing;
  } else if (r.held) {
    o.is = outcome::kind::held;
  } else {
    o.is = o.numbers.empty() ? outcome::kind::staff_only : outcome::kind::number;
  }
  return o;
}

bool matches(const outcome& expected, outcome happened) {
  if (expected.numbers.size() == 1 && happened.numbers.size() > 1) happened.numbers.resize(1);
  return expected == happened;
}

std::string in_words(const outcome& o) {
  switch (o.is) {
    case outcome::kind::number: return numbers_in_words(o);
    case outcome::kind::staff_only: return "ok";
    case outcome::kind::nothing: return "nothing changes";
    case outcome::kind::held: return "held";
    case outcome::kind::held_again: return "again held";
    case outcome::kind::again: return o.numbers.empty() ? "again" : "again " + numbers_in_words(o);
    case outcome::kind::refused: break;
  }
  const std::string left = o.left.count() != 0 ? ", " + length_in_words(o.left) + " left" : "";
  return "refused: " + std::string(domain::code_name(o.code)) + left + (o.heard ? ", the team hears it" : "");
}

}  // namespace nightlight::scenario
