// The languages that everything is said in.
#pragma once

#include <string_view>

namespace nightlight::domain {

inline bool is_language(std::string_view code) { return code == "en" || code == "es"; }

}  // namespace nightlight::domain
