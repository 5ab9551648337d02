#include "app/store_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <system_error>

namespace nightlight::app {
namespace {

namespace fs = std::filesystem;

void make_private_folder(const fs::path& folder) {
  if (folder.empty() || fs::exists(folder)) return;
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
}

}  // namespace

std::optional<store_lock> store_lock::take(const fs::path& database) {
  make_private_folder(database.parent_path());
  const std::string path = database.string() + ".lock";
  descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file) throw std::system_error(errno, std::generic_category(), path);
  if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return store_lock(std::move(file));
  if (errno == EWOULDBLOCK) return std::nullopt;
  throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace nightlight::app
