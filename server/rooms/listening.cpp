#include "rooms/listening.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/care/screen.hpp"

namespace nightlight::rooms {
namespace {

constexpr std::chrono::minutes heard_together{10};
constexpr std::size_t earlier_messages_max = 8;

const private_text* words_for_the_circle(const domain::command& what) {
  if (const auto* said = std::get_if<domain::say>(&what)) return &said->what.text;
  if (const auto* edited = std::get_if<domain::edit_held>(&what)) return &edited->text;
  return nullptr;
}

// Hers of the last minutes, oldest first, the new one last.
std::vector<std::string_view> said_together(const domain::room_state& room, const domain::member* author,
                                            std::string_view newest, instant now) {
  std::vector<std::string_view> all{newest};
  if (author == nullptr) return all;
  for (const domain::message& m : room.messages | std::views::reverse) {
    if (m.said_at + heard_together < now || all.size() > earlier_messages_max) break;
    if (m.author == author->number && !m.retracted) all.push_back(m.what.text.reveal());
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

}  // namespace

void listening::set_lexicon(std::shared_ptr<const domain::care::lexicon> lexicon) {
  const std::lock_guard lock{mutex_};
  lexicon_ = std::move(lexicon);
}

std::shared_ptr<const domain::care::lexicon> listening::lexicon() const {
  const std::lock_guard lock{mutex_};
  return lexicon_;
}

domain::heard_words listening::hear(const domain::room_state& room, const person_id& author,
                                    const domain::command& what, instant now) const {
  const private_text* words = words_for_the_circle(what);
  const auto rules = words != nullptr ? lexicon() : nullptr;
  if (rules == nullptr) return {};
  const auto together = said_together(room, room.find(author), words->reveal(), now);
  const auto verdict = domain::care::screen(*rules, domain::care::room_profile::general, together);
  domain::heard_words heard;
  if (verdict.says == domain::care::level::none) return heard;
  domain::care_flag flag = flag_of(verdict, static_cast<std::uint32_t>(together.size() - 1), rules->version());
  if (flag.level != domain::alert_level::none) heard.care = std::move(flag);
  return heard;
}

}  // namespace nightlight::rooms
