#include "screening/train.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <iomanip>
#include <numeric>
#include <set>
#include <sstream>
#include <string_view>

#include "screening/separator.hpp"

namespace nightlight::corpus {
namespace {

namespace care = domain::care;
using care::category;
using care::evidence_kind;

constexpr int seen_at_least = 4;  // among all lessons, the joined ones too
// What only one hand writes is a habit of hers; the batches the rules were tuned on count as one.
constexpr std::size_t hands_at_least = 2;
constexpr std::size_t kept = 80000;
constexpr double worth_writing = 0.05;
// A harmless message counts this much more than a positive one, a positive of the category than all others, and a
// message joined from several this much less.
constexpr double harmless_counts = 3.0;
constexpr double category_counts = 2.0;
constexpr double joined_counts = 0.25;
// What is harmless teaches more than what is not, and everyday messages most: there are most of them in an evening.
constexpr double trap_counts = 2.0;
constexpr double everyday_counts = 8.0;
// An unwanted thought taken for an intention is the worst mistake, so it counts most against every other category.
constexpr category intrusive = 6;
constexpr double thought_counts = 8.0;
constexpr double thought_heard_counts = 2.0;
// Chosen by cross-validation; see `nightlight_screening cross`.
constexpr std::string_view demands =
    "demand soft -0.55\ndemand amber -0.38\ndemand red 0.10\ndemand page -0.70\ndemand join -1.00\ndemand fear 1.00\n"
    "demand calm 0.20\ndemand against 0.20\n";

// How much each kind of evidence counts in the length of a message.
float size_of(evidence_kind kind) {
  static constexpr std::array<float, 8> sizes{1.0F, 1.0F, 0.4F, 1.0F, 0.5F, 0.3F, 0.6F, 0.6F};
  return sizes[static_cast<std::size_t>(kind)];
}

struct example {
  std::vector<std::uint32_t> row;
  std::vector<term> terms;
  const item* from = nullptr;
  bool joined = false;
};

care::level least(category c) {
  if (c == 1 || c == 2 || c == 5 || c == 7 || c == 9) return care::level::red;
  return c == 6 || c == 11 ? care::level::soft : care::level::amber;
}

bool is_about(const item& i, category c) {
  if (std::find(i.categories.begin(), i.categories.end(), c) == i.categories.end()) return false;
  return i.expected >= least(c) && (c != 6 || i.expected == care::level::soft);
}

bool is_yes(const item& i, std::size_t about) {
  if (about == care::anything) return i.expected > care::level::none;
  if (about == care::paged) return i.expected == care::level::red;
  if (about == care::told) return i.expected >= care::level::amber;
  return is_about(i, static_cast<category>(about));
}

std::vector<std::uint32_t> joined(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// Each message once; and, so that a long message is neither suspicious nor lost, each harmless one of the later batches
// twice more beside one to three others, and each positive one beside one or two harmless ones.
std::vector<example> examples_of(const evidence_table& table, std::span<const item> items,
                                 std::span<const std::size_t> from) {
  std::vector<example> all;
  std::vector<std::size_t> harmless;
  for (const std::size_t i : from) {
    all.push_back({table.rows[i], {}, &items[i], false});
    if (items[i].what != kind::positive && !rules_were_tuned_on(items[i])) harmless.push_back(i);
  }
  std::uint64_t random = 99;
  const auto any_of = [&](std::size_t n) {
    random = random * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((random >> 33) % n);
  };
  for (const std::size_t i : from) {
    if (rules_were_tuned_on(items[i]) || harmless.empty()) continue;
    const bool positive = items[i].what == kind::positive;
    for (int copy = 0; copy < (positive ? 1 : 2); ++copy) {
      example e{table.rows[i], {}, &items[i], true};
      for (std::size_t others = 1 + any_of(positive ? 2 : 3); others > 0; --others) {
        e.row = joined(e.row, table.rows[harmless[any_of(harmless.size())]]);
      }
      all.push_back(std::move(e));
    }
  }
  return all;
}

// By how many hands each feature was written: the letters before a number say whose it is.
std::vector<std::size_t> hands_of(std::size_t features, const std::vector<example>& all) {
  std::vector<std::set<std::string_view>> hands(features);
  for (const auto& e : all) {
    if (e.joined) continue;
    const std::string_view id = e.from->id;
    const auto hand = rules_were_tuned_on(*e.from) ? std::string_view("own") : id.substr(1, id.find('-') - 1);
    for (const auto f : e.row) {
      if (hands[f].size() < hands_at_least) hands[f].insert(hand);
    }
  }
  std::vector<std::size_t> count;
  for (const auto& h : hands) count.push_back(h.size());
  return count;
}

// Features that are seen too seldom, or are not among the chosen, have size 0.
std::vector<float> sizes_of(const evidence_table& table, const std::vector<example>& all) {
  std::vector<int> seen(table.names.size());
  for (const auto& e : all) {
    for (const auto f : e.row) ++seen[f];
  }
  const auto hands = hands_of(table.names.size(), all);
  std::vector<float> sizes(table.names.size());
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    if (seen[f] < seen_at_least || hands[f] < hands_at_least) continue;
    const bool rule = table.kinds[f] == evidence_kind::rule_found;
    const double rare = rule ? 1.0 : std::sqrt(std::log(static_cast<double>(all.size()) / seen[f]));
    sizes[f] = std::round(1000.0F * size_of(table.kinds[f]) * static_cast<float>(rare)) / 1000.0F;
  }
  return sizes;
}

void fill_terms(const evidence_table& table, const std::vector<float>& sizes, std::vector<example>& all) {
  for (auto& e : all) {
    e.terms.clear();
    double square = 0;
    for (const auto f : e.row) {
      if (table.kinds[f] != evidence_kind::rule_found) square += static_cast<double>(sizes[f]) * sizes[f];
    }
    const double norm = square > 0 ? 1 / std::sqrt(square) : 0;
    for (const auto f : e.row) {
      if (sizes[f] == 0) continue;
      const bool rule = table.kinds[f] == evidence_kind::rule_found;
      e.terms.push_back({f, static_cast<float>(sizes[f] * (rule ? 1.0 : norm))});
    }
  }
}

line learn(const std::vector<example>& all, std::size_t features, std::size_t about) {
  std::vector<lesson> lessons;
  for (const auto& e : all) {
    const bool yes = is_yes(*e.from, about);
    double importance = e.joined ? joined_counts : 1.0;
    if (e.from->what == kind::trap && e.from->expected == care::level::none) importance *= trap_counts;
    if (e.from->what == kind::everyday) importance *= everyday_counts;
    if (about == care::anything && !yes) importance *= harmless_counts;
    if (about != care::anything && yes) importance *= category_counts;
    if (about == intrusive && yes) importance *= thought_heard_counts;
    if (about != care::anything && about != intrusive && e.from->only_intrusive()) importance *= thought_counts;
    lessons.push_back({e.terms, yes, importance});
  }
  return separate(lessons, features);
}

using lines = std::array<line, std::tuple_size_v<care::evidence_sums>>;

lines learn_all(const std::vector<example>& all, std::size_t features) {
  lines learned;
  const auto work = [&](std::size_t first) {
    for (std::size_t about = first; about < learned.size(); about += 2) learned[about] = learn(all, features, about);
  };
  auto other = std::async(std::launch::async, work, 1);
  work(0);
  other.get();
  return learned;
}

// Keeps the features that move the sums most.
void choose(const lines& learned, const std::vector<example>& all, std::vector<float>& sizes) {
  std::vector<double> moves(sizes.size());
  for (const auto& e : all) {
    for (const term& t : e.terms) moves[t.feature] += static_cast<double>(t.value) * t.value;
  }
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    double square = 0;
    for (const auto& l : learned) square += static_cast<double>(l.weights[f]) * l.weights[f];
    moves[f] *= square;
  }
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return moves[a] > moves[b]; });
  for (std::size_t i = kept; i < order.size(); ++i) sizes[order[i]] = 0;
}

