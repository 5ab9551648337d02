// Carries pages out of the house, on time and across restarts: the pages are stored, this only wakes for them. What was
// taken is marked after the other side has said so; a stop in between makes one repeat, under the same name. What was
// not taken is tried again, less and less often, until it is given up. Both ends are in the audit log. However slow the
// other side is, nothing waits for it but the page itself.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "async/awaitable.hpp"
#include "async/gate.hpp"
#include "audit/audit_log.hpp"
#include "paging/contact_box.hpp"
#include "paging/letters.hpp"
#include "ports/clock.hpp"
#include "ports/post.hpp"
#include "ports/store.hpp"

namespace nightlight::paging {

struct webhook {
  std::string url;
  std::string secret;
};

struct courier_options {
  letterhead head;
  std::string fallback_address;
  std::vector<webhook> webhooks;
  seconds retry_first{30};  // doubled with each attempt
  seconds retry_longest{600};
  seconds give_up_after{24 * 3600};
  std::size_t under_way_max = 16;
};

// When the page whose attempt has failed just now is tried again; nothing: it is given up.
std::optional<instant> next_attempt(const page_row& failed, instant now, const courier_options& options);

class courier {
 public:
  // All outlive this.
  courier(async::executor ex, store& kept, audit::audit_log& audit, const clock_port& clock, post& out,
          const contact_box& contacts, const courier_options& options);

  // Completes after stop(), when nothing is under way.
  async::task<> run();
  void stop();
  // A page was written: look again. On this object's own shard.
  void look_again();

 private:
  async::task<bool> mark_what_came();
  async::task<bool> send_what_is_due();
  async::task<> wait_for_next(bool failed);
  async::task<> carry(page_row page);
  async::task<std::string> address_of(page_row page);
  async::task<delivery_outcome> send(page_row page);
  void note(page_row page, const delivery_outcome& came);
  async::task<result<void>> mark(page_row page);

  async::executor ex_;
  store& kept_;
  audit::audit_log& audit_;
  const clock_port& clock_;
  post& out_;
  const contact_box& contacts_;
  const courier_options& options_;
  async::timer wake_;
  async::gate carrying_;
  std::set<std::string> under_way_;
  std::map<std::string, page_row> came_back_;  // how an attempt ended, until the store has it
  bool look_again_ = false;
  bool stopping_ = false;
};

}  // namespace nightlight::paging
