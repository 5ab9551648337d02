// A key in a file of its own that ends: found while it is there, and destroyed for good. Calls touch the disk and
// block.
#pragma once

#include <string>

#include "base/result.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::sealing {

// failure::key_destroyed when there is none, failure::corrupt when the file is not a key.
result<secret_key> find_key_file(const std::string& folder, const std::string& name);

// Overwrites, unlinks, and returns once the name is gone for good. Doing it twice is not an error.
result<void> destroy_key_file(const std::string& folder, const std::string& name);

}  // namespace nightlight::sealing
