// Learns the visible weights of the lexicon from our own corpus and writes them as lines a person can read and strike
// out. The same messages always give the same lines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "corpus/corpus.hpp"
#include "screening/evidence_table.hpp"

namespace nightlight::corpus {

// The weights learned from items[i] for each i of `from`, as a file of the lexicon.
std::string train_weights(const evidence_table& table, std::span<const item> items, std::span<const std::size_t> from);

}  // namespace nightlight::corpus
