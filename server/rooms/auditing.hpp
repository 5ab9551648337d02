// Writing to the audit log from a room's shard: one unit of work for the records, then one that moves the anchor.
#pragma once

#include <vector>

#include "async/awaitable.hpp"
#include "audit/audit_log.hpp"
#include "ports/store.hpp"

namespace nightlight::rooms {

// Completes once the records are kept; at once when there are none. A failure means that nobody knows. `kept` and `log`
// outlive the call.
async::task<result<void>> async_keep_audit(async::executor ex, store& kept, audit::audit_log& log,
                                           std::vector<audit_entry> entries);

}  // namespace nightlight::rooms
