// Finds what somebody meant to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nightlight::app {

// Letters to insert, delete, replace or swap with a neighbour to make `a` into `b` (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, or empty when none is near enough to be meant.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace nightlight::app
