// Writing to the audit log from a shard: one unit of work that keeps the records with whatever they tell of, then,
// once that is committed, one that moves the anchor.
#pragma once

#include <functional>

#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "ports/store.hpp"

namespace nightlight::audit {

// The newest record that it kept; sequence zero when there was nothing to tell.
using audited_work = std::function<result<audit_mark>(records&)>;

// Completes once the unit is kept; a failure means that nobody knows. An anchor that cannot be moved is no failure: the
// next record moves it. `kept` and `log` outlive the call.
async::task<result<void>> async_keep(async::executor ex, store& kept, audit_log& log, audited_work unit);

}  // namespace nightlight::audit
