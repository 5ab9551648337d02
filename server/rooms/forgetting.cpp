#include "rooms/forgetting.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>

#include "async/port_call.hpp"
#include "rooms/jobs.hpp"

namespace nightlight::rooms {
namespace {

constexpr std::size_t jobs_at_once = 64;
// How soon a meeting that goes on is looked at again.
constexpr milliseconds look_again_after{30'000};

bool is_lost(const error_code& why) { return why == failure::not_found || why == failure::corrupt; }

}  // namespace

forgetting::forgetting(async::executor ex, const surroundings& around, directory& rooms)
    : ex_(ex), around_(around), rooms_(rooms), wake_(ex) {}

void forgetting::stop() {
  stopping_ = true;
  wake_.ring();
}

void forgetting::look_again() { wake_.ring(); }

async::task<> forgetting::run() {
  while (!stopping_) {
    const result<std::vector<job_row>> due = co_await due_jobs();
    bool failed = !due;
    if (due) {
      for (const job_row& job : *due) {
        auto purging = purge(job);
        const result<void> done = co_await std::move(purging);
        failed = failed || !done;
      }
    }
    if (failed) spdlog::warn("destroying the words of a closed meeting failed; trying again");
    if (!stopping_) co_await wait_for_next(failed);
  }
}

async::task<result<std::vector<job_row>>> forgetting::due_jobs() {
  std::vector<job_row> due;
  auto look = [&](auto done) {
    around_.records.transact(
        [&](records& r) -> result<void> {
          auto found = r.jobs_due(around_.clock.now(), jobs_at_once);
          if (!found) return found.error();
          due = std::move(*found);
          return {};
        },
        std::move(done));
  };
  const result<void> looked = co_await async::async_port_call<result<void>>(ex_, look);
  if (!looked) co_return looked.error();
  std::erase_if(due, [](const job_row& job) { return job.kind != purge_kind; });
  co_return due;
}

async::task<> forgetting::wait_for_next(bool failed) {
  std::optional<instant> next;
  auto look = [&](auto done) {
    around_.records.transact(
        [&](records& r) -> result<void> {
          auto found = r.next_job_due();
          if (!found) return found.error();
          next = *found;
          return {};
        },
        std::move(done));
  };
  const result<void> looked = co_await async::async_port_call<result<void>>(ex_, look);
  if (stopping_) co_return;
  auto waiting = wake_.async_wait(async::asleep_for(next, around_.clock.now(), failed || !looked));
  co_await std::move(waiting);
}

async::task<result<void>> forgetting::purge(job_row job) {
  const auto subject = purge_subject(job.subject);
  if (subject) {
    // Calls are made outside the co_await: GCC 12 destroys the temporaries of one inside it twice.
    const auto& [room, meeting] = *subject;
    auto asking = is_over(room, meeting);
    const result<bool> over = co_await std::move(asking);
    if (!over) co_return over.error();
    if (!*over) {
      auto later = postpone(job);
      co_return co_await std::move(later);
    }
    auto destroying = destroy_words(meeting);
    const result<void> gone = co_await std::move(destroying);
    if (!gone) co_return gone;
    auto telling = rooms_.async_command(ex_, room, nullptr, domain::note_words_purged{meeting});
    const outcome receipt = co_await std::move(telling);
    if (!receipt && !is_lost(receipt.error())) co_return receipt.error();
  }
  auto forget_job = [&](auto done) {
    around_.records.transact([&job](records& r) { return r.delete_job(job.kind, job.subject); }, std::move(done));
  };
  co_return co_await async::async_port_call<result<void>>(ex_, forget_job);
}

// A room that is gone, or cannot be read any more, has no meeting that goes on.
async::task<result<bool>> forgetting::is_over(room_id room, meeting_id meeting) {
  auto asking = rooms_.async_glance(ex_, std::move(room));
  const result<glance> seen = co_await std::move(asking);
  if (!seen) {
    if (is_lost(seen.error())) co_return true;
    co_return result<bool>{boost::system::in_place_error, seen.error()};
  }
  const bool on = seen->phase == domain::phase::open || seen->phase == domain::phase::paused;
  co_return seen->meeting != meeting || !on;
}

async::task<result<void>> forgetting::postpone(job_row job) {
  job.due_at = around_.clock.now() + look_again_after;
  auto put = [&](auto done) {
    around_.records.transact([&job](records& r) { return r.put_job(job); }, std::move(done));
  };
  co_return co_await async::async_port_call<result<void>>(ex_, put);
}

async::task<result<void>> forgetting::destroy_words(meeting_id meeting) {
  auto destroy_files = [&](auto done) {
    around_.records.transact(
        [&](records&) -> result<void> {
          for (const sealing::retention_class kept : sealing::all_retention_classes) {
            if (auto gone = around_.ring.destroy(meeting, kept); !gone) return gone;
          }
          return {};
        },
        std::move(done));
  };
  result<void> gone = co_await async::async_port_call<result<void>>(ex_, destroy_files);
  if (!gone) co_return gone;
  for (const sealing::retention_class kept : sealing::all_retention_classes) {
    auto destroy_rows = [&](auto done) {
      around_.log.destroy_keys(meeting, static_cast<std::uint32_t>(kept), std::move(done));
    };
    gone = co_await async::async_port_call<result<void>>(ex_, destroy_rows);
    if (!gone) co_return gone;
  }
  co_return result<void>{};
}

}  // namespace nightlight::rooms
