// What every message of the corpus is made of, by number, so that training and cross-validation read it once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "corpus/corpus.hpp"
#include "domain/care/evidence.hpp"
#include "domain/care/lexicon.hpp"

namespace nightlight::corpus {

struct evidence_table {
  std::vector<std::string> names;
  std::vector<domain::care::evidence_kind> kinds;
  std::vector<std::vector<std::uint32_t>> rows;  // one for each item, each sorted, each feature once

  static evidence_table of(const domain::care::lexicon& rules_only, std::span<const item> items);
};

// The batches whose wording the rules were tuned on: there it proves nothing that a rule was found.
bool rules_were_tuned_on(const item& i);

}  // namespace nightlight::corpus
