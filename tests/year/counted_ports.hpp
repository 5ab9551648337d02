// The log and the store, counting what they have not answered yet: so that whoever drives the clock knows when the
// rooms have come to rest. All of it belongs to one shard but for the answers, which come back to it.
#pragma once

#include <functional>
#include <utility>

#include "async/completions_together.hpp"
#include "ports/room_log.hpp"
#include "ports/store.hpp"

namespace nightlight::year {

// What is under way. An answer is counted after whoever asked has been given it.
class errands {
 public:
  explicit errands(async::executor ex) : ex_(ex) {}
  bool any() const { return out_ > 0; }

  template <class Answer>
  std::function<void(Answer)> counted(std::function<void(Answer)> done) {
    ++out_;
    return [this, done = std::move(done)](Answer answer) {
      done(std::move(answer));
      async::completions_together::post(ex_, [this] { --out_; });
    };
  }

 private:
  async::executor ex_;
  std::size_t out_ = 0;
};

class counted_log final : public room_log {
 public:
  counted_log(room_log& inner, errands& count, std::function<void()> before_append)
      : inner_(inner), count_(count), before_append_(std::move(before_append)) {}

  void append(append_request request, completion<position> done) override {
    before_append_();
    inner_.append(std::move(request), count_.counted(std::move(done)));
  }
  void read(room_id room, position after, std::size_t rows_max, completion<std::vector<log_row>> done) override {
    inner_.read(std::move(room), after, rows_max, count_.counted(std::move(done)));
  }
  void read_newest_meeting(room_id room, completion<meeting_tail> done) override {
    inner_.read_newest_meeting(std::move(room), count_.counted(std::move(done)));
  }
  void destroy_keys(meeting_id meeting, std::uint32_t retention_class, completion<void> done) override {
    inner_.destroy_keys(std::move(meeting), retention_class, count_.counted(std::move(done)));
  }
  void replace_records(room_id room, std::vector<record_change> changes, completion<void> done) override {
    inner_.replace_records(std::move(room), std::move(changes), count_.counted(std::move(done)));
  }

 private:
  room_log& inner_;
  errands& count_;
  const std::function<void()> before_append_;
};

class counted_store final : public store {
 public:
  counted_store(store& inner, errands& count) : inner_(inner), count_(count) {}
  void transact(work unit, completion done) override {
    inner_.transact(std::move(unit), count_.counted(std::move(done)));
  }
  bool healthy() const override { return inner_.healthy(); }

 private:
  store& inner_;
  errands& count_;
};

}  // namespace nightlight::year
