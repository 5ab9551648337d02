// Reads requests from the bytes of one connection: a machine without I/O and without a clock of its own. It keeps the
// limits of PROMISES "front door" (size and time of a head, size of a body, who may send one) and gives out one
// request at a time, in order; what follows waits in its buffer. After a problem it reads nothing more: the
// connection answers once and closes.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "transport/http_head_check.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

struct http_rules {
  std::size_t header_bytes_max = 8 * 1024;
  std::size_t body_bytes_max = 1024 * 1024;  // of a body whose length is said before it comes
  std::size_t chunked_bytes_max = 64 * 1024;
  std::chrono::milliseconds header_time_max{10'000};
  std::chrono::milliseconds body_time_max{20'000};
  std::chrono::milliseconds idle_time_max{30'000};  // between two requests
  std::function<bool(std::string_view path)> takes_body;
  std::function<bool(std::string_view host)> knows_host;
};

class http_reader {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  enum class state { wants_more, has_request, has_problem };

  // `rules` outlives the reader. The first head is timed from `opened`.
  http_reader(const http_rules& rules, time_point opened);
  http_reader(const http_reader&) = delete;
  http_reader& operator=(const http_reader&) = delete;
  ~http_reader();

  // Takes bytes as they came and says where that leads. Feed nothing to read on in what is buffered already, as
  // after take_request(). The buffer is bounded: one head, one body and what one read brings.
  state feed(std::string_view bytes, time_point now);

  // After has_request, once.
  http_request take_request();
  // The answer to it has been written: the time between two requests begins.
  void answered(time_point now);
  // After has_problem.
  const http_problem& problem() const { return *problem_; }
  // Then, whose it was; empty when its head was not read.
  const std::string& refused_path() const { return refused_path_; }

  // True once per request that waits for "100 Continue" before it sends its body.
  bool take_continue();

  // When the connection is to be cut unless more has come by then. Does not move while a head drips in.
  time_point cut_at() const { return cut_at_; }
  // Nothing of a next request has come yet: cutting now loses nothing and needs no words.
  bool idle() const;

  // What came after the request that was taken: the first bytes of a WebSocket.
  std::string take_leftover();

 private:
  struct parsing;

  state refuse(http_problem problem);
  state read_head(time_point now);
  state accept_head(time_point now);
  state read_body();

  const http_rules& rules_;
  std::string buffer_;
  std::unique_ptr<parsing> parsing_;  // while a body is read
  std::optional<http_request> request_;
  std::optional<http_problem> problem_;
  std::string refused_path_;
  time_point cut_at_;
  bool head_begun_ = true;  // the first head is timed from the start
  bool wants_continue_ = false;
};

}  // namespace nightlight::transport
