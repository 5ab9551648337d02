// A new password from whoever sits at the keyboard: never an argument, where every user of the machine could read it.
#pragma once

#include <optional>

#include "base/private_text.hpp"

namespace nightlight::app {

// The first line of standard input.
std::optional<private_text> password_from_stdin();

// Asked for twice at the terminal, without showing it. Nothing, after saying why, when there is no terminal or the
// two differ.
std::optional<private_text> password_from_terminal();

}  // namespace nightlight::app
