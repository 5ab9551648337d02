// A random key in a file of its own beside the meetings' keys: made once, found again after each start.
#pragma once

#include <string>

#include "sealing/secret_key.hpp"

namespace nightlight::sealing {

// `name` in `folder`, which is there and private. Throws std::runtime_error in words for the operator.
secret_key find_or_make_key(const std::string& folder, const std::string& name);

}  // namespace nightlight::sealing
