// A disk for SQLite whose power can be cut: a file layer (VFS) in memory that knows, sector by sector, what was synced.
// After a cut only that is sure to be left; of the rest a random part is. It can also be full, and it can fail to sync
// in the way that hurts most: what was to be synced counts as clean from then on and is lost all the same.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>

namespace nightlight::testing {

class power_cut_disk {
 public:
  power_cut_disk();
  ~power_cut_disk();
  power_cut_disk(const power_cut_disk&) = delete;
  power_cut_disk& operator=(const power_cut_disk&) = delete;

  const char* vfs_name() const { return name_.c_str(); }

  // Power goes during the change that comes after `changes` more (writes, truncations, deletions).
  void cut_after(std::size_t changes);
  void cut_now();
  bool is_off() const;
  // Decides what is left and lets files be opened again. Every file that was open must have been closed.
  void restore_power(std::mt19937_64& random);

  void set_full(bool full);
  void set_syncs_fail(bool fail);

  std::size_t changes() const;
  // What a copy of the disk's files would hold; a missing file is empty.
  std::string contents(const std::string& path) const;
  void copy(const std::string& from, const std::string& to);

  static constexpr std::size_t sector_size = 512;

 private:
  friend struct power_cut_file;

  struct content {
    std::string now;
    std::string synced;
    std::set<std::size_t> dirty;       // sectors written since the last sync
    std::size_t shrunk_to = SIZE_MAX;  // the shortest it has been since then
  };
  using directory = std::map<std::string, std::shared_ptr<content>>;

  int open(const char* path, sqlite3_file* file, int flags, int* flags_out);
  int remove(const char* path, bool sync_directory);
  bool has(const char* path) const;
  int write(content& to, const void* bytes, std::size_t size, std::size_t at);
  int truncate(content& what, std::size_t size);
  int sync(content& what);
  bool change_allowed();  // counts it, and cuts the power when it is time
  static void leave_a_part(content& of, std::mt19937_64& random, double kept);

  mutable std::mutex mutex_;
  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
  directory files_;
  directory synced_files_;  // the directory itself is synced apart from what is in the files
  std::size_t changes_ = 0;
  std::size_t cut_at_ = SIZE_MAX;
  bool off_ = false;
  bool full_ = false;
  bool syncs_fail_ = false;
};

}  // namespace nightlight::testing
