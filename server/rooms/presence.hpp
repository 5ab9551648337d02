// Who of a room is connected and who is typing: ephemeral, never logged, told at most once a second. A person may
// be connected more than once; she is here while one connection is.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "async/awaitable.hpp"
#include "base/ids.hpp"

namespace nightlight::rooms {

class presence {
 public:
  void arrived(member_number who, bool staff);
  void departed(member_number who, bool staff);
  void typed(member_number who, async::clock::time_point now);

  bool staff_here() const { return staff_connections_ > 0; }
  std::vector<member_number> here() const;
  std::size_t total() const { return connections_.size(); }

  struct changes {
    std::vector<member_number> here, gone;
    bool typing_changed = false;
    std::vector<member_number> typing;
    bool any() const { return !here.empty() || !gone.empty() || typing_changed; }
  };

  // When there is something to tell; the far future when there is not.
  async::clock::time_point next_telling() const { return next_telling_; }
  changes take_changes(async::clock::time_point now);

 private:
  void tell_soon(async::clock::time_point now);

  std::map<member_number, int> connections_;
  std::map<member_number, async::clock::time_point> typing_until_;
  std::set<member_number> told_here_, told_typing_;
  int staff_connections_ = 0;
  async::clock::time_point next_telling_ = async::clock::time_point::max();
};

}  // namespace nightlight::rooms
