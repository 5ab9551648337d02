// The key-encryption keys: one random 256-bit key per (meeting, retention class), each in a file of its own in
// `keys_dir`, outside the database and its backups. Destroying the file makes everything under it unreadable in
// every copy of the database. Files are 0600 in a 0700 directory.
//
// All keys of a meeting are made when it begins, so an absent file always means "destroyed". Calls touch the disk
// and block; any thread may call.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "sealing/retention_class.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::sealing {

class keyring {
 public:
  // Makes the directory when it is not there. Throws std::runtime_error, in words for the operator, when it cannot
  // be used or when others may read it.
  explicit keyring(std::string keys_dir);

  // Makes the keys of every retention class and returns once they survive loss of power. Keys that are already
  // there stay as they are. failure::store_unavailable when the disk refuses.
  result<void> make(const meeting_id& meeting);

  // failure::key_destroyed when there is none, failure::corrupt when the file is not a key.
  result<secret_key> find(const meeting_id& meeting, retention_class kept) const;

  // Overwrites, unlinks, and returns once the name is gone for good. Doing it twice is not an error.
  result<void> destroy(const meeting_id& meeting, retention_class kept);

  // Every key there is: what a sweep for forgotten purges compares with the meetings.
  result<std::vector<std::pair<meeting_id, retention_class>>> list() const;

 private:
  std::string path_of(const meeting_id& meeting, retention_class kept) const;

  std::string keys_dir_;
};

}  // namespace nightlight::sealing
