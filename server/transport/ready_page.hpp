// A page anybody may read that was made when the server started and stays as it is.
#pragma once

#include <string>

#include "transport/public_pages.hpp"

namespace nightlight::transport {

public_pages ready_page(std::string path, std::string type, std::string bytes);

}  // namespace nightlight::transport
