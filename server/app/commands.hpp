// The commands behind the command line, one function each. They print to standard output what was asked for and to
// standard error what went wrong, and return the status for the shell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "app/config.hpp"

namespace nightlight::app {

// The settings in `file` with the environment above them; prints every problem and returns nothing when there is one.
std::optional<config> settings_or_problems(const std::filesystem::path& file);

int check_config_command(const std::filesystem::path& file);
int example_config_command();

// Runs the server until SIGTERM or SIGINT.
int serve_command(const std::filesystem::path& config_file);

// What `staff add|disable|password|role|list` was told.
struct staff_order {
  enum class kind : std::uint8_t { add, disable, password, role, list };
  kind what = kind::list;
  std::string name;
  std::string role;
  bool password_from_stdin = false;
};
int staff_command(const std::filesystem::path& config_file, const staff_order& order);

// Reads the address from standard input; an empty line takes it away.
int contact_command(const std::filesystem::path& config_file, const std::string& name);

// What `on-call add|list|remove` was told. The moments are in UTC.
struct on_call_order {
  enum class kind : std::uint8_t { add, list, remove };
  kind what = kind::list;
  std::string name;
  std::string from;
  std::string until;
};
int on_call_command(const std::filesystem::path& config_file, const on_call_order& order);

// What `audit verify|list` was told.
struct audit_order {
  enum class kind : std::uint8_t { verify, list };
  kind what = kind::list;
  std::uint64_t after = 0;
  std::string checkpoint;
  std::string room;
  std::string since;
};
int audit_command(const std::filesystem::path& config_file, const audit_order& order);
// For each line of `in`, what the rules would find and do; `rules_file`, when it is named, stands above the
// organisation's as a room's rules do. 1 when the rules have a problem.
struct words_order {
  std::filesystem::path config_file;  // none: the organisation's rules where they lie by default
  std::filesystem::path rules_file;
};
int words_command(std::istream& in, std::ostream& out, const words_order& order);

int migrate_command(const std::filesystem::path& config_file);

// Makes the demo evening, or moves the one that is there to now.
int seed_demo_command(const std::filesystem::path& config_file);

// Rooms full of members for load tools, and their tokens in `out`.
struct load_order {
  std::uint32_t rooms = 1;
  std::uint32_t members = 10;
  std::filesystem::path out;
};
int seed_load_command(const std::filesystem::path& config_file, const load_order& order);

}  // namespace nightlight::app
