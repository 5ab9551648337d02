// `nightlight staff`: through the running server when there is one, straight to the store when there is none.
#include <iomanip>
#include <iostream>

#include "app/commands.hpp"
#include "app/control_desk.hpp"
#include "app/typed_password.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

// Nothing, after saying why, when a password is needed and there is none.
std::optional<pb::Request> request_for(const staff_order& order) {
  const auto password = [&] { return order.password_from_stdin ? password_from_stdin() : password_from_terminal(); };
  pb::Request request;
  switch (order.what) {
    case staff_order::kind::add:
      if (const auto typed = password()) {
        request.mutable_add_staff()->set_name(order.name);
        request.mutable_add_staff()->set_role(order.role);
        request.mutable_add_staff()->set_password(std::string(typed->reveal()));
        return request;
      }
      return std::nullopt;
    case staff_order::kind::password:
      if (const auto typed = password()) {
        request.mutable_set_password()->set_name(order.name);
        request.mutable_set_password()->set_password(std::string(typed->reveal()));
        return request;
      }
      return std::nullopt;
    case staff_order::kind::role:
      request.mutable_set_role()->set_name(order.name);
      request.mutable_set_role()->set_role(order.role);
      return request;
    case staff_order::kind::disable: request.mutable_disable_staff()->set_name(order.name); return request;
    case staff_order::kind::list: request.mutable_list_staff(); return request;
  }
  return std::nullopt;
}

void print(const pb::Reply& reply) {
  for (const pb::Staff& staff : reply.staff()) {
    std::cout << std::left << std::setw(24) << staff.name() << std::setw(12) << staff.role() << std::setw(10)
              << (staff.disabled() ? "disabled" : "") << staff.id() << '\n';
  }
  if (!reply.words().empty()) (reply.done() ? std::cout : std::cerr) << reply.words() << '\n';
}

}  // namespace

int staff_command(const std::filesystem::path& config_file, const staff_order& order) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  const std::optional<pb::Request> request = request_for(order);
  if (!request) return 1;
  const pb::Reply reply = control_line(settings->store).ask(*request);
  print(reply);
  return reply.done() ? 0 : 1;
}

}  // namespace nightlight::app
