// Whoever answers a request of the command line, and how the command line reaches them: the running server when there
// is one, else the store itself.
#pragma once

#include <memory>

#include "adapters/system/system_clock.hpp"
#include "app/audit_desk.hpp"
#include "app/config.hpp"
#include "app/on_call_desk.hpp"
#include "app/staff_desk.hpp"
#include "app/storage.hpp"

namespace nightlight::app {

class control_desk {
 public:
  // `kept` and `clock` outlive this.
  control_desk(storage& kept, const clock_port& clock, staff_changes told);

  control::v1::Reply answer(const control::v1::Request& request);

 private:
  staff_desk staff_;
  audit_desk audit_;
  on_call_desk on_call_;
};

// One command's requests. Takes the store with the first that no server answers, and keeps it. Throws
// std::runtime_error, in words for the operator, when neither can be had.
class control_line {
 public:
  explicit control_line(store_config where);
  control_line(const control_line&) = delete;
  control_line& operator=(const control_line&) = delete;
  ~control_line();

  control::v1::Reply ask(const control::v1::Request& request);

 private:
  const store_config where_;
  adapters::system_clock clock_;
  std::unique_ptr<storage> kept_;
  std::unique_ptr<control_desk> desk_;
};

}  // namespace nightlight::app
