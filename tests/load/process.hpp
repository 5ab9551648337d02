// What another process has used so far, as the kernel accounts for it.
#pragma once

#include <sys/types.h>

#include <cstdint>

namespace nightlight::load {

std::int64_t cpu_nanoseconds(pid_t process);  // all of its threads
std::int64_t resident_bytes(pid_t process);

}  // namespace nightlight::load
