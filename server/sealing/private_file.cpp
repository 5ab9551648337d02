#include "sealing/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "sealing/descriptor.hpp"
#include "sealing/random.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::sealing {
namespace {

constexpr std::string_view unfinished_prefix = "unfinished-";

}  // namespace

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

result<void> write_private_file(const std::string& folder, const std::string& name, std::string_view bytes) {
  const std::string path = folder + "/" + name;
  const std::string unfinished = folder + "/" + std::string{unfinished_prefix} + random_base32(16);
  const descriptor file{::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
  if (!file) return failure::store_unavailable;
  const bool kept = write_all(file.number(), bytes) && ::fsync(file.number()) == 0 &&
                    std::rename(unfinished.c_str(), path.c_str()) == 0;
  if (kept) return {};
  ::unlink(unfinished.c_str());
  return failure::store_unavailable;
}

result<void> sync_folder(const std::string& folder) {
  const descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!directory || ::fsync(directory.number()) != 0) return failure::store_unavailable;
  return {};
}

result<std::string> read_private_file(const std::string& folder, const std::string& name, std::size_t bytes_max) {
  const std::string path = folder + "/" + name;
  const descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (!file) return errno == ENOENT ? failure::not_found : failure::store_unavailable;
  struct stat found {};
  if (::fstat(file.number(), &found) != 0) return failure::store_unavailable;
  if ((found.st_mode & 077) != 0) return failure::corrupt;
  std::string bytes(bytes_max + 1, '\0');
  const ssize_t size = ::read(file.number(), bytes.data(), bytes.size());
  if (size < 0) return failure::store_unavailable;
  if (static_cast<std::size_t>(size) > bytes_max) {
    wipe(bytes.data(), bytes.size());
    return failure::corrupt;
  }
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

void remove_unfinished_files(const std::string& folder) {
  std::error_code error;
  for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (at->path().filename().native().starts_with(unfinished_prefix)) ::unlink(at->path().c_str());
  }
}

}  // namespace nightlight::sealing
