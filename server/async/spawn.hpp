// Starts a coroutine that a gate counts. Nothing is fire-and-forget: whoever closes the gate awaits it.
#pragma once

#include "async/awaitable.hpp"
#include "async/gate.hpp"

namespace nightlight::async {

// Runs `work` on `ex` inside `g`; false, and `work` never starts, when the gate is closing. An exception that leaves
// `work` is logged by its type alone (its text may quote what somebody typed) under `name`, a literal.
[[nodiscard]] bool spawn(executor ex, gate& g, const char* name, task<> work);

}  // namespace nightlight::async
