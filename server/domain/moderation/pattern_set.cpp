#include "domain/moderation/pattern_set.hpp"

#include <numeric>

namespace nightlight::domain {
namespace {

constexpr int program_size_max = 4000;  // "\pL{200}" would be two hundred times all letters of the world
constexpr int bytes_for_one = 1 << 20;
constexpr int bytes_for_all = 16 << 20;

RE2::Options options_with(int bytes) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(bytes);
  return options;
}

// The text is folded, so a pattern with capitals has to be read without their difference.
std::string any_case(std::string_view pattern) {
  for (const char c : pattern) {
    if ((c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) return "(?i)" + std::string(pattern);
  }
  return std::string(pattern);
}

}  // namespace

std::string pattern_set::problem_with(std::string_view pattern) {
  const RE2 made(any_case(pattern), options_with(bytes_for_one));
  if (made.error_code() == RE2::ErrorPatternTooLarge) return "the pattern asks for too much: make it shorter";
  if (!made.ok()) return "the pattern cannot be read: " + made.error();
  if (made.ProgramSize() > program_size_max) return "the pattern asks for too much: make it shorter";
  if (RE2::FullMatch("", made)) return "the pattern matches even where nothing is written";
  return "";
}

std::size_t pattern_set::add(std::string_view pattern) {
  patterns_.push_back(std::make_unique<RE2>(any_case(pattern), options_with(bytes_for_one)));
  return patterns_.size() - 1;
}

void pattern_set::finish() {
  if (patterns_.empty()) return;
  together_ = std::make_unique<RE2::Set>(options_with(bytes_for_all), RE2::UNANCHORED);
  bool all = true;
  for (const auto& p : patterns_) all = together_->Add(p->pattern(), nullptr) >= 0 && all;
  if (!together_->Compile() || !all) together_.reset();
}

std::vector<int> pattern_set::occurring(std::string_view text) const {
  std::vector<int> numbers;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const re2::StringPiece piece(text.data(), text.size());
  if (together_ != nullptr && together_->Match(piece, &numbers, &error)) return numbers;
  if (together_ != nullptr && error.kind == RE2::Set::kNoError) return {};
  // Too much for one pass: each is asked by itself.
  numbers.resize(patterns_.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

bool pattern_set::find(std::size_t number, std::string_view text, std::size_t from, text_range& found) const {
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece part;
  if (from > text.size() || !patterns_[number]->Match(whole, from, text.size(), RE2::UNANCHORED, &part, 1))
    return false;
  found.begin = static_cast<std::size_t>(part.data() - text.data());
  found.end = found.begin + part.size();
  return true;
}

}  // namespace nightlight::domain
