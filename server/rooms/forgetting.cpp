#include "rooms/forgetting.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>

#include "async/store_work.hpp"
#include "rooms/jobs.hpp"
#include "rooms/taking_out.hpp"

namespace nightlight::rooms {
namespace {

constexpr std::size_t jobs_at_once = 64;  // of each kind
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
    auto looking = due_jobs();
    const result<std::vector<job_row>> due = co_await std::move(looking);
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
  const instant now = around_.clock.now();
  auto looking = async::async_transact(ex_, around_.records, [now](records& r) -> result<std::vector<job_row>> {
    std::vector<job_row> due;
    for (const purge_kind& kind : purge_kinds()) {
      auto found = r.jobs_due(std::string(kind.job), now, jobs_at_once);
      if (!found) return found.error();
      std::ranges::move(*found, std::back_inserter(due));
    }
    return due;
  });
  co_return co_await std::move(looking);
}

async::task<> forgetting::wait_for_next(bool failed) {
  auto looking = async::async_transact(ex_, around_.records, [](records& r) -> result<std::optional<instant>> {
    std::optional<instant> next;
    for (const purge_kind& kind : purge_kinds()) {
      const auto found = r.next_job_due(std::string(kind.job));
      if (!found) return found.error();
      if (*found) next = std::min(next.value_or(**found), **found);
    }
    return next;
  });
  const result<std::optional<instant>> next = co_await std::move(looking);
  if (stopping_) co_return;
  const std::optional<instant> wake_at = next ? *next : std::nullopt;
  auto waiting = wake_.async_wait(async::asleep_for(wake_at, around_.clock.now(), failed || !next));
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
    const domain::word_class words = words_of(job);
    if (words == domain::word_class::set_aside) {
      auto taking_out = async_take_out_retracted(ex_, around_.log, room, meeting);
      const result<void> out = co_await std::move(taking_out);
      if (!out) co_return out;
    }
    auto destroying = destroy_words(meeting, words);
    const result<void> gone = co_await std::move(destroying);
    if (!gone) co_return gone;
    auto telling = rooms_.async_command(ex_, room, nullptr, domain::note_words_purged{meeting, words});
    const outcome receipt = co_await std::move(telling);
    if (!receipt && !is_lost(receipt.error())) co_return receipt.error();
  }
  auto forgetting_it = async::async_transact(
      ex_, around_.records, [job = std::move(job)](records& r) { return r.delete_job(job.kind, job.subject); });
  co_return co_await std::move(forgetting_it);
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
  auto putting =
      async::async_transact(ex_, around_.records, [job = std::move(job)](records& r) { return r.put_job(job); });
  co_return co_await std::move(putting);
}

// The files on the store's thread, which may block; then the wrapped keys in the log.
async::task<result<void>> forgetting::destroy_words(meeting_id meeting, domain::word_class words) {
  auto destroying =
      async::async_transact(ex_, around_.records, [&ring = around_.ring, meeting, words](records&) -> result<void> {
        for (const sealing::retention_class kept : classes_of(words)) {
          if (auto gone = ring.destroy(meeting, kept); !gone) return gone;
        }
        return {};
      });
  result<void> gone = co_await std::move(destroying);
  if (!gone) co_return gone;
  for (const sealing::retention_class kept : classes_of(words)) {
    auto destroy_rows = [&](auto done) {
      around_.log.destroy_keys(meeting, static_cast<std::uint32_t>(kept), std::move(done));
    };
    gone = co_await async::async_port_call<result<void>>(ex_, destroy_rows);
    if (!gone) co_return gone;
  }
  co_return result<void>{};
}

}  // namespace nightlight::rooms
