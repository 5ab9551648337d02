// The yardstick that every figure is a multiple of.
#pragma once

namespace nightlight::load {

// Serves on a free loopback port, which it prints, until the first client goes.
int run_bare_loop();

}  // namespace nightlight::load
