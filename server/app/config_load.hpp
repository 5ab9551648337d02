// Reads the configuration: the file, then the environment above it, then the rules between options. Nothing is
// guessed and nothing unknown is passed over: whatever is wrong becomes a problem that says where, what and what else
// to write.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/config.hpp"

namespace nightlight::app {

struct loaded_config {
  config settings;
  std::vector<std::string> problems;  // each one line: "server.toml:3:1: unknown key …"
};

using environment = std::map<std::string, std::string>;

// The variables of this process that begin with NIGHTLIGHT_.
environment own_environment();

// `text` as if it stood in a file called `name`.
loaded_config read_config(const std::string& text, const std::string& name, const environment& variables);
loaded_config load_config(const std::filesystem::path& file, const environment& variables);

// Where each option that was set got its value, by option name: "server.toml:3:1" or the variable.
using origins_of_values = std::map<std::string, std::string>;

// What does not agree between options: half a certificate, plain HTTP to the world, a ping slower than its deadline.
std::vector<std::string> config_conflicts(const config& c, const origins_of_values& set);

// Empty, or why a file that holds a secret is refused: missing, or readable by everyone on the machine.
std::string secret_file_problem(const std::filesystem::path& file);

// True for 127.0.0.0/8, ::1 and "localhost".
bool is_loopback(const std::string& address);

}  // namespace nightlight::app
