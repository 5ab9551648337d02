// Files for their owner alone, in a folder that is theirs alone: what the keys and the audit log's anchor are. Calls
// touch the disk and block.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nightlight::sealing {

bool write_all(int file, std::string_view bytes);

// Makes `folder`/`name`, 0600, or replaces it. Under another name first, so that a file that can be seen is whole and
// its bytes survived their sync; the name itself survives loss of power once sync_folder() has returned.
// failure::store_unavailable when the disk refuses.
result<void> write_private_file(const std::string& folder, const std::string& name, std::string_view bytes);
result<void> sync_folder(const std::string& folder);

// failure::not_found; failure::corrupt when it has more bytes or is open to others; failure::store_unavailable.
result<std::string> read_private_file(const std::string& folder, const std::string& name, std::size_t bytes_max);

// What a stop in the middle of write_private_file() left. While nobody writes there.
void remove_unfinished_files(const std::string& folder);

}  // namespace nightlight::sealing
