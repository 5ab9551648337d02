#include "app/control_desk.hpp"

#include <utility>

#include "app/control_socket.hpp"

namespace nightlight::app {

namespace pb = control::v1;

control_desk::control_desk(storage& kept, const clock_port& clock, staff_changes told)
    : staff_(kept.records(), kept.audit(), clock, std::move(told)),
      audit_(kept.records(), kept.audit()),
      on_call_(kept.records(), kept.audit(), kept.contacts(), clock) {}

pb::Reply control_desk::answer(const pb::Request& request) {
  if (request.has_verify_audit()) return audit_.verify(request.verify_audit());
  if (request.has_list_audit()) return audit_.list(request.list_audit());
  if (request.has_set_contact()) return on_call_.set_contact(request.set_contact());
  if (request.has_add_on_call()) return on_call_.add(request.add_on_call());
  if (request.has_remove_on_call()) return on_call_.remove(request.remove_on_call());
  if (request.has_list_on_call()) return on_call_.list();
  return staff_.answer(request);
}

control_line::control_line(store_config where) : where_(std::move(where)) {}

control_line::~control_line() = default;

pb::Reply control_line::ask(const pb::Request& request) {
  if (!desk_) {
    if (const auto reply = ask_control_socket(control_socket_path(where_.path), request)) return *reply;
    kept_ = std::make_unique<storage>(where_);
    const auto nobody_is_connected = [](const person_id&) {};
    desk_ = std::make_unique<control_desk>(*kept_, clock_, staff_changes{nobody_is_connected, nobody_is_connected});
  }
  return desk_->answer(request);
}

}  // namespace nightlight::app
