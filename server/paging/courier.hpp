// Carries pages out of the house, on time and across restarts: the pages are stored, this only wakes for them. What was
// taken is marked after the other side has said so; a stop in between makes one repeat, under the same name. What was
// not taken is tried again, less and less often, until it is given up. Both ends are in the audit log. However slow the
// other side is, nothing waits for it but the page itself.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "async/alarm.hpp"
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

// Letters that lie in the same queue and that somebody else words (the calendar's). All run inside a transaction.
struct other_letters {
  // Nothing: it is not to be sent any more.
  std::function<result<std::optional<letter>>(records&, const page_row&)> write;
  // The mail server never will take it.
  std::function<result<void>(records&, const page_row&)> refused;
  // Of a staff_mail, whose words are paging/letters: whether it still says what is so. Empty: always.
  std::function<result<bool>(records&, const page_row&)> still_so{};
};

// When the page whose attempt has failed just now is tried again; nothing: it is given up.
std::optional<instant> next_attempt(const page_row& failed, instant now, const courier_options& options);

class courier {
 public:
  // All outlive this.
  courier(async::executor ex, store& kept, audit::audit_log& audit, const clock_port& clock, post& out,
          const contact_box& contacts, const courier_options& options, other_letters others = {});

  // Completes after stop(), when nothing is under way.
  async::task<> run();
  void stop();
  // A page was written: look again. On this object's own shard.
  void look_again();

 private:
  struct attempt {
    delivery_outcome came;
    bool not_wanted = false;  // nothing was sent: it is not to be
  };
  // How an attempt has ended.
  struct ended_attempt {
    page_row page;
    bool for_good = false;
  };

  async::task<bool> mark_what_came();
  async::task<bool> send_what_is_due();
  result<audit_mark> keep_mark(records& r, const page_row& page, bool for_good) const;
  async::task<> wait_for_next(bool failed);
  async::task<> carry(page_row page);
  async::task<std::string> address_of(page_row page);
  async::task<attempt> send(page_row page);
  async::task<attempt> send_other(page_row page);
  async::task<attempt> send_staff(page_row page);
  async::task<attempt> deliver_to_staff(page_row page);
  void note(page_row page, const attempt& ended);
  async::task<result<void>> mark(ended_attempt what);

  async::executor ex_;
  store& kept_;
  audit::audit_log& audit_;
  const clock_port& clock_;
  post& out_;
  const contact_box& contacts_;
  const courier_options& options_;
  const other_letters others_;
  async::alarm wake_;
  async::gate carrying_;
  std::set<std::string> under_way_;
  std::map<std::string, ended_attempt> came_back_;  // until the store has it
  bool stopping_ = false;
};

}  // namespace nightlight::paging
