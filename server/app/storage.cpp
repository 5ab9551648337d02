#include "app/storage.hpp"

#include <filesystem>
#include <stdexcept>

#include "accounts/ban_marks.hpp"
#include "accounts/return_links.hpp"
#include "adapters/sqlite/sqlite_database.hpp"
#include "adapters/sqlite/sqlite_room_log.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "calendar/place_names.hpp"
#include "calendar/reminder_box.hpp"
#include "care/incident_box.hpp"

namespace nightlight::app {
namespace {

namespace fs = std::filesystem;

// The folder that `path` is to be in.
const std::string& in_private_folder(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  if (folder.empty() || fs::exists(folder)) return path;
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
  return path;
}

}  // namespace

struct storage::database {
  database(const std::string& path, purpose what_for)
      : file({.path = path, .log_laid_out = what_for == purpose::serving}), log(file), records(file) {}

  adapters::sqlite_database file;
  adapters::sqlite_room_log log;
  adapters::sqlite_store records;
};

storage::storage(const store_config& where, purpose what_for)
    : database_(std::make_unique<database>(in_private_folder(where.path), what_for)),
      keys_(in_private_folder(where.keys_dir)),
      audit_(where.keys_dir),
      contacts_(where.keys_dir) {}

storage::~storage() = default;

room_log& storage::log() { return database_->log; }
store& storage::records() { return database_->records; }

void storage::destroy(std::unique_ptr<storage> kept, const store_config& where) {
  const auto keys = kept->keys().list();
  if (!keys) throw std::runtime_error("the keys cannot be read: " + keys.error().message());
  for (const auto& [meeting, retention] : *keys) {
    const result<void> gone = kept->keys().destroy(meeting, retention);
    if (!gone) throw std::runtime_error("a key cannot be destroyed: " + gone.error().message());
  }
  kept.reset();
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(where.path + ending);
  audit::audit_log::forget(where.keys_dir);
  accounts::ban_marks::forget(where.keys_dir);
  paging::contact_box::forget(where.keys_dir);
  calendar::place_names::forget(where.keys_dir);
  calendar::reminder_box::forget(where.keys_dir);
  accounts::return_links::forget(where.keys_dir);
  care::incident_box::forget(where.keys_dir);
}

}  // namespace nightlight::app
