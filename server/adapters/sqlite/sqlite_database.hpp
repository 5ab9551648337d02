// The one connection to the database file and the one thread that uses it: it writes, checkpoints and reads. What
// arrives while a commit is under way shares the next one. sqlite_room_log and sqlite_store are its two faces.
//
// A group of writes is one transaction. A write that does not fit (a conflict, a unit that returns a failure) leaves
// the others alone; when the store itself fails, nobody in the group is told that anything was kept.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/log_tables.hpp"
#include "adapters/sqlite/process_lock.hpp"
#include "adapters/sqlite/record_tables.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace nightlight::adapters {

struct sqlite_options {
  std::string path;
  std::size_t queue_max = 8192;           // tasks waiting; beyond it, store_unavailable
  int checkpoint_pages = 16'000;          // of the write-ahead log (33 MB), before it is copied into the database
  bool log_laid_out = false;              // made that long when it is opened, so that commits are quicker
  milliseconds probe_every = seconds{1};  // how often a store that failed is tried again
  const char* vfs = nullptr;              // for tests: which of SQLite's file layers
  const char* synchronous = "FULL";       // for tests: anything less loses what was acknowledged
};

// Everything a task may use, on the database's thread.
struct sqlite_tables {
  explicit sqlite_tables(connection& on) : db(on), log(on), kept(on) {}
  connection& db;
  log_tables log;
  record_tables kept;
};

// Something to do on the database's thread.
class sqlite_task {
 public:
  enum class kind { write, read };
  enum class step {
    kept,    // goes with the group's commit
    undone,  // wrote nothing that is left; its own failure will be told
    broken,  // the store failed: the group cannot be committed
  };

  explicit sqlite_task(kind k) : kind_(k) {}
  virtual ~sqlite_task() = default;
  virtual step run(sqlite_tables& tables) = 0;
  // Called once: with true after run() and, for a write, after the commit; with false when nothing is known to be kept.
  virtual void complete(bool done) = 0;
  kind what() const { return kind_; }

 private:
  const kind kind_;
};

class sqlite_database {
 public:
  // Takes the process lock, opens or makes the file (0600) and keeps every other connection out of it, brings the
  // schema up to date and starts the thread. Throws std::runtime_error in words for the operator.
  explicit sqlite_database(sqlite_options options);
  // Does what waits, then closes.
  ~sqlite_database();
  sqlite_database(const sqlite_database&) = delete;
  sqlite_database& operator=(const sqlite_database&) = delete;

  // Any thread. When the queue is full or closed, completes the task with false before returning.
  void submit(std::unique_ptr<sqlite_task> task);
  bool healthy() const { return healthy_; }

 private:
  using tasks = std::vector<std::unique_ptr<sqlite_task>>;

  void run();
  bool take(tasks& waiting);
  void do_group(tasks& group);
  bool commit_group(tasks& group);
  void give_up();
  void checkpoint_if_due();
  void probe();
  static int count_pages(void* self, sqlite3*, const char*, int pages);

  const sqlite_options options_;
  std::unique_ptr<process_lock> lock_;
  std::unique_ptr<connection> db_;
  std::unique_ptr<sqlite_tables> tables_;
  std::unique_ptr<statement> begin_, commit_, probe_;
  int pages_in_log_ = 0;
  std::atomic<bool> healthy_ = true;

  std::mutex mutex_;
  std::condition_variable arrived_;
  tasks waiting_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace nightlight::adapters
