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
  // In the room by its log, and not connected: after a loss of the network, or since the room was loaded.
  void missing(member_number who, async::clock::time_point since);
  void typed(member_number who, async::clock::time_point now);
  // Her words are there: she does not type any more.
  void said(member_number who, async::clock::time_point now);

  bool staff_here() const { return staff_connections_ > 0; }
  std::vector<member_number> here() const;
  std::size_t total() const { return connections_.size(); }

  // Another meeting: its numbers are other people's.
  void forget_missing() { missing_.clear(); }
  // Everyone who has been missing since before that moment; each is named once.
  std::vector<member_number> take_missing_since(async::clock::time_point before);
  // When the one who has been missing the longest went; the far future when nobody is.
  async::clock::time_point longest_missing() const;

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
  struct missing_member {
    member_number who;
    async::clock::time_point since;
  };
  std::vector<missing_member> missing_;  // the longest first
  std::map<member_number, async::clock::time_point> typing_until_;
  std::set<member_number> told_here_, told_typing_;
  int staff_connections_ = 0;
  async::clock::time_point next_telling_ = async::clock::time_point::max();
};

}  // namespace nightlight::rooms
