#include "app/operator_deed.hpp"

#include <spdlog/spdlog.h>

#include <span>
#include <utility>

#include "app/store_call.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::app {

result<person_id> do_audited(store& s, audit::audit_log& audit, const clock_port& clock, const char* action,
                             const std::function<result<person_id>(records&)>& change) {
  person_id who;
  audit_mark newest;
  const auto unit = [&](records& r) -> result<void> {
    result<person_id> changed = change(r);
    if (!changed) return changed.error();
    who = std::move(*changed);
    audit_entry told;
    told.time = clock.now();
    told.actor = "operator";
    told.action = action;
    told.subject = sealing::to_hex(who.value);
    result<audit_mark> kept = audit.keep(r, std::span(&told, 1));
    if (!kept) return kept.error();
    newest = std::move(*kept);
    return {};
  };
  const result<void> kept = transact_and_wait(s, unit);
  if (!kept) return kept.error();
  const result<void> anchored = transact_and_wait(s, [&](records&) { return audit.anchor(newest); });
  if (!anchored) spdlog::warn("the anchor of the audit log could not be moved; the next record will move it");
  return who;
}

}  // namespace nightlight::app
