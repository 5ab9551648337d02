// Messages we wrote ourselves, with what staff should be told about each. A slice of them only measures; rules
// and weights are tuned on the others.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/care/level.hpp"

namespace nightlight::corpus {

enum class kind { positive, trap, everyday };

struct item {
  std::string id;
  std::string language;  // en, es, or mix
  domain::care::room_profile room = domain::care::room_profile::general;
  std::vector<std::string> messages;
  domain::care::level expected = domain::care::level::none;
  std::vector<domain::care::category> categories;
  kind what = kind::everyday;
  bool check = false;  // in the part that only measures

  std::vector<std::string_view> said() const { return {messages.begin(), messages.end()}; }
  bool only_intrusive() const { return categories.size() == 1 && categories[0] == 6; }
};

// Reads positive.jsonl, trap.jsonl and everyday.jsonl. Throws std::runtime_error with file and line.
std::vector<item> read_corpus(const std::filesystem::path& dir);

// Of the later batches, which several hands wrote without having seen the rules. Older ones were read by whoever tuned.
bool by_another_hand(std::string_view id);
// Every one of theirs whose number ends in 7: nothing is learned from it.
bool in_check_part(std::string_view id);

}  // namespace nightlight::corpus
