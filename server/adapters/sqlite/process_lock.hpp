// One process owns a store: a lock on a file beside the database, which the system lets go of when the process ends,
// however it ends.
#pragma once

#include <string>

namespace nightlight::adapters {

class process_lock {
 public:
  // Throws std::runtime_error naming the situation when another process holds it.
  explicit process_lock(const std::string& database_path);
  ~process_lock();
  process_lock(const process_lock&) = delete;
  process_lock& operator=(const process_lock&) = delete;

 private:
  int file_;
};

}  // namespace nightlight::adapters
