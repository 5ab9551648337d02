#include "rooms/auditing.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "async/port_call.hpp"

namespace nightlight::rooms {

async::task<result<void>> async_keep_audit(async::executor ex, store& kept, audit::audit_log& log,
                                           std::vector<audit_entry> entries) {
  if (entries.empty()) co_return result<void>{};
  audit_mark newest;
  auto write = [&](auto done) {
    kept.transact(
        [&](records& r) -> result<void> {
          result<audit_mark> at = log.keep(r, entries);
          if (!at) return at.error();
          newest = std::move(*at);
          return {};
        },
        std::move(done));
  };
  const result<void> written = co_await async::async_port_call<result<void>>(ex, write);
  if (!written) co_return written;
  auto move_anchor = [&](auto done) { kept.transact([&](records&) { return log.anchor(newest); }, std::move(done)); };
  const result<void> anchored = co_await async::async_port_call<result<void>>(ex, move_anchor);
  if (!anchored) spdlog::warn("the anchor of the audit log could not be moved; the next record will move it");
  co_return result<void>{};
}

}  // namespace nightlight::rooms
