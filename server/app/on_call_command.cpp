// `nightlight on-call` and `nightlight staff contact`: through the running server when there is one, straight to the
// store when there is none.
#include <iostream>

#include "app/commands.hpp"
#include "app/control_desk.hpp"
#include "app/iso_time.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

int ask(const std::filesystem::path& config_file, const pb::Request& request) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  const pb::Reply reply = control_line(settings->store).ask(request);
  for (const std::string& line : reply.lines()) std::cout << line << '\n';
  if (!reply.words().empty()) (reply.done() ? std::cout : std::cerr) << reply.words() << '\n';
  return reply.done() ? 0 : 1;
}

// Nothing, after saying so, when it is no moment.
std::optional<std::int64_t> moment(const std::string& text) {
  const std::optional<instant> read = from_iso(text);
  if (read) return to_unix_ms(*read);
  std::cerr << "\"" << text << "\" is not a moment in UTC such as 2026-11-24T19:00\n";
  return std::nullopt;
}

}  // namespace

int contact_command(const std::filesystem::path& config_file, const std::string& name) {
  std::string address;
  std::getline(std::cin, address);
  pb::Request request;
  request.mutable_set_contact()->set_name(name);
  request.mutable_set_contact()->set_mail(address);
  return ask(config_file, request);
}

int on_call_command(const std::filesystem::path& config_file, const on_call_order& order) {
  pb::Request request;
  if (order.what == on_call_order::kind::list) {
    request.mutable_list_on_call();
    return ask(config_file, request);
  }
  const auto from = moment(order.from);
  if (!from) return 1;
  if (order.what == on_call_order::kind::remove) {
    request.mutable_remove_on_call()->set_name(order.name);
    request.mutable_remove_on_call()->set_from_unix_ms(*from);
    return ask(config_file, request);
  }
  const auto until = moment(order.until);
  if (!until) return 1;
  request.mutable_add_on_call()->set_name(order.name);
  request.mutable_add_on_call()->set_from_unix_ms(*from);
  request.mutable_add_on_call()->set_until_unix_ms(*until);
  return ask(config_file, request);
}

}  // namespace nightlight::app
