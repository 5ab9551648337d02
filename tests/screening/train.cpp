#include "screening/train.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "domain/care/screen.hpp"

namespace nightlight::corpus {
namespace {

namespace care = domain::care;
using domain::care::category;

constexpr int rounds = 60;
constexpr double step = 0.3;
constexpr double ridge = 0.0015;
constexpr int seen_at_least = 2;
constexpr double worth_writing = 0.2;
// How sure the weights must be before they speak; 0 would be even odds. About a baby at risk they never say
// red: there only a sentence tells an intention from a fear.
constexpr double demanded_odds = 1.5;

struct example {
  std::vector<int> features;
  const item* from = nullptr;
};

// Logistic regression with AdaGrad and a ridge; the order is fixed, so the same corpus gives the same weights.
struct model {
  std::vector<double> weights;
  std::vector<double> steps;
  double bias = 0;
  double bias_steps = 0;

  double sum(const example& e) const {
    double s = bias;
    for (const int f : e.features) s += weights[static_cast<std::size_t>(f)];
    return s;
  }

  void learn(const example& e, bool yes, double importance) {
    const double error = importance * ((yes ? 1.0 : 0.0) - 1.0 / (1.0 + std::exp(-sum(e))));
    bias_steps += error * error;
    bias += step * error / std::sqrt(bias_steps + 1e-8);
    for (const int f : e.features) {
      const auto i = static_cast<std::size_t>(f);
      const double slope = error - ridge * weights[i];
      steps[i] += slope * slope;
      weights[i] += step * slope / std::sqrt(steps[i] + 1e-8);
    }
  }
};

care::level says(category c) {
  static constexpr std::array<care::level, 13> by_category{
      care::level::none,  care::level::red,  care::level::red,  care::level::amber, care::level::amber,
      care::level::amber, care::level::soft, care::level::red,  care::level::amber, care::level::red,
      care::level::amber, care::level::soft, care::level::amber};
  return by_category[c];
}

}  // namespace

void train_weights(const care::lexicon& lex, std::span<const item> items, bool with_check, std::ostream& out) {
  std::map<std::string, int> count;
  std::vector<std::vector<std::string>> texts;
  std::vector<const item*> from;
  for (const item& i : items) {
    if (i.check && !with_check) continue;
    texts.push_back(care::evidence_features(lex, i.said()));
    from.push_back(&i);
    for (const auto& f : texts.back()) ++count[f];
  }
  std::map<std::string, int> index;
  std::vector<std::string> names;
  for (const auto& [name, n] : count) {
    if (n < seen_at_least) continue;
    index.emplace(name, static_cast<int>(names.size()));
    names.push_back(name);
  }
  std::vector<example> examples(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    examples[i].from = from[i];
    for (const auto& f : texts[i]) {
      if (const auto known = index.find(f); known != index.end()) examples[i].features.push_back(known->second);
    }
  }
  for (category c = 1; c <= care::category_count; ++c) {
    model m;
    m.weights.assign(names.size(), 0);
    m.steps.assign(names.size(), 0);
    std::uint32_t random = 12345;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t n = 0; n < examples.size(); ++n) {
        random = random * 1664525U + 1013904223U;
        const example& e = examples[random % examples.size()];
        const auto& about = e.from->categories;
        const bool yes = std::find(about.begin(), about.end(), c) != about.end() && e.from->expected >= says(c);
        m.learn(e, yes, yes ? 2.0 : 1.0);
      }
    }
    out << "bias C" << static_cast<int>(c) << " " << care::name_of(says(c)) << " " << std::fixed << std::setprecision(2)
        << m.bias - demanded_odds << "\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (std::fabs(m.weights[i]) >= worth_writing) {
        out << "weight C" << static_cast<int>(c) << " " << m.weights[i] << " " << names[i] << "\n";
      }
    }
  }
}

}  // namespace nightlight::corpus
