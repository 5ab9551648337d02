// What can be asked of the program from a shell. Reads the arguments, calls the one command they name and returns the
// status for the shell: 0 done, 1 refused or failed, 2 wrong arguments.
#pragma once

namespace nightlight::app {

int run_command_line(int argc, const char* const* argv);

}  // namespace nightlight::app
