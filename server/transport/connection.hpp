// What a shard knows of every connection it serves, whatever it speaks: that it can be asked to end, or cut.
#pragma once

#include <boost/intrusive/list.hpp>

namespace nightlight::transport {

// Listed in its shard from shard::join() until it is destroyed. All calls are made on that shard.
class connection : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  // The server is going: finish what is under way, tell the other side, then end. Idempotent.
  virtual void stop() = 0;
  // Close the socket now. What was queued is lost. Idempotent.
  virtual void cut() = 0;

 protected:
  ~connection() = default;
};

}  // namespace nightlight::transport
