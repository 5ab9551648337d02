#include "adapters/sqlite/sqlite_database.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "adapters/sqlite/log_layout.hpp"
#include "adapters/sqlite/schema.hpp"
#include "async/completions_together.hpp"

namespace nightlight::adapters {
namespace {

// Made before SQLite opens it, so that it is never open to others; the log beside it takes the same mode. The name is
// synced too: a database that has acknowledged something must not vanish. A file that is there is not touched: closing
// a second descriptor would let go of the locks that another connection of this process holds on it.
void make_private_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0 && errno == EEXIST) return;
  if (file < 0) throw std::runtime_error("the store " + path + " cannot be opened: " + std::strerror(errno));
  ::close(file);
  const std::string folder = std::filesystem::absolute(path).parent_path().string();
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) throw std::runtime_error("the folder " + folder + " cannot be opened: " + std::strerror(errno));
  const bool synced = ::fsync(directory) == 0;
  ::close(directory);
  if (!synced) throw std::runtime_error("the folder " + folder + " cannot be synced");
}

void configure(connection& db, const sqlite_options& options) {
  // Small pages: a row is a few hundred bytes, and a commit writes every page it touched.
  db.must_execute("PRAGMA page_size = 2048");
  // Nobody else reads, writes or checkpoints the file while this connection has it: SQLite 3.40 can corrupt a database
  // that two connections checkpoint.
  db.must_execute("PRAGMA locking_mode = EXCLUSIVE");
  db.must_execute("PRAGMA journal_mode = WAL");
  db.must_execute(std::string{"PRAGMA synchronous = "} + options.synchronous);
  db.must_execute("PRAGMA foreign_keys = ON");
  db.must_execute("PRAGMA secure_delete = ON");
  db.must_execute("PRAGMA mmap_size = 0");
  db.must_execute("PRAGMA temp_store = MEMORY");  // sealed or not, nothing of ours goes to a temporary file
  db.must_execute("PRAGMA trusted_schema = OFF");
  db.must_execute("PRAGMA wal_autocheckpoint = 0");  // done after a group's answers are out: checkpoint_if_due
}

// Where this thread shares a core with a shard, being woken does not interrupt it: everything the shard's turn asks for
// shares one commit. Where the policy cannot be had, commits are only smaller.
void give_way_to_conversations() {
  const sched_param plain{};
  pthread_setschedparam(pthread_self(), SCHED_BATCH, &plain);
}

}  // namespace

sqlite_database::sqlite_database(sqlite_options options) : options_(std::move(options)) {
  if (options_.vfs == nullptr) {
    lock_ = std::make_unique<process_lock>(options_.path);
    make_private_file(options_.path);
  }
  db_ = std::make_unique<connection>(options_.path, options_.vfs);
  try {
    configure(*db_, options_);
    migrate(*db_);
    if (options_.log_laid_out) lay_out_log(*db_, options_.checkpoint_pages);
    tables_ = std::make_unique<sqlite_tables>(*db_);
    begin_ = std::make_unique<statement>(*db_, "BEGIN IMMEDIATE");
    commit_ = std::make_unique<statement>(*db_, "COMMIT");
    probe_ = std::make_unique<statement>(
        *db_, "INSERT INTO setting VALUES('probe', 1) ON CONFLICT(key) DO UPDATE SET value = value + 1");
  } catch (const sqlite_failure& reason) {
    const bool busy = reason.code() == SQLITE_BUSY;
    throw std::runtime_error("the store " + options_.path +
                             (busy ? " is in use by another process; stop that one first, or let it do the work"
                                   : std::string{" cannot be used: "} + reason.what()));
  } catch (const std::runtime_error& reason) {
    throw std::runtime_error("the store " + options_.path + " cannot be used: " + reason.what());
  }
  sqlite3_wal_hook(db_->handle(), &sqlite_database::count_pages, this);
  thread_ = std::thread{[this] { run(); }};
}

sqlite_database::~sqlite_database() {
  {
    const std::lock_guard lock{mutex_};
    closed_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void sqlite_database::submit(std::unique_ptr<sqlite_task> task) {
  {
    const std::lock_guard lock{mutex_};
    if (!closed_ && waiting_.size() < options_.queue_max) {
      waiting_.push_back(std::move(task));
      if (waiting_.size() == 1) arrived_.notify_one();
      return;
    }
  }
  task->complete(false);
}

void sqlite_database::run() {
  give_way_to_conversations();
  tasks group;
  while (take(group)) {
    if (group.empty()) {
      probe();
    } else {
      do_group(group);
      group.clear();
    }
    checkpoint_if_due();
  }
}

// Everything that waits; nothing when it is time to try a failed store again; false at the end.
bool sqlite_database::take(tasks& group) {
  std::unique_lock lock{mutex_};
  const auto something = [this] { return closed_ || !waiting_.empty(); };
  if (healthy_) {
    arrived_.wait(lock, something);
  } else {
    arrived_.wait_for(lock, options_.probe_every, something);
  }
  group.swap(waiting_);
  return !(closed_ && group.empty());
}

// Writes first, in one transaction, then reads: a read sees every write asked for before it, and only what is kept.
void sqlite_database::do_group(tasks& group) {
  const bool kept = commit_group(group);
  const async::completions_together answers;
  for (const auto& task : group) {
    if (task->what() == sqlite_task::kind::write) task->complete(kept);
  }
  for (const auto& task : group) {
    if (task->what() == sqlite_task::kind::read) task->complete(task->run(*tables_) != sqlite_task::step::broken);
  }
}

bool sqlite_database::commit_group(tasks& group) {
  bool begun = false;
  for (const auto& task : group) {
    if (task->what() != sqlite_task::kind::write) continue;
    if (!begun && !statement::run{*begin_}.done()) {
      give_up();
      return false;
    }
    begun = true;
    if (task->run(*tables_) == sqlite_task::step::broken || !db_->in_transaction()) {
      give_up();
      return false;
    }
  }
  if (!begun) return true;
  if (!statement::run{*commit_}.done()) {
    give_up();
    return false;
  }
  return true;
}

// SQLite rolls back by itself after some failures; what it has not rolled back is rolled back here.
void sqlite_database::give_up() {
  if (db_->in_transaction()) db_->execute("ROLLBACK");
  tables_->log.forget_heads();
  healthy_ = false;
}

// Called after each commit that wrote something.
int sqlite_database::count_pages(void* self, sqlite3*, const char*, int pages) {
  auto* const database = static_cast<sqlite_database*>(self);
  database->pages_in_log_ = pages;
  database->healthy_ = true;
  return SQLITE_OK;
}

// After the answers are out, so that nobody's acknowledgement waits for it. A checkpoint that fails is tried again
// after the next write; the log still holds everything.
void sqlite_database::checkpoint_if_due() {
  if (pages_in_log_ < options_.checkpoint_pages) return;
  const int code = sqlite3_wal_checkpoint_v2(db_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code == SQLITE_OK) {
    pages_in_log_ = 0;
  } else {
    healthy_ = false;
  }
}

void sqlite_database::probe() {
  if (!statement::run{*probe_}.done()) give_up();
}

}  // namespace nightlight::adapters
