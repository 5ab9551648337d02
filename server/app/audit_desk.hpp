// Answers what `nightlight audit` asks: whether the audit log is as it was written, and what it says. Reads a page at a
// time, so that rooms are not held up for longer than one page takes.
#pragma once

#include "audit/audit_log.hpp"
#include "nightlight/control/v1/control.pb.h"
#include "ports/store.hpp"

namespace nightlight::app {

class audit_desk {
 public:
  // Both outlive this.
  audit_desk(store& s, const audit::audit_log& log) : store_(s), log_(log) {}

  control::v1::Reply verify(const control::v1::VerifyAudit& asked);
  control::v1::Reply list(const control::v1::ListAudit& asked);

 private:
  result<std::vector<audit_row>> read(std::uint64_t after, std::size_t rows_max);

  store& store_;
  const audit::audit_log& log_;
};

}  // namespace nightlight::app
