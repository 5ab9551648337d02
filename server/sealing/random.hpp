// Randomness from the operating system's generator, as bytes and as the ids the project uses. A generator that
// fails is a bug that stops the process: nothing here returns a weaker value.
#pragma once

#include <cstddef>
#include <string>

#include "base/ids.hpp"

namespace nightlight::sealing {

void fill_random(void* bytes, std::size_t size);
std::string random_bytes(std::size_t size);

// The same for what need not be secret, only never the same twice: drawn ahead, many at a time.
std::string random_nonce(std::size_t size);

// `length` characters of [a-z2-7]: five random bits each.
std::string random_base32(std::size_t length);

room_id new_room_id();
epoch_id new_epoch_id();
meeting_id new_meeting_id();
person_id new_person_id();

}  // namespace nightlight::sealing
