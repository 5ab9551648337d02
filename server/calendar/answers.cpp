#include "calendar/answers.hpp"

#include "domain/text/request_key.hpp"
#include "sealing/digest.hpp"

namespace nightlight::calendar {
namespace {

constexpr std::chrono::hours kept_for{24};

}  // namespace

answer<std::optional<std::string>> answered_before(const desk& d, const asked_once& asked) {
  if (asked.key.empty()) return std::optional<std::string>{};
  if (!domain::is_request_key(asked.key)) {
    return refusal(
        domain::calendar::problems{{"idempotency_key", domain::calendar::problem_code::letters_not_allowed}});
  }
  auto kept = d.kept().find_answer(asked.caller, asked.key);
  if (!kept) return refusal(refusal_code::store_unavailable);
  if (!*kept || (*kept)->at + kept_for <= d.now) return std::optional<std::string>{};
  if ((*kept)->request_hash != sealing::sha256(asked.what)) return refusal(refusal_code::key_reused);
  return std::optional{std::move((*kept)->answer)};
}

result<void> keep_answer(const desk& d, const asked_once& asked, std::string bytes) {
  if (asked.key.empty()) return {};
  if (auto gone = d.kept().delete_answers_before(d.now - kept_for); !gone) return gone;
  return d.kept().put_answer({asked.caller, asked.key, sealing::sha256(asked.what), std::move(bytes), d.now});
}

}  // namespace nightlight::calendar
