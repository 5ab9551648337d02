#include "sealing/key_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "sealing/descriptor.hpp"
#include "sealing/private_file.hpp"

namespace nightlight::sealing {
namespace {

// What destroy_key_file() leaves when power fails between the overwriting and the unlinking.
bool is_overwritten(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

}  // namespace

result<secret_key> find_key_file(const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  const descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!file) return errno == ENOENT ? failure::key_destroyed : failure::store_unavailable;
  std::array<char, secret_key::size + 1> bytes{};
  const ssize_t size = ::read(file.number(), bytes.data(), bytes.size());
  if (size < 0) return failure::store_unavailable;
  const std::string_view content{bytes.data(), static_cast<std::size_t>(size)};
  if (is_overwritten(content)) return failure::key_destroyed;
  if (content.size() != secret_key::size) return failure::corrupt;
  auto key = secret_key::from_bytes(content);
  wipe(bytes.data(), bytes.size());
  return key;
}

result<void> destroy_key_file(const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  const descriptor file{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (file) {
    const std::string zeros(secret_key::size, '\0');
    if (!write_all(file.number(), zeros) || ::fsync(file.number()) != 0) return failure::store_unavailable;
    if (::unlink(path.c_str()) != 0) return failure::store_unavailable;
  } else if (errno != ENOENT) {
    return failure::store_unavailable;
  }
  // Even when it was not there: the unlinking before may not have been synced.
  return sync_folder(folder);
}

}  // namespace nightlight::sealing
