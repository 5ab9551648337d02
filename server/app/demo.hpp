// What makes a store a demo's: a setting in it. A demo serves this machine only, and only a demo lets four people live
// in one browser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/config.hpp"
#include "base/instant.hpp"
#include "ports/store.hpp"

namespace nightlight::app {

// When the demo evening began; nothing for a real store. Both wait for the store and throw when it fails.
std::optional<instant> demo_began(store& s);
void mark_as_demo(store& s, instant began);

// "http://ana.localhost:8080" for each guest.
std::vector<std::string> demo_origins(std::uint16_t port);

}  // namespace nightlight::app
