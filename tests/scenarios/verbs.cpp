#include "scenarios/verbs.hpp"

#include <array>
#include <optional>

namespace nightlight::scenario {
namespace {

using domain::command;

struct reading {
  phrase& p;
  const std::string& who;
  const script& s;
  stage& on;

  member_number somebody() const {
    if (p.take("nobody known")) return member_number{999};
    const auto label = p.take_one_of(s.labels());
    if (!label) p.complain("whom? \"" + p.text() + "\"");
    return on.number_of(*label);
  }

  circle_number message() const {
    const auto n = p.take_message();
    if (!n) p.complain("which message? Write its number, such as #3");
    return on.number(*n);
  }

  seconds length() const {
    if (!p.take("for")) return seconds{0};
    const bool negative = p.take("minus");
    const auto given = p.take_length();
    if (!given) p.complain("for how long? Such as 5m");
    const auto whole = std::chrono::duration_cast<seconds>(*given);
    return negative ? -whole : whole;
  }

  private_text words() const { return private_text{p.take_quoted().value_or("")}; }

  private_text body() const {
    const auto text = p.take_quoted();
    if (!text) p.complain("the words are missing");
    return private_text{*text};
  }

  std::optional<command> coming_and_going() const {
    if (p.take("joins")) {
      const bool listening = p.take("to listen");
      if (p.take("as")) on.rename(who, p.take_quoted().value_or(""));
      return domain::join{listening};
    }
    if (p.take("leaves")) return domain::leave{};
    if (p.take("just listens")) return domain::set_listening{true};
    if (p.take("wants to speak")) return domain::set_listening{false};
    return std::nullopt;
  }

  std::optional<command> speaking() const {
    if (p.take("says")) return domain::say{{body()}};
    if (p.take("answers")) {
      const circle_number to = message();
      return domain::say{{body(), to}};
    }
    if (p.take("reacts to")) {
      const circle_number n = message();
      if (!p.take("with")) p.complain("with what?");
      return domain::react{n, read_reaction(p), false};
    }
    if (p.take("withdraws")) {
      const domain::reaction kind = read_reaction(p);
      if (!p.take("from")) p.complain("from which message?");
      return domain::react{message(), kind, true};
    }
    if (p.take("takes back")) return domain::retract_own{message()};
    return std::nullopt;
  }

  std::optional<command> sanctioning() const {
    if (p.take("mutes")) {
      const member_number m = somebody();
      const seconds l = length();
      return domain::mute_member{m, l, words()};
    }
    if (p.take("unmutes")) return domain::unmute_member{somebody()};
    if (p.take("removes")) {
      const member_number m = somebody();
      const seconds l = length();
      return domain::remove_member{m, l, words()};
    }
    if (p.take("retracts everything of")) {
      const member_number m = somebody();
      return domain::retract_all_of{m, words()};
    }
    if (p.take("retracts")) {
      const circle_number n = message();
      return domain::retract_message{n, words()};
    }
    return std::nullopt;
  }

  std::optional<command> keeping_the_room() const {
    if (p.take("sets slow mode")) {
      const auto given = p.take_length();
      if (!given) p.complain("how slow? Such as 30s");
      return domain::set_slow_mode{std::chrono::duration_cast<seconds>(*given)};
    }
    if (p.take("ends slow mode")) return domain::set_slow_mode{seconds{0}};
    if (p.take("locks the door")) return domain::set_door{true};
    if (p.take("unlocks the door")) return domain::set_door{false};
    if (p.take("opens the room")) return on.meeting();
    if (p.take("pauses the room")) return domain::pause_room{};
    if (p.take("resumes the room")) return domain::resume_room{};
    if (p.take("closes the room")) return domain::close_room{};
    if (p.take("pretends to be the system")) return domain::note_words_purged{on.room().meeting};
    return std::nullopt;
  }
};

}  // namespace

domain::reaction read_reaction(phrase& p) {
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

domain::command read_verb(phrase& p, const std::string& who, const script& s, stage& on) {
  const reading r{p, who, s, on};
  if (auto c = r.coming_and_going()) return *c;
  if (auto c = r.speaking()) return *c;
  if (auto c = r.sanctioning()) return *c;
  if (auto c = r.keeping_the_room()) return *c;
  p.complain(who + " does what? \"" + p.text() + "\"");
}

}  // namespace nightlight::scenario
