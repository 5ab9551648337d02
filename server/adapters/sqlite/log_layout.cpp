#include "adapters/sqlite/log_layout.hpp"

#include <algorithm>
#include <array>

namespace nightlight::adapters {
namespace {

// https://www.sqlite.org/fileformat2.html#walformat
constexpr sqlite3_int64 header_bytes = 32;
constexpr sqlite3_int64 frame_header_bytes = 24;
constexpr sqlite3_int64 last_group_pages = 64;  // what the commit may write that is the first past the mark

bool lengthen(sqlite3_file* file, sqlite3_int64 from, sqlite3_int64 to) {
  static constexpr std::array<char, 65'536> nothing{};
  for (sqlite3_int64 at = from; at < to; at += std::ssize(nothing)) {
    const auto size = static_cast<int>(std::min<sqlite3_int64>(std::ssize(nothing), to - at));
    if (file->pMethods->xWrite(file, nothing.data(), size, at) != SQLITE_OK) return false;
  }
  return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) == SQLITE_OK;
}

}  // namespace

void lay_out_log(connection& db, int pages) {
  sqlite3_file* log = nullptr;
  sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log));
  if (log == nullptr || log->pMethods == nullptr) return;
  sqlite3_int64 before = 0;
  if (log->pMethods->xFileSize(log, &before) != SQLITE_OK) return;
  const sqlite3_int64 page_bytes = db.must_query_number("PRAGMA page_size");
  const sqlite3_int64 wanted = header_bytes + (pages + last_group_pages) * (frame_header_bytes + page_bytes);
  if (before < wanted && !lengthen(log, before, wanted)) log->pMethods->xTruncate(log, before);
}

}  // namespace nightlight::adapters
