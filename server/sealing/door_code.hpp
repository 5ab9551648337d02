// The code of a door as it is kept: under a salt of its own, so that two doors with one code do not look the same. It
// is short, and whoever has the database can try them all: a code keeps strangers out for an evening and is no key.
#pragma once

#include <string>
#include <string_view>

namespace nightlight::sealing {

// One word of letters and digits.
std::string hash_of_code(std::string_view code);
// In the same time wherever they differ.
bool is_code(const std::string& hash, std::string_view tried);

}  // namespace nightlight::sealing
