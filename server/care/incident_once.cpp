#include "care/incident_once.hpp"

#include "domain/text/request_key.hpp"

namespace nightlight::care {
namespace {

constexpr std::chrono::hours kept_for{24};

}  // namespace

answer<std::optional<incident_id>> done_before(const incident_desk& d, const asked_once& asked) {
  if (asked.key.empty()) return std::optional<incident_id>{};
  if (!domain::is_request_key(asked.key)) {
    return incident_refusal(
        domain::calendar::problems{{"idempotency_key", domain::calendar::problem_code::letters_not_allowed}});
  }
  const auto kept = d.all.calendar().find_answer(d.who.person, asked.key);
  if (!kept) return incident_refusal(incident_refusal_code::store_unavailable);
  if (!*kept || (*kept)->at + kept_for <= d.now) return std::optional<incident_id>{};
  if ((*kept)->request_hash != d.box.fingerprint(asked.what)) {
    return incident_refusal(incident_refusal_code::key_reused);
  }
  return std::optional{incident_id{(*kept)->answer}};
}

result<void> remember_done(const incident_desk& d, const asked_once& asked, const incident_id& id) {
  if (asked.key.empty()) return {};
  if (auto gone = d.all.calendar().delete_answers_before(d.now - kept_for); !gone) return gone;
  return d.all.calendar().put_answer({d.who.person, asked.key, d.box.fingerprint(asked.what), id.value, d.now});
}

}  // namespace nightlight::care
