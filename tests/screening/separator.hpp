// Learns a straight line between two kinds of examples: a linear support vector machine, by coordinate descent on its
// dual. The order of the work is fixed, so the same examples always give the same line.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nightlight::corpus {

struct term {
  std::uint32_t feature = 0;
  float value = 0;
};

struct lesson {
  std::span<const term> terms;
  bool yes = false;
  double importance = 1;
};

struct line {
  std::vector<float> weights;
  float bias = 0;
};

line separate(std::span<const lesson> lessons, std::size_t features);

}  // namespace nightlight::corpus
