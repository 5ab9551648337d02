#include "rooms/listening.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/care/screen.hpp"
#include "rooms/room_words.hpp"

namespace nightlight::rooms {
namespace {

constexpr std::chrono::minutes heard_together{10};
constexpr std::size_t earlier_messages_max = 8;

const private_text* words_to_hear(const domain::command& what) {
  if (const auto* said = std::get_if<domain::say>(&what)) return &said->what.text;
  if (const auto* edited = std::get_if<domain::edit_held>(&what)) return &edited->text;
  const auto* out = std::get_if<domain::check_out>(&what);
  return out != nullptr ? &out->text : nullptr;
}

// Hers of the last minutes, oldest first, the new one last.
std::vector<std::string_view> said_together(const domain::room_state& room, const domain::member& author,
                                            std::string_view newest, instant now) {
  std::vector<std::string_view> all{newest};
  for (const domain::message& m : room.messages | std::views::reverse) {
    if (m.said_at + heard_together < now || all.size() > earlier_messages_max) break;
    if (m.author == author.number && !m.retracted) all.push_back(m.what.text.reveal());
  }
  std::ranges::reverse(all);
  return all;
}

domain::alert_level level_of(domain::care::level says) {
  switch (says) {
    case domain::care::level::none: return domain::alert_level::none;
    case domain::care::level::soft: return domain::alert_level::soft;
    case domain::care::level::amber: return domain::alert_level::amber;
    case domain::care::level::red: return domain::alert_level::red;
  }
  return domain::alert_level::none;
}

// The strongest reason in the new message; what was said before it was heard then, and matters only when both add up.
domain::care_flag flag_of(const domain::care::verdict& verdict, std::uint32_t newest, const std::string& version) {
  domain::care_flag flag;
  flag.level = level_of(verdict.says);
  flag.lexicon = version;
  const domain::care::hit* strongest = nullptr;
  for (const domain::care::hit& h : verdict.hits) {
    if (h.touches(newest) && (strongest == nullptr || h.says > strongest->says)) strongest = &h;
  }
  if (strongest == nullptr) return {};
  flag.rule = strongest->rule;
  flag.category = "C" + std::to_string(int{strongest->about});
  for (const domain::care::said_words& w : strongest->words) {
    if (w.message == newest) flag.spans.push_back({w.span.begin, w.span.end});
  }
  return flag;
}

std::optional<domain::conduct_action> action_of(domain::word_action action) {
  switch (action) {
    case domain::word_action::hold: return domain::conduct_action::hold;
    case domain::word_action::rephrase: return domain::conduct_action::rephrase;
    case domain::word_action::alert: return domain::conduct_action::alert;
    case domain::word_action::off: break;
  }
  return std::nullopt;
}

std::optional<domain::conduct_flag> conduct_in(const domain::word_rules& rules, std::string_view words) {
  const domain::word_verdict verdict = domain::judge(rules, words);
  const auto action = action_of(verdict.strongest());
  if (!action) return std::nullopt;
  domain::conduct_flag flag{*action, verdict.matches.front().rule, {}};
  for (const domain::word_match& m : verdict.matches) {
    if (m.rule == flag.rule) flag.spans.push_back({m.span.begin, m.span.end});
  }
  return flag;
}

}  // namespace

listening::listening(domain::word_rules_source organisation)
    : organisation_(std::move(organisation)), everywhere_(rules_of_room(organisation_, {})) {}

void listening::set_lexicon(std::shared_ptr<const domain::care::lexicon> lexicon) {
  const std::lock_guard lock{mutex_};
  lexicon_ = std::move(lexicon);
}

void listening::set_room_words(const room_id& room, const std::string& text) {
  conduct_rules made = text.empty() ? nullptr : rules_of_room(organisation_, text);
  const std::lock_guard lock{mutex_};
  if (made) {
    rooms_[room] = std::move(made);
  } else {
    rooms_.erase(room);
  }
}

void listening::set_room_profile(const room_id& room, const std::string& name) {
  const domain::care::room_profile profile = domain::care::profile_named(name);
  const std::lock_guard lock{mutex_};
  if (profile == domain::care::room_profile::general) {
    profiles_.erase(room);
  } else {
    profiles_[room] = profile;
  }
}

listening::rules listening::rules_for(const room_id& room) const {
  const std::lock_guard lock{mutex_};
  rules found{lexicon_, everywhere_};
  if (const auto own = rooms_.find(room); own != rooms_.end()) found.conduct = own->second;
  if (const auto own = profiles_.find(room); own != profiles_.end()) found.profile = own->second;
  return found;
}

// The new message by itself; together with what she wrote before only when something in them could add up.
std::optional<domain::care_flag> listening::care_in(const rules& by, const room_id& id, const domain::room_state& room,
                                                    const domain::member* author, std::string_view words, instant now) {
  std::vector<std::string_view> said{words};
  domain::care::verdict verdict = domain::care::screen(*by.care, by.profile, said);
  if (author != nullptr) {
    if (verdict.undertone || had_undertone(id, *author, now)) said = said_together(room, *author, words, now);
    if (said.size() > 1) verdict = domain::care::screen(*by.care, by.profile, said);
    note_undertone(id, *author, verdict.undertone, now);
  }
  if (verdict.says == domain::care::level::none) return std::nullopt;
  domain::care_flag flag = flag_of(verdict, static_cast<std::uint32_t>(said.size() - 1), by.care->version());
  if (flag.level == domain::alert_level::none) return std::nullopt;
  return flag;
}

bool listening::had_undertone(const room_id& id, const domain::member& author, instant now) const {
  const std::lock_guard lock{mutex_};
  const auto room = undertones_.find(id);
  if (room == undertones_.end()) return true;
  const auto last = room->second.find(author.number.value);
  return last == room->second.end() || last->second + heard_together >= now;
}

void listening::note_undertone(const room_id& id, const domain::member& author, bool undertone, instant now) {
  const std::lock_guard lock{mutex_};
  const auto last = undertones_[id].try_emplace(author.number.value).first;
  if (undertone) last->second = now;
}

domain::heard_words listening::hear(const room_id& id, const domain::room_state& room, const person_id& author,
                                    const domain::command& what, instant now) {
  const private_text* words = words_to_hear(what);
  if (words == nullptr || words->empty()) return {};
  const rules by = rules_for(id);
  const domain::member* who = room.find(author);
  domain::heard_words heard;
  if (by.care) heard.care = care_in(by, id, room, who, words->reveal(), now);
  const bool staff = who != nullptr && domain::is_staff(who->role);
  if (!staff && !std::holds_alternative<domain::check_out>(what))
    heard.conduct = conduct_in(*by.conduct, words->reveal());
  return heard;
}

}  // namespace nightlight::rooms
