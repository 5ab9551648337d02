#include "adapters/sqlite/process_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace nightlight::adapters {

process_lock::process_lock(const std::string& database_path) {
  const std::string path = database_path + ".lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file_ < 0) throw std::runtime_error("the lock file " + path + " cannot be made: " + std::strerror(errno));
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  const bool held = errno == EWOULDBLOCK;
  const std::string reason = std::strerror(errno);
  ::close(file_);
  if (!held) throw std::runtime_error("the lock file " + path + " cannot be locked: " + reason);
  throw std::runtime_error("the store " + database_path +
                           " is in use by another nightlight process; stop that one first, or let it do the work");
}

process_lock::~process_lock() { ::close(file_); }

}  // namespace nightlight::adapters
