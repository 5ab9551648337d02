// One process owns the store at a time: it holds an advisory lock on a file beside the database until it ends, however
// it ends.
#pragma once

#include <filesystem>
#include <optional>

#include "app/descriptor.hpp"

namespace nightlight::app {

class store_lock {
 public:
  // Nothing when another process holds it. Throws std::system_error when the file cannot be made. Makes the folder of
  // the database, for its owner alone, when it is not there yet.
  static std::optional<store_lock> take(const std::filesystem::path& database);

 private:
  explicit store_lock(descriptor file) : file_(std::move(file)) {}

  descriptor file_;
};

}  // namespace nightlight::app
