#include "screening/separator.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nightlight::corpus {
namespace {

constexpr int rounds = 8;
// How willingly it leaves an example on the wrong side: more makes a simpler line.
constexpr double softness = 2.0;
// How far features are stretched by how unevenly they fall on the two sides; 0 would be not at all.
constexpr double stretched = 0.4;
constexpr double stretch_most = 3.0;

double sum(const line& m, const lesson& l) {
  double s = m.bias;
  for (const term& t : l.terms) s += m.weights[t.feature] * t.value;
  return s;
}

// The log ratio of how often each feature is seen on the two sides, kept to a mean square of one.
std::vector<double> stretch_of(std::span<const lesson> lessons, std::size_t features) {
  std::vector<double> with(features);
  std::vector<double> without(features);
  double all_with = 2;
  double all_without = 2;
  for (const lesson& l : lessons) {
    (l.yes ? all_with : all_without) += l.importance;
    for (const term& t : l.terms) (l.yes ? with : without)[t.feature] += l.importance;
  }
  std::vector<double> by(features);
  for (std::size_t f = 0; f < features; ++f) {
    const double uneven = std::log((with[f] + 1) / all_with) - std::log((without[f] + 1) / all_without);
    by[f] = 1 - stretched + stretched * std::min(stretch_most, std::fabs(uneven));
  }
  double after = 0;
  double before = 0;
  for (const lesson& l : lessons) {
    for (const term& t : l.terms) {
      const double square = static_cast<double>(t.value) * t.value;
      after += square * by[t.feature] * by[t.feature];
      before += square;
    }
  }
  const double norm = before > 0 ? std::sqrt(after / before) : 1;
  for (double& b : by) b = b / norm * (b / norm);
  return by;
}

}  // namespace

line separate(std::span<const lesson> lessons, std::size_t features) {
  line m;
  m.weights.assign(features, 0);
  const auto by = stretch_of(lessons, features);
  const std::size_t n = lessons.size();
  std::vector<double> pull(n);
  std::vector<double> size(n, 1);
  for (std::size_t i = 0; i < n; ++i) {
    for (const term& t : lessons[i].terms) size[i] += by[t.feature] * t.value * t.value;
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::uint32_t random = 12345;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = n; i > 1; --i) {
      random = random * 1664525U + 1013904223U;
      std::swap(order[i - 1], order[(random >> 8) % i]);
    }
    for (const std::size_t i : order) {
      const lesson& l = lessons[i];
      const double side = l.yes ? 1 : -1;
      const double slack = softness / l.importance;
      const double slope = side * sum(m, l) - 1 + slack * pull[i];
      const double next = std::max(0.0, pull[i] - slope / (size[i] + slack));
      const double move = (next - pull[i]) * side;
      pull[i] = next;
      if (move == 0) continue;
      for (const term& t : l.terms) m.weights[t.feature] += static_cast<float>(move * t.value * by[t.feature]);
      m.bias += static_cast<float>(move);
    }
  }
  return m;
}

}  // namespace nightlight::corpus
