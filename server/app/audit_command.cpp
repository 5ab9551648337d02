// `nightlight audit`: through the running server when there is one, straight to the store when there is none.
#include <iostream>

#include "app/commands.hpp"
#include "app/control_desk.hpp"
#include "app/iso_time.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

int verify(control_line& line, const audit_order& order) {
  pb::Request request;
  request.mutable_verify_audit()->set_after(order.after);
  request.mutable_verify_audit()->set_checkpoint(order.checkpoint);
  const pb::Reply reply = line.ask(request);
  (reply.done() ? std::cout : std::cerr) << reply.words() << '\n';
  for (const std::string& said : reply.lines()) std::cout << said << '\n';
  return reply.done() ? 0 : 1;
}

int list(control_line& line, const audit_order& order) {
  pb::Request request;
  pb::ListAudit& page = *request.mutable_list_audit();
  page.set_after(order.after);
  page.set_room(order.room);
  if (!order.since.empty()) {
    const std::optional<instant> since = from_iso(order.since);
    if (!since) {
      std::cerr << "--since is a moment such as 2026-11-24 or 2026-11-24T19:00:00Z, in UTC\n";
      return 1;
    }
    page.set_since_unix_ms(to_unix_ms(*since));
  }
  for (;;) {
    const pb::Reply reply = line.ask(request);
    for (const std::string& said : reply.lines()) std::cout << said << '\n';
    if (!reply.done()) {
      std::cerr << reply.words() << '\n';
      return 1;
    }
    if (reply.next_after() == 0) return 0;
    page.set_after(reply.next_after());
  }
}

}  // namespace

int audit_command(const std::filesystem::path& config_file, const audit_order& order) {
  const std::optional<config> settings = settings_or_problems(config_file);
  if (!settings) return 1;
  control_line line(settings->store);
  switch (order.what) {
    case audit_order::kind::verify: return verify(line, order);
    case audit_order::kind::list: return list(line, order);
  }
  return 1;
}

}  // namespace nightlight::app
