#include "domain/room/command.hpp"

namespace nightlight::domain {

command::command() = default;
command::command(const command&) = default;
command::command(command&&) noexcept = default;
command& command::operator=(const command&) = default;
command& command::operator=(command&&) noexcept = default;
command::~command() = default;

}  // namespace nightlight::domain
