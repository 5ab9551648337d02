#include "care/incident_book.hpp"

#include <memory>
#include <utility>

#include "audit/keeping.hpp"

namespace nightlight::care {
namespace {

// What a unit that refuses returns, so that its transaction is undone.
constexpr failure undone = failure::conflict;

}  // namespace

template <class T>
async::task<answer<T>> incident_book::run(async::executor ex, team_member who, deed<T> inside) {
  auto found = std::make_shared<answer<T>>(incident_refusal(incident_refusal_code::store_unavailable));
  audit::audited_work unit = [this, who = std::move(who), inside = std::move(inside),
                              found](records& r) -> result<audit_mark> {
    std::vector<audit_entry> told;
    *found = inside(incident_desk{r, box_, clock_.now(), who, told});
    if (!*found) return undone;
    if (told.empty()) return audit_mark{};
    return log_.keep(r, told);
  };
  auto keeping = audit::async_keep(ex, rows_, log_, std::move(unit));
  const result<void> kept = co_await std::move(keeping);
  if (!kept && *found) co_return incident_refusal(incident_refusal_code::store_unavailable);
  co_return std::move(*found);
}

async::task<answer<incident_page>> incident_book::async_list(async::executor ex, team_member who,
                                                             deed<incident_page> inside) {
  return run(ex, std::move(who), std::move(inside));
}

async::task<answer<shown_incident>> incident_book::async_do(async::executor ex, team_member who,
                                                            deed<shown_incident> inside) {
  return run(ex, std::move(who), std::move(inside));
}

}  // namespace nightlight::care
