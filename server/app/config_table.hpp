// The one table of options: what each is called, what it may be, what it means, and where it lives in `config`.
// Reading, checking and the example file are all derived from it, so an option exists everywhere or nowhere.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/config.hpp"

namespace nightlight::app {

using option_value = std::variant<std::int64_t, std::string, std::vector<std::string>>;

struct option {
  std::string_view section;
  std::string_view key;
  std::string_view meaning;  // one line, shown in the example file
  // What is allowed: a range for numbers; for text a list of choices, where empty means anything.
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::vector<std::string_view> choices;
  std::function<option_value(const config&)> get;
  std::function<void(config&, const option_value&)> set;  // the value has been checked

  std::string name() const { return std::string(section) + "." + std::string(key); }
};

struct option_section {
  std::string_view name;
  std::string_view meaning;
};

std::span<const option_section> option_sections();
std::span<const option> options();

// What a reader of the file may write for this option, in words: "a whole number from 0 to 65535".
std::string allowed(const option& o);
// Whether `value` has the right kind and lies within what is allowed.
bool accepts(const option& o, const option_value& value);

// The whole example file: every section, every option with its meaning and its default.
std::string example_config();

}  // namespace nightlight::app
