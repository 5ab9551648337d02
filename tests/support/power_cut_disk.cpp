#include "support/power_cut_disk.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <vector>

namespace nightlight::testing {

// SQLite's view of an open file.
struct power_cut_file {
  sqlite3_file base;
  power_cut_disk* disk;
  std::shared_ptr<power_cut_disk::content>* content;
  bool syncs_directory;  // a new log or journal: its first sync makes its name last too

  static power_cut_file* of(sqlite3_file* file) { return reinterpret_cast<power_cut_file*>(file); }

  static int close(sqlite3_file* file) {
    delete of(file)->content;
    return SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    const std::lock_guard lock{of(file)->disk->mutex_};
    if (of(file)->disk->off_) return SQLITE_IOERR_READ;
    const std::string& from = (*of(file)->content)->now;
    const auto begin = std::min(static_cast<std::size_t>(at), from.size());
    const auto there = std::min(static_cast<std::size_t>(size), from.size() - begin);
    std::memcpy(bytes, from.data() + begin, there);
    std::memset(static_cast<char*>(bytes) + there, 0, static_cast<std::size_t>(size) - there);
    return there == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const std::lock_guard lock{of(file)->disk->mutex_};
    return of(file)->disk->write(**of(file)->content, bytes, static_cast<std::size_t>(size),
                                 static_cast<std::size_t>(at));
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const std::lock_guard lock{of(file)->disk->mutex_};
    return of(file)->disk->truncate(**of(file)->content, static_cast<std::size_t>(size));
  }
  static int sync(sqlite3_file* file, int) {
    power_cut_disk& disk = *of(file)->disk;
    const std::lock_guard lock{disk.mutex_};
    const int code = disk.sync(**of(file)->content);
    if (code == SQLITE_OK && of(file)->syncs_directory) {
      disk.synced_files_ = disk.files_;
      of(file)->syncs_directory = false;
    }
    return code;
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) {
    const std::lock_guard lock{of(file)->disk->mutex_};
    *size = static_cast<sqlite3_int64>((*of(file)->content)->now.size());
    return of(file)->disk->off_ ? SQLITE_IOERR_FSTAT : SQLITE_OK;
  }
  static int lock(sqlite3_file*, int) { return SQLITE_OK; }
  static int reserved(sqlite3_file*, int* held) {
    *held = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector(sqlite3_file*) { return power_cut_disk::sector_size; }
  static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

  static constexpr sqlite3_io_methods methods = {
      1,      close,           read,    write,   truncate, sync,    size,    lock,   lock, reserved, control,
      sector, characteristics, nullptr, nullptr, nullptr,  nullptr, nullptr, nullptr};
};

power_cut_disk::power_cut_disk() {
  static std::atomic<int> made = 0;
  name_ = "power-cut-" + std::to_string(++made);
  sqlite3_vfs* const system = sqlite3_vfs_find(nullptr);
  vfs_ = std::make_unique<sqlite3_vfs>(*system);  // its clock and randomness serve us as they are
  vfs_->pNext = nullptr;
  vfs_->szOsFile = sizeof(power_cut_file);
  vfs_->zName = name_.c_str();
  vfs_->pAppData = this;
  vfs_->xOpen = [](sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_out) {
    return static_cast<power_cut_disk*>(vfs->pAppData)->open(path, file, flags, flags_out);
  };
  vfs_->xDelete = [](sqlite3_vfs* vfs, const char* path, int sync_directory) {
    return static_cast<power_cut_disk*>(vfs->pAppData)->remove(path, sync_directory != 0);
  };
  vfs_->xAccess = [](sqlite3_vfs* vfs, const char* path, int, int* found) {
    *found = static_cast<power_cut_disk*>(vfs->pAppData)->has(path) ? 1 : 0;
    return SQLITE_OK;
  };
  vfs_->xFullPathname = [](sqlite3_vfs*, const char* path, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
  };
  sqlite3_vfs_register(vfs_.get(), 0);
}

power_cut_disk::~power_cut_disk() { sqlite3_vfs_unregister(vfs_.get()); }

void power_cut_disk::cut_after(std::size_t changes) {
  const std::lock_guard lock{mutex_};
  cut_at_ = changes_ + changes;
}

void power_cut_disk::cut_now() {
  const std::lock_guard lock{mutex_};
  off_ = true;
}

bool power_cut_disk::is_off() const {
  const std::lock_guard lock{mutex_};
  return off_;
}

void power_cut_disk::set_full(bool full) {
  const std::lock_guard lock{mutex_};
  full_ = full;
}

void power_cut_disk::set_syncs_fail(bool fail) {
  const std::lock_guard lock{mutex_};
  syncs_fail_ = fail;
}

std::size_t power_cut_disk::changes() const {
  const std::lock_guard lock{mutex_};
  return changes_;
}

std::string power_cut_disk::contents(const std::string& path) const {
  const std::lock_guard lock{mutex_};
  const auto found = files_.find(path);
  return found == files_.end() ? std::string{} : found->second->now;
}

void power_cut_disk::copy(const std::string& from, const std::string& to) {
  const std::lock_guard lock{mutex_};
  const auto found = files_.find(from);
  if (found == files_.end()) {
    files_.erase(to);
  } else {
    files_[to] = std::make_shared<content>(*found->second);
  }
  synced_files_ = files_;
}

void power_cut_disk::restore_power(std::mt19937_64& random) {
  const std::lock_guard lock{mutex_};
  std::set<std::string> names;
  for (const auto& [name, file] : files_) names.insert(name);
  for (const auto& [name, file] : synced_files_) names.insert(name);
  directory left;
  for (const std::string& name : names) {
    // A name that was made or removed and not synced is there or not.
    const directory& from = random() % 2 == 0 ? files_ : synced_files_;
    if (const auto found = from.find(name); found != from.end()) left.emplace(name, found->second);
  }
  // Sometimes nothing unsynced is left, sometimes nearly all, mostly some.
  static constexpr double shares[] = {0.0, 0.1, 0.5, 0.5, 0.9, 1.0};
  const double kept = shares[random() % std::size(shares)];
  for (const auto& [name, file] : left) leave_a_part(*file, random, kept);
  files_ = left;
  synced_files_ = std::move(left);
  off_ = false;
  cut_at_ = SIZE_MAX;
}

void power_cut_disk::leave_a_part(content& of, std::mt19937_64& random, double kept) {
  std::string left = of.synced;
  if (of.shrunk_to < left.size() && std::bernoulli_distribution{kept}(random)) left.resize(of.shrunk_to);
  for (const std::size_t sector : of.dirty) {
    const std::size_t begin = sector * sector_size;
    if (begin >= of.now.size() || !std::bernoulli_distribution{kept}(random)) continue;
    const std::size_t end = std::min(begin + sector_size, of.now.size());
    if (left.size() < end) left.resize(end);
    std::copy(of.now.begin() + static_cast<std::ptrdiff_t>(begin), of.now.begin() + static_cast<std::ptrdiff_t>(end),
              left.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  of.now = left;
  of.synced = std::move(left);
  of.dirty.clear();
  of.shrunk_to = SIZE_MAX;
}

int power_cut_disk::open(const char* path, sqlite3_file* file, int flags, int* flags_out) {
  const std::lock_guard lock{mutex_};
  file->pMethods = nullptr;
  // No name means a temporary file: the store must not make any, its words would lie about.
  if (off_ || path == nullptr) return SQLITE_CANTOPEN;
  auto found = files_.find(path);
  const bool made = found == files_.end();
  if (made) {
    if ((flags & SQLITE_OPEN_CREATE) == 0 || full_) return SQLITE_CANTOPEN;
    found = files_.emplace(path, std::make_shared<content>()).first;
    // The adapter makes the database file itself, and syncs the directory.
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) synced_files_[path] = found->second;
  }
  auto* const opened = power_cut_file::of(file);
  opened->disk = this;
  opened->content = new std::shared_ptr<content>(found->second);
  opened->syncs_directory = made && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  opened->base.pMethods = &power_cut_file::methods;
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int power_cut_disk::remove(const char* path, bool sync_directory) {
  const std::lock_guard lock{mutex_};
  if (!change_allowed()) return SQLITE_IOERR_DELETE;
  if (files_.erase(path) == 0) return SQLITE_IOERR_DELETE_NOENT;
  if (sync_directory) synced_files_ = files_;
  return SQLITE_OK;
}

bool power_cut_disk::has(const char* path) const {
  const std::lock_guard lock{mutex_};
  return !off_ && files_.contains(path);
}

int power_cut_disk::write(content& to, const void* bytes, std::size_t size, std::size_t at) {
  if (off_) return SQLITE_IOERR_WRITE;
  if (full_) return SQLITE_FULL;
  const bool survived = change_allowed();
  // The write under which the power goes has reached the disk's cache: any part of it may be left.
  if (to.now.size() < at + size) to.now.resize(at + size);
  std::memcpy(to.now.data() + at, bytes, size);
  for (std::size_t sector = at / sector_size; sector * sector_size < at + size; ++sector) to.dirty.insert(sector);
  return survived ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int power_cut_disk::truncate(content& what, std::size_t size) {
  if (!change_allowed()) return SQLITE_IOERR_TRUNCATE;
  what.now.resize(std::min(what.now.size(), size));
  what.shrunk_to = std::min(what.shrunk_to, size);
  return SQLITE_OK;
}

int power_cut_disk::sync(content& what) {
  if (off_) return SQLITE_IOERR_FSYNC;
  if (syncs_fail_) {
    what.dirty.clear();  // clean as far as the system knows, and not on the disk
    return SQLITE_IOERR_FSYNC;
  }
  what.synced.resize(std::min(what.synced.size(), what.shrunk_to));
  what.synced.resize(what.now.size());
  what.shrunk_to = SIZE_MAX;
  for (const std::size_t sector : what.dirty) {
    const std::size_t begin = std::min(sector * sector_size, what.now.size());
    const std::size_t size = std::min(sector_size, what.now.size() - begin);
    std::memcpy(what.synced.data() + begin, what.now.data() + begin, size);
  }
  what.dirty.clear();
  return SQLITE_OK;
}

bool power_cut_disk::change_allowed() {
  if (off_) return false;
  if (changes_ == cut_at_) {
    off_ = true;
    return false;
  }
  ++changes_;
  return true;
}

}  // namespace nightlight::testing
