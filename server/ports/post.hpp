// Taking one letter or one call out of the house. Slow and uncertain by nature: whoever asks keeps what was asked and
// asks again.
#pragma once

#include <functional>
#include <string>

namespace nightlight {

struct letter {
  std::string to;    // an address, checked: nothing in it ends a line
  std::string text;  // headers, an empty line and the body, with CRLF
};

struct webhook_call {
  std::string url;
  std::string body;       // JSON
  std::string signature;  // of the header Nightlight-Signature
};

// Whether the other side has taken it. `why` is for the log: it names no address, no url and none of the text.
struct delivery_outcome {
  bool taken = false;
  std::string why;
  bool for_good = false;  // it never will be: the mail server knows no such mailbox, or takes nothing for it
};

class post {
 public:
  using completion = std::function<void(delivery_outcome)>;

  virtual ~post() = default;

  // Any thread; returns at once. `done` runs on a thread of the port's own (on the caller's, before the call returns,
  // when too much is under way) and must only copy and post. It comes in bounded time, whatever the other side does.
  // A letter is taken when the mail server has said so after its last byte; a call, when the answer is 2xx.
  virtual void deliver(letter what, completion done) = 0;
  virtual void call(webhook_call what, completion done) = 0;
};

}  // namespace nightlight
