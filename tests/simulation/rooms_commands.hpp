// What the people of a random evening through the whole shell of the rooms ask for.
#pragma once

#include <random>
#include <string>

#include "domain/room/command.hpp"
#include "simulation/rooms_world.hpp"

namespace nightlight::simulation {

// By whoever holds the phone. `id` is in the words, so that no two commands say the same.
domain::command some_command(std::mt19937_64& random, const phone& p, const std::string& id);

}  // namespace nightlight::simulation
