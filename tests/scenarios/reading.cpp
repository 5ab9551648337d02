#include "scenarios/reading.hpp"

#include <algorithm>
#include <array>

namespace nightlight::scenario {

member_number reading::somebody() const {
  if (p.take("nobody known")) return member_number{999};
  const auto label = p.take_one_of(s.labels());
  if (!label) p.complain("whom? \"" + p.text() + "\"");
  return on.number_of(*label);
}

std::optional<std::string> reading::take_owner() const {
  std::vector<std::string> owners = s.labels();
  for (std::string& label : owners) label += "'s";
  auto owner = p.take_one_of(owners);
  if (owner) owner->resize(owner->size() - 2);
  return owner;
}

circle_number reading::message() const {
  const auto n = p.take_message();
  if (!n) p.complain("which message? Write its number, such as #3");
  return on.number(*n);
}

alert_number reading::alert() const {
  const auto n = p.take("alert") ? p.take_number() : std::nullopt;
  if (!n) p.complain("which alert? Such as alert 1");
  return alert_number{static_cast<std::uint32_t>(*n)};
}

seconds reading::length() const {
  if (!p.take("for")) return seconds{0};
  const bool negative = p.take("minus");
  const auto given = p.take_length();
  if (!given) p.complain("for how long? Such as 5m");
  const auto whole = std::chrono::duration_cast<seconds>(*given);
  return negative ? -whole : whole;
}

private_text reading::words() const { return private_text{p.take_quoted().value_or("")}; }

private_text reading::body() const {
  const auto text = p.take_quoted();
  if (!text) p.complain("the words are missing");
  return private_text{*text};
}

domain::reaction reading::reaction() const {
  constexpr std::array<std::pair<std::string_view, domain::reaction>, 5> kinds{{{"heart", domain::reaction::heart},
                                                                                {"hug", domain::reaction::hug},
                                                                                {"me too", domain::reaction::me_too},
                                                                                {"candle", domain::reaction::candle},
                                                                                {"clap", domain::reaction::clap}}};
  for (const auto& [word, kind] : kinds) {
    if (p.take(word)) return kind;
  }
  if (p.take("something unheard of")) return static_cast<domain::reaction>(99);
  p.complain("heart, hug, me too, candle or clap? \"" + p.text() + "\"");
}

std::vector<hold_number> reading::waiting(const std::string& label) const {
  std::vector<hold_number> found;
  for (const domain::held_message& h : on.room().held) {
    if (label.empty() || h.author == on.number_of(label)) found.push_back(h.number);
  }
  return found;
}

std::optional<hold_number> reading::take_ordinal(const std::string& label) const {
  constexpr std::array<std::string_view, 5> ordinals{"first", "second", "third", "fourth", "fifth"};
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    if (!p.take(ordinals[i])) continue;
    const auto all = waiting(label);
    if (i >= all.size()) p.complain("nothing of " + label + "'s waits there");
    return all[i];
  }
  return std::nullopt;
}

std::optional<hold_number> reading::take_hold() const {
  phrase before = p;
  const auto label = take_owner();
  const auto found = label ? take_ordinal(*label) : std::nullopt;
  if (!found) p = before;
  return found;
}

hold_number reading::hold() const {
  if (p.take("something that does not wait")) return hold_number{999};
  const auto found = take_hold();
  if (!found) p.complain("which held message? Such as Ana's first");
  return *found;
}

hold_number reading::own_hold() const {
  if (p.take("something that does not wait")) return hold_number{999};
  const auto found = p.take("her") ? take_ordinal(who) : take_hold();
  if (!found) p.complain("which of what waits? Such as her first");
  return *found;
}

std::vector<hold_number> reading::holds() const {
  if (p.take("nothing")) return {};
  if (p.take("everything of")) {
    const auto label = take_owner();
    if (!label) p.complain("everything of whose?");
    return waiting(*label);
  }
  if (p.take("everything")) return waiting("");
  std::vector<hold_number> all;
  std::string label;
  do {
    if (p.take("something that does not wait")) {
      all.push_back(hold_number{999});
      continue;
    }
    if (const auto owner = take_owner()) label = *owner;
    const auto one = take_ordinal(label);
    if (!one) p.complain("which held message? Such as Ana's first");
    all.push_back(*one);
  } while (p.take("and") || p.take_mark(","));
  return all;
}

}  // namespace nightlight::scenario
