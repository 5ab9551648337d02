// SQLite's C API as two owners: a connection and a prepared statement. Nothing here throws but opening and preparing,
// which happen at start-up; everything else answers with SQLite's result code or a flag.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nightlight::adapters {

// What start-up throws: SQLite's words and its primary result code.
class sqlite_failure : public std::runtime_error {
 public:
  sqlite_failure(const std::string& words, int code) : std::runtime_error(words), code_(code & 0xff) {}
  int code() const { return code_; }

 private:
  int code_;
};

class connection {
 public:
  // Throws sqlite_failure. `vfs` may be null: the machine's own.
  connection(const std::string& path, const char* vfs);

  sqlite3* handle() const { return handle_.get(); }
  // Runs statements that give no rows or whose rows do not matter.
  int execute(const char* sql) { return sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr); }
  // These throw sqlite_failure: for start-up.
  void must_execute(const std::string& sql);
  std::int64_t must_query_number(const std::string& sql);
  bool in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

 private:
  struct closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, closer> handle_;
};

// One prepared statement, kept for the life of its connection. Use it through `run`, which resets it afterwards.
class statement {
 public:
  statement(connection& on, std::string_view sql);

  // One execution: bind in order, then step; reset when it goes. What is bound must live as long.
  class run {
   public:
    explicit run(statement& of) : of_(of.prepared_.get()) {}
    ~run() {
      sqlite3_reset(of_);
      sqlite3_clear_bindings(of_);
    }
    run(const run&) = delete;
    run& operator=(const run&) = delete;

    run& number(std::int64_t value) {
      sqlite3_bind_int64(of_, ++bound_, value);
      return *this;
    }
    run& bytes(std::string_view value) {
      // A null pointer would bind NULL; no bytes are still bytes.
      sqlite3_bind_blob64(of_, ++bound_, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
      return *this;
    }
    run& text(std::string_view value) {
      sqlite3_bind_text64(of_, ++bound_, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
      return *this;
    }

    // SQLITE_ROW, SQLITE_DONE or an error.
    int step() { return code_ = sqlite3_step(of_); }
    // For statements that give no rows.
    bool done() { return step() == SQLITE_DONE; }
    bool row() { return step() == SQLITE_ROW; }
    // After the rows are through: whether they ended well.
    bool ended() const { return code_ == SQLITE_DONE; }
    int code() const { return code_; }

    std::int64_t number_at(int column) const { return sqlite3_column_int64(of_, column); }
    std::string bytes_at(int column) const {
      const void* begin = sqlite3_column_blob(of_, column);
      if (begin == nullptr) return {};
      return {static_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_column_bytes(of_, column))};
    }

   private:
    sqlite3_stmt* of_;
    int bound_ = 0;
    int code_ = SQLITE_OK;
  };

 private:
  struct finalizer {
    void operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
  };
  std::unique_ptr<sqlite3_stmt, finalizer> prepared_;
};

}  // namespace nightlight::adapters
