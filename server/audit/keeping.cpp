#include "audit/keeping.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "async/store_work.hpp"

namespace nightlight::audit {

async::task<result<void>> async_keep(async::executor ex, store& kept, audit_log& log, audited_work unit) {
  auto writing = async::async_transact(ex, kept, std::move(unit));
  const result<audit_mark> newest = co_await std::move(writing);
  if (!newest) co_return newest.error();
  if (newest->sequence == 0) co_return result<void>{};
  auto moving = async::async_transact(ex, kept, [&log, at = *newest](records&) { return log.anchor(at); });
  const result<void> anchored = co_await std::move(moving);
  if (!anchored) spdlog::warn("the anchor of the audit log could not be moved; the next record will move it");
  co_return result<void>{};
}

}  // namespace nightlight::audit
