#include "screening/evidence_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "domain/care/weighing.hpp"

namespace nightlight::corpus {

namespace care = domain::care;

bool rules_were_tuned_on(const item& i) { return !by_another_hand(i.id); }

evidence_table evidence_table::of(const care::lexicon& rules_only, std::span<const item> items) {
  evidence_table table;
  std::unordered_map<std::string, std::uint32_t> numbers;
  const auto number_of = [&](const std::string& name, care::evidence_kind kind) {
    const auto [known, fresh] = numbers.try_emplace(name, static_cast<std::uint32_t>(table.names.size()));
    if (fresh) {
      table.names.push_back(name);
      table.kinds.push_back(kind);
    }
    return known->second;
  };
  for (const item& i : items) {
    const auto said = i.said();
    const auto heard = care::hear(rules_only, said);
    auto& row = table.rows.emplace_back();
    for (const auto& met : care::evidence_in(rules_only, heard, 0, heard.typed.size())) {
      row.push_back(number_of(met.name, met.kind));
    }
    if (!rules_were_tuned_on(i)) {
      for (const auto& name : care::rules_as_evidence(care::find_rules(rules_only, i.room, heard))) {
        row.push_back(number_of(name, care::evidence_kind::rule_found));
      }
    }
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
  }
  return table;
}

}  // namespace nightlight::corpus
