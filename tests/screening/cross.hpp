// Honest figures: learns the weights without some of the messages and measures on those, until all had their turn.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "corpus/corpus.hpp"
#include "domain/care/lexicon.hpp"

namespace nightlight::corpus {

enum class leaving_out { random_fifths, whole_batches };

// `sources` are the files of the lexicon without the weights. With `sums`, prints the sums of every message instead.
void cross_validate(std::ostream& out, std::span<const domain::care::lexicon_source> sources,
                    std::span<const item> items, leaving_out how, bool sums);

}  // namespace nightlight::corpus
