#include "app/typed_password.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <string>

namespace nightlight::app {
namespace {

// Switches the terminal's echo off while it lives.
class unseen {
 public:
  unseen() {
    ::tcgetattr(STDIN_FILENO, &before_);
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
  }
  unseen(const unseen&) = delete;
  unseen& operator=(const unseen&) = delete;
  ~unseen() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

std::optional<private_text> ask(const char* question) {
  std::cerr << question << std::flush;
  std::string line;
  const bool read = static_cast<bool>(std::getline(std::cin, line));
  std::cerr << '\n';
  if (!read) return std::nullopt;
  return private_text(std::move(line));
}

}  // namespace

std::optional<private_text> password_from_stdin() {
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return private_text(std::move(line));
}

std::optional<private_text> password_from_terminal() {
  if (::isatty(STDIN_FILENO) == 0) {
    std::cerr << "there is no terminal to ask for a password: give it with --password-stdin\n";
    return std::nullopt;
  }
  const unseen quiet;
  const std::optional<private_text> once = ask("Password: ");
  const std::optional<private_text> again = ask("Again: ");
  if (once && again && *once == *again) return once;
  std::cerr << "the two are not the same\n";
  return std::nullopt;
}

}  // namespace nightlight::app
