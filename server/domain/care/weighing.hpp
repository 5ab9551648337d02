// One person's row of words on the scales of the evidence: what it is made of, what that sums up to, and why.
// Internal to screening and to the training of the weights.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/care/evidence.hpp"
#include "domain/care/reading_order.hpp"
#include "domain/care/verdict.hpp"

namespace nightlight::domain::care {

// An item of evidence as it was met.
struct evidence_met {
  evidence_kind kind = evidence_kind::word;
  std::uint32_t at = 0;  // index of a typed word
  std::uint64_t key = 0;
  std::string name;
};

// Everything in the words from `begin` to `end`, in no particular order, some of it several times.
std::vector<evidence_met> evidence_in(const lexicon& lex, const heard& said, std::size_t begin, std::size_t end);

// The kinds of rules that were found, as evidence ("r:C1/red").
std::vector<std::string> rules_as_evidence(std::span<const found> all);

struct weighed {
  evidence_sums sums{};
  level says = level::none;
  category about = 0;
  bool against = false;            // nothing to hear, whatever a rule found
  bool unwanted = false;           // a thought she does not want leads all that could page somebody
  bool undertone = false;          // not far from saying something
  std::vector<std::size_t> shown;  // the typed words that speak loudest for it
};

// The loudest of the windows of a long text.
weighed weigh(const lexicon& lex, const heard& said, std::span<const found> all);

}  // namespace nightlight::domain::care
