#include "adapters/sqlite/connection.hpp"

namespace nightlight::adapters {
namespace {

[[noreturn]] void fail(sqlite3* handle) {
  throw sqlite_failure(sqlite3_errmsg(handle), sqlite3_extended_errcode(handle));
}

}  // namespace

connection::connection(const std::string& path, const char* vfs) {
  sqlite3* opened = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags, vfs);
  handle_.reset(opened);
  if (code != SQLITE_OK) {
    throw sqlite_failure("the store " + path + " cannot be opened: " + sqlite3_errstr(code), code);
  }
  sqlite3_extended_result_codes(opened, 1);
}

void connection::must_execute(const std::string& sql) {
  if (execute(sql.c_str()) != SQLITE_OK) fail(handle());
}

std::int64_t connection::must_query_number(const std::string& sql) {
  statement query{*this, sql};
  statement::run run{query};
  if (!run.row()) fail(handle());
  return run.number_at(0);
}

statement::statement(connection& on, std::string_view sql) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v3(on.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &prepared, nullptr);
  prepared_.reset(prepared);
  if (code != SQLITE_OK) fail(on.handle());
}

}  // namespace nightlight::adapters
