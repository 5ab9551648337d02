// Learns the visible weights of the lexicon from the tune part of our own corpus, one category at a time, and writes
// them as lines a person can read and strike out.
#pragma once

#include <iosfwd>
#include <span>

#include "corpus/corpus.hpp"
#include "domain/care/lexicon.hpp"

namespace nightlight::corpus {

void train_weights(const domain::care::lexicon& lex, std::span<const item> items, bool with_check, std::ostream& out);

}  // namespace nightlight::corpus
