// Where the log goes and how much of it. What people type cannot get there: those types have no formatter.
#pragma once

#include "app/config.hpp"

namespace nightlight::app {

// Throws spdlog::spdlog_ex when the file cannot be written.
void set_up_logging(const log_config& wanted);

}  // namespace nightlight::app
