#include "domain/care/verdict.hpp"

#include <algorithm>
#include <array>

#include "domain/care/weighing.hpp"

namespace nightlight::domain::care {
namespace {

constexpr std::size_t hits_max = 64;
constexpr std::size_t kept_of_many = 100;
constexpr category passive = 3;
constexpr category baby_at_risk = 5;
constexpr category intrusive = 6;
constexpr category emergency = 9;
constexpr category distress = 11;
constexpr category conduct = 12;

bool has(std::uint8_t modifiers, modifier m) { return (modifiers >> static_cast<unsigned>(m) & 1U) != 0; }

level one_lower(level l) { return l == level::none ? l : static_cast<level>(static_cast<int>(l) - 1); }

level lowered(level says, std::uint8_t modifiers) {
  if (has(modifiers, modifier::negated) || has(modifiers, modifier::idiom)) return level::none;
  if (has(modifiers, modifier::third_person)) says = says == level::red ? level::soft : level::none;
  if (has(modifiers, modifier::past)) says = says >= level::amber ? level::soft : level::none;
  if (has(modifiers, modifier::quoted)) says = one_lower(says);
  if (has(modifiers, modifier::question)) says = one_lower(says);
  return says;
}

bool overlap(const found& a, const found& b) { return a.first <= b.last && b.first <= a.last; }

// What is feared, in the words of an unwanted thought, is not intended. An act or a decision stays what it is.
bool only_feared(const found& f, const std::vector<found>& all) {
  if ((f.about != baby_at_risk && f.about != emergency) || f.from->act) return false;
  return std::any_of(all.begin(), all.end(), [&](const found& other) {
    return other.about == intrusive && level_of(other) >= level::soft && overlap(f, other);
  });
}

// What the most that can be said by weight is. Beside a thought that she calls unwanted nobody is paged for the baby's
// sake unless a rule that is red by itself was found too.
level most_by_weight(const weighed& evidence, const std::vector<found>& all) {
  if (evidence.about != baby_at_risk && evidence.about != emergency) return evidence.says;
  bool unwanted = false;
  for (const auto& f : all) {
    if (level_of(f) == level::red && !only_feared(f, all)) return evidence.says;
    unwanted = unwanted || (f.about == intrusive && level_of(f) >= level::soft);
  }
  return unwanted ? std::min(evidence.says, level::amber) : evidence.says;
}

// Most rules were written for one sentence: beside evidence that hears nothing they are set aside, and a plain one is
// believed unless the evidence is clearly against it. Where an unwanted thought leads, words alone page nobody: only an
// act or a decision does.
level believed(const found& f, level says, const weighed& evidence, level by_weight) {
  if (!f.from->alone) return std::min(says, by_weight);
  if (evidence.unwanted && !f.from->act) says = std::min(says, level::amber);
  return evidence.against ? std::min(says, level::soft) : says;
}

// Stronger first, then the longer one.
bool stronger(const found& a, const found& b) {
  if (level_of(a) != level_of(b)) return level_of(a) > level_of(b);
  if (a.last - a.first != b.last - b.first) return a.last - a.first > b.last - b.first;
  return a.first < b.first;
}

void add_words(const heard& said, std::size_t first, std::size_t last, std::vector<said_words>& out) {
  for (std::size_t i = first; i <= last; ++i) {
    const heard_word& w = said.words[i];
    if (i > first && !out.empty() && out.back().message == w.message) {
      out.back().span.end = std::max(out.back().span.end, w.span.end);
    } else {
      out.push_back({w.message, w.span});
    }
  }
}

hit hit_of(const heard& said, const found& f) {
  hit h;
  h.about = f.about;
  h.says = level_of(f);
  h.modifiers = f.modifiers;
  h.rule = f.from->id;
  add_words(said, f.first, f.last, h.words);
  return h;
}

hit hit_of(const heard& said, const weighed& w, level says) {
  hit h;
  h.about = w.about;
  h.says = says;
  h.rule = "c" + std::to_string(w.about) + ".weighed";
  for (const std::size_t i : w.shown) {
    if (said.typed[i].text != ".") h.words.push_back({said.typed[i].message, said.typed[i].span});
  }
  return h;
}

hit joined(const std::vector<const hit*>& parts, category about, std::string rule) {
  hit h;
  h.about = about;
  h.says = level::red;
  h.rule = std::move(rule);
  for (const hit* part : parts) h.words.insert(h.words.end(), part->words.begin(), part->words.end());
  return h;
}

// Repeated passive wishes, a passive wish in severe distress, and three ambers are each a red of their own.
void add_up(verdict& v) {
  if (v.says == level::red) return;
  std::vector<const hit*> wishes;
  std::vector<const hit*> ambers;
  const hit* worn_out = nullptr;
  for (const hit& h : v.hits) {
    if (h.about == passive && h.says == level::amber) wishes.push_back(&h);
    if (h.about != conduct && h.says == level::amber) ambers.push_back(&h);
    if (h.about == distress && h.says >= level::soft) worn_out = &h;
  }
  if (wishes.size() >= 2) {
    v.hits.push_back(joined(wishes, passive, "join.repeated_wish"));
  } else if (wishes.size() == 1 && worn_out != nullptr) {
    v.hits.push_back(joined({wishes[0], worn_out}, passive, "join.wish_in_distress"));
  } else if (ambers.size() >= 3) {
    v.hits.push_back(joined(ambers, ambers[0]->about, "join.three_ambers"));
  } else {
    return;
  }
  v.says = level::red;
}

}  // namespace

level level_of(const found& f) { return lowered(f.says, f.modifiers); }

void settle(std::vector<found>& all, bool few) {
  std::stable_sort(all.begin(), all.end(), stronger);
  std::vector<found> kept;
  std::array<std::vector<std::size_t>, category_count + 1> same;
  for (auto& f : all) {
    const auto& others = same[f.about];
    const bool told = std::any_of(others.begin(), others.end(), [&](std::size_t i) { return overlap(kept[i], f); });
    if (told) continue;
    if (few && kept.size() >= kept_of_many) break;
    same[f.about].push_back(kept.size());
    kept.push_back(std::move(f));
  }
  all = std::move(kept);
}

verdict conclude(const heard& said, std::vector<found> all, const weighed* evidence) {
  settle(all, true);
  verdict v;
  const level by_weight = evidence == nullptr ? level::none : most_by_weight(*evidence, all);
  if (all.size() > hits_max - 1) all.resize(hits_max - 1);
  std::stable_sort(all.begin(), all.end(), [](const found& a, const found& b) { return a.first < b.first; });
  for (const auto& f : all) {
    v.hits.push_back(hit_of(said, f));
    level& says = v.hits.back().says;
    if (only_feared(f, all)) says = std::min(says, level::soft);
    if (evidence != nullptr) says = believed(f, says, *evidence, by_weight);
    v.says = std::max(v.says, says);
  }
  if (by_weight > v.says) {
    v.hits.push_back(hit_of(said, *evidence, by_weight));
    v.says = by_weight;
  }
  if (evidence == nullptr || !evidence->unwanted) add_up(v);
  return v;
}

}  // namespace nightlight::domain::care