std::string target(std::size_t about) {
  if (about == care::anything) return "any";
  if (about == care::paged) return "page";
  return about == care::told ? "tell" : "C" + std::to_string(about);
}

std::string written(const evidence_table& table, const lines& learned, const std::vector<float>& sizes) {
  std::ostringstream out;
  out << "# Written by `nightlight_screening train`. Each line: what is heard, how much of a message it makes up, and\n"
         "# what it says for (or, below zero, against) there being something to hear, each category, paging somebody,\n"
         "# and telling the team.\n"
         "source learned from tests/corpus, our own invented messages, by tests/screening\n"
         "looked_up 2026-11-26\nreview unreviewed\n"
      << demands << "bias" << std::fixed << std::setprecision(3);
  for (std::size_t a = 0; a < learned.size(); ++a) out << " " << target(a) << " " << learned[a].bias;
  out << "\n";
  std::vector<std::size_t> order;
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    if (sizes[f] > 0) order.push_back(f);
  }
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return table.names[a] < table.names[b]; });
  for (const std::size_t f : order) {
    std::ostringstream says;
    says << std::fixed << std::setprecision(2);
    for (std::size_t a = 0; a < learned.size(); ++a) {
      const double value = static_cast<double>(learned[a].weights[f]) * sizes[f];
      if (std::fabs(value) >= worth_writing) says << " " << target(a) << " " << value;
    }
    if (says.str().empty()) says << " any 0";
    out << "weight " << table.names[f] << " " << std::setprecision(3) << sizes[f] << says.str() << "\n";
  }
  return out.str();
}

}  // namespace

std::string train_weights(const evidence_table& table, std::span<const item> items, std::span<const std::size_t> from) {
  auto all = examples_of(table, items, from);
  auto sizes = sizes_of(table, all);
  fill_terms(table, sizes, all);
  choose(learn_all(all, sizes.size()), all, sizes);
  fill_terms(table, sizes, all);
  return written(table, learn_all(all, sizes.size()), sizes);
}

}  // namespace nightlight::corpus
