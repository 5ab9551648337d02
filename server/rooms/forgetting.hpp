// Destroys the words of meetings, each class when its time has come, on time and across restarts: the jobs are stored,
// this only wakes for them. A meeting that has not ended waits: a job is written before its meeting's end, which may
// fail. First the key file goes, which makes every copy unreadable; then the wrapped keys in the database; then the
// room gets its receipt; then the job goes. Each step can be done twice, so a stop anywhere in between only means doing
// it again.
#pragma once

#include "async/alarm.hpp"
#include "async/awaitable.hpp"
#include "rooms/directory.hpp"
#include "rooms/room_loop.hpp"

namespace nightlight::rooms {

class forgetting {
 public:
  forgetting(async::executor ex, const surroundings& around, directory& rooms);

  async::task<> run();
  void stop();
  // A job was written: look again. On this object's own shard.
  void look_again();

 private:
  async::task<result<std::vector<job_row>>> due_jobs();
  async::task<> wait_for_next(bool failed);
  async::task<result<void>> purge(job_row job);
  async::task<result<bool>> is_over(room_id room, meeting_id meeting);
  async::task<result<void>> postpone(job_row job);
  async::task<result<void>> destroy_words(meeting_id meeting, domain::word_class words);

  async::executor ex_;
  surroundings around_;
  directory& rooms_;
  async::alarm wake_;
  bool stopping_ = false;
};

}  // namespace nightlight::rooms
