#include "domain/moderation/phrase_finder.hpp"

namespace nightlight::domain {

phrase_finder::phrase_id phrase_finder::add(std::string_view phrase) {
  std::uint32_t at = 0;
  for (const char c : phrase) {
    const auto [place, fresh] = growing_.try_emplace({at, static_cast<std::uint8_t>(c)}, 0);
    if (fresh) {
      place->second = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    at = place->second;
  }
  if (nodes_[at].says == 0) {
    lengths_.push_back(phrase.size());
    nodes_[at].says = static_cast<std::uint32_t>(lengths_.size());
  }
  return nodes_[at].says - 1;
}

void phrase_finder::finish() {
  for (const auto& [from, to] : growing_) {
    if (from.first == 0) {
      root_[from.second] = to;
      continue;
    }
    node& n = nodes_[from.first];
    if (n.past == 0) n.first = n.past = static_cast<std::uint32_t>(branches_.size());
    branches_.push_back({from.second, to});
    ++n.past;
  }
  growing_.clear();
  // Breadth first: where a node falls back to is shorter than the node, so it is known already.
  std::vector<std::uint32_t> waiting;
  for (const std::uint32_t to : root_) {
    if (to != 0) waiting.push_back(to);
  }
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const node n = nodes_[waiting[i]];
    for (std::uint32_t b = n.first; b < n.past; ++b) {
      node& next = nodes_[branches_[b].to];
      next.fail = step(n.fail, branches_[b].byte);
      next.shorter = nodes_[next.fail].says != 0 ? next.fail : nodes_[next.fail].shorter;
      waiting.push_back(branches_[b].to);
    }
  }
}

}  // namespace nightlight::domain
