#include "care/incident_forgetting.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "async/store_work.hpp"
#include "audit/keeping.hpp"
#include "care/incident_jobs.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::care {
namespace {

constexpr std::size_t jobs_at_once = 64;  // of each kind

audit_entry told(instant now, const job_row& job, std::string_view action) {
  audit_entry e;
  e.time = now;
  e.actor = "system";
  e.action = action;
  e.subject = job.subject;
  return e;
}

result<void> forget_excerpt(records& r, const incident_box& box, const incident_id& id) {
  if (auto gone = box.destroy_key(id, incident_part::excerpt); !gone) return gone;
  return r.incidents().forget_excerpt(id);
}

result<void> forget_incident(records& r, const incident_box& box, const incident_id& id) {
  if (auto gone = forget_excerpt(r, box, id); !gone) return gone;
  if (auto gone = box.destroy_key(id, incident_part::record); !gone) return gone;
  return r.incidents().delete_incident(id);
}

// A job with a subject that is none has nothing to forget.
result<void> forget(records& r, const incident_box& box, const job_row& job) {
  const auto bytes = sealing::from_hex(job.subject);
  if (!bytes) return {};
  const incident_id id{*bytes};
  return job.kind == forget_excerpt_job ? forget_excerpt(r, box, id) : forget_incident(r, box, id);
}

}  // namespace

async::task<> incident_forgetting::run() {
  while (!stopping_) {
    auto forgetting = async_forget_due();
    const result<void> done = co_await std::move(forgetting);
    if (!done) spdlog::warn("destroying what was written about an incident failed; trying again");
    if (stopping_) co_return;
    auto looking = next_due();
    const result<std::optional<instant>> next = co_await std::move(looking);
    if (stopping_) co_return;
    const std::optional<instant> wake_at = next ? *next : std::nullopt;
    auto waiting = wake_.async_wait(async::asleep_for(wake_at, clock_.now(), !done || !next));
    co_await std::move(waiting);
  }
}

void incident_forgetting::stop() {
  stopping_ = true;
  wake_.ring();
}

async::task<result<void>> incident_forgetting::async_forget_due() {
  const instant now = clock_.now();
  auto looking = async::async_transact(ex_, rows_, [now](records& r) -> result<std::vector<job_row>> {
    std::vector<job_row> due;
    for (const std::string_view kind : incident_jobs) {
      auto found = r.jobs_due(std::string(kind), now, jobs_at_once);
      if (!found) return found.error();
      std::ranges::move(*found, std::back_inserter(due));
    }
    return due;
  });
  const result<std::vector<job_row>> due = co_await std::move(looking);
  if (!due) co_return due.error();
  for (const job_row& job : *due) {
    auto keeping =
        audit::async_keep(ex_, rows_, log_, [&box = box_, &log = log_, job, now](records& r) -> result<audit_mark> {
          if (auto gone = forget(r, box, job); !gone) return gone.error();
          if (auto gone = r.delete_job(job.kind, job.subject); !gone) return gone.error();
          const bool excerpt = job.kind == forget_excerpt_job;
          const std::array entries{told(now, job, excerpt ? "incident_excerpt_forgotten" : "incident_forgotten")};
          return log.keep(r, entries);
        });
    const result<void> done = co_await std::move(keeping);
    if (!done) co_return done.error();
  }
  co_return result<void>{};
}

async::task<result<std::optional<instant>>> incident_forgetting::next_due() {
  auto looking = async::async_transact(ex_, rows_, [](records& r) -> result<std::optional<instant>> {
    std::optional<instant> next;
    for (const std::string_view kind : incident_jobs) {
      const auto found = r.next_job_due(std::string(kind));
      if (!found) return found.error();
      if (*found) next = std::min(next.value_or(**found), **found);
    }
    return next;
  });
  co_return co_await std::move(looking);
}

}  // namespace nightlight::care
