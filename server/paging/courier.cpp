#include "paging/courier.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "async/spawn.hpp"
#include "async/store_work.hpp"
#include "audit/keeping.hpp"
#include "paging/calls.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::paging {
namespace {

delivery_outcome not_taken(std::string why) { return {false, std::move(why)}; }

bool is_over(page_state state) { return state == page_state::sent || state == page_state::given_up; }

// The audit log is about what happens in rooms.
bool is_the_calendar_s(const page_row& page) {
  return page.kind == page_kind::calendar_mail || page.kind == page_kind::staff_mail;
}

// Whom a letter of the calendar's went to, and about what, is nobody's business once it has gone.
page_row as_kept(page_row page) {
  if (!is_the_calendar_s(page) || page.state == page_state::waiting) return page;
  page.recipient.clear();
  page.about.clear();
  return page;
}

audit_entry entry_for(const page_row& page, instant now) {
  audit_entry told;
  told.time = now;
  told.room = page.room;
  told.meeting = page.meeting;
  told.actor = "system";
  told.action = page.state == page_state::sent ? "page_sent" : "page_given_up";
  if (page.kind == page_kind::mail && page.recipient != fallback_recipient) told.subject = page.recipient;
  return told;
}

}  // namespace

std::optional<instant> next_attempt(const page_row& failed, instant now, const courier_options& options) {
  if (now - failed.at >= options.give_up_after) return std::nullopt;
  seconds wait = options.retry_first;
  for (std::uint32_t i = 1; i < failed.attempts && wait < options.retry_longest; ++i) wait *= 2;
  return now + std::min(wait, options.retry_longest);
}

courier::courier(async::executor ex, store& kept, audit::audit_log& audit, const clock_port& clock, post& out,
                 const contact_box& contacts, const courier_options& options, other_letters others)
    : ex_(ex),
      kept_(kept),
      audit_(audit),
      clock_(clock),
      out_(out),
      contacts_(contacts),
      options_(options),
      others_(std::move(others)),
      wake_(ex),
      carrying_(ex) {}

void courier::stop() {
  stopping_ = true;
  wake_.ring();
}

void courier::look_again() { wake_.ring(); }

async::task<> courier::run() {
  while (!stopping_) {
    const bool marked = co_await mark_what_came();
    const bool sent = co_await send_what_is_due();
    if (stopping_) break;
    co_await wait_for_next(!marked || !sent);
  }
  co_await carrying_.async_close();
  // What was taken while everything stopped.
  co_await mark_what_came();
}

async::task<bool> courier::mark_what_came() {
  const std::map<std::string, ended_attempt> came = came_back_;
  for (const auto& [id, ended] : came) {
    auto marking = mark(ended);
    const result<void> marked = co_await std::move(marking);
    if (!marked) co_return false;
    came_back_.erase(id);
  }
  co_return true;
}

async::task<bool> courier::send_what_is_due() {
  auto looking = async::async_transact(
      ex_, kept_, [now = clock_.now(), most = options_.under_way_max + under_way_.size()](records& r) {
        return r.paging().pages_due(now, most);
      });
  result<std::vector<page_row>> due = co_await std::move(looking);
  if (!due) co_return false;
  for (page_row& page : *due) {
    if (stopping_ || under_way_.size() >= options_.under_way_max) break;
    if (under_way_.contains(page.id) || came_back_.contains(page.id)) continue;
    under_way_.insert(page.id);
    if (!async::spawn(ex_, carrying_, "page", carry(std::move(page)))) break;
  }
  co_return true;
}

async::task<> courier::wait_for_next(bool failed) {
  auto looking = async::async_transact(ex_, kept_, [](records& r) { return r.paging().next_page_due(); });
  const result<std::optional<instant>> looked = co_await std::move(looking);
  if (stopping_) co_return;
  std::optional<instant> next;
  if (looked && under_way_.empty()) next = *looked;  // else whoever comes back wakes us
  auto waiting = wake_.async_wait(async::asleep_for(next, clock_.now(), failed || !looked));
  co_await std::move(waiting);
}

async::task<> courier::carry(page_row page) {
  auto sending = send(page);
  const attempt came = co_await std::move(sending);
  under_way_.erase(page.id);
  // Whoever stops the server has not failed: the page waits as it did.
  if (came.came.taken || !stopping_) note(std::move(page), came);
  look_again();
}

async::task<courier::attempt> courier::send(page_row page) {
  if (page.kind == page_kind::calendar_mail) {
    auto sending = send_other(std::move(page));
    co_return co_await std::move(sending);
  }
  if (page.kind == page_kind::webhook) {
    const auto hook = std::ranges::find(options_.webhooks, page.recipient,
                                        [](const webhook& known) { return webhook_name(known.url); });
    if (hook == options_.webhooks.end()) co_return attempt{not_taken("there is no such webhook any more")};
    webhook_call what = call_for(page, options_.head, hook->url, hook->secret, clock_.now());
    auto call = [&](auto done) { out_.call(std::move(what), std::move(done)); };
    delivery_outcome called = co_await async::async_port_call<delivery_outcome>(ex_, call);
    co_return attempt{std::move(called)};
  }
  if (page.kind == page_kind::staff_mail) {
    auto sending = send_staff(std::move(page));
    co_return co_await std::move(sending);
  }
  auto delivering = deliver_to_staff(std::move(page));
  co_return co_await std::move(delivering);
}

async::task<courier::attempt> courier::send_staff(page_row page) {
  auto looking = async::async_transact(ex_, kept_, [this, page](records& r) {
    return others_.still_so ? others_.still_so(r, page) : result<bool>{true};
  });
  const result<bool> so = co_await std::move(looking);
  if (!so) co_return attempt{not_taken("the store is not available")};
  if (!*so) co_return attempt{{}, true};
  auto delivering = deliver_to_staff(std::move(page));
  co_return co_await std::move(delivering);
}

async::task<courier::attempt> courier::deliver_to_staff(page_row page) {
  auto finding = address_of(page);
  std::string address = co_await std::move(finding);
  if (!is_mail_address(address)) co_return attempt{not_taken("there is no address")};
  letter what = letter_for(page, options_.head, std::move(address));
  auto deliver = [&](auto done) { out_.deliver(std::move(what), std::move(done)); };
  delivery_outcome delivered = co_await async::async_port_call<delivery_outcome>(ex_, deliver);
  co_return attempt{std::move(delivered)};
}

async::task<courier::attempt> courier::send_other(page_row page) {
  std::optional<letter> what;
  auto look = [&](auto done) {
    kept_.transact(
        [&](records& r) -> result<void> {
          if (!others_.write) return {};
          auto written = others_.write(r, page);
          if (!written) return written.error();
          what = std::move(*written);
          return {};
        },
        std::move(done));
  };
  const result<void> looked = co_await async::async_port_call<result<void>>(ex_, look);
  if (!looked) co_return attempt{not_taken("the store is not available")};
  if (!what) co_return attempt{{}, true};
  auto deliver = [&](auto done) { out_.deliver(std::move(*what), std::move(done)); };
  delivery_outcome delivered = co_await async::async_port_call<delivery_outcome>(ex_, deliver);
  co_return attempt{std::move(delivered)};
}

// Empty when there is none, or none that can be opened.
async::task<std::string> courier::address_of(page_row page) {
  if (page.recipient == fallback_recipient) co_return options_.fallback_address;
  const auto id = sealing::from_hex(page.recipient);
  if (!id) co_return std::string{};
  const person_id person{*id};
  auto looking = async::async_transact(ex_, kept_, [person](records& r) { return r.paging().find_contact(person); });
  const result<std::optional<contact_row>> known = co_await std::move(looking);
  if (!known || !*known || (*known)->sealed_address.empty()) co_return std::string{};
  const result<private_text> opened = contacts_.open(person, (*known)->sealed_address);
  co_return opened ? std::string(opened->reveal()) : std::string{};
}

void courier::note(page_row page, const attempt& ended) {
  const delivery_outcome& came = ended.came;
  page.attempts += 1;
  // A page to the team is tried until it is too old: somebody may mend the address. A mother is not written to in vain.
  const bool for_good = came.for_good && page.kind == page_kind::calendar_mail;
  if (ended.not_wanted) {
    page.state = page_state::called_off;
  } else if (came.taken) {
    page.state = page_state::sent;
  } else if (const auto again = next_attempt(page, clock_.now(), options_); again && !for_good) {
    page.due_at = *again;
    spdlog::warn("page {} was not taken at attempt {}: {}; it will be tried again", page.id, page.attempts, came.why);
  } else {
    page.state = page_state::given_up;
    spdlog::error("page {} was given up after {} attempts: {}", page.id, page.attempts, came.why);
  }
  const std::string id = page.id;
  came_back_.insert_or_assign(id, ended_attempt{std::move(page), for_good});
}

// What the store says by then comes first: nobody waits for a page that was called off meanwhile. The audit log is
// about what the team did: a letter to a mother is not in it.
result<audit_mark> courier::keep_mark(records& r, const page_row& page, bool for_good) const {
  const auto before = r.paging().find_page(page.id);
  if (!before) return before.error();
  const page_row kept = as_kept(page);
  if (!*before || **before == kept) return audit_mark{};
  if (page.state != page_state::sent && (*before)->state != page_state::waiting) return audit_mark{};
  if (auto put = r.paging().put_page(kept); !put) return put.error();
  if (is_the_calendar_s(page)) {
    if (page.kind == page_kind::staff_mail) return audit_mark{};
    if (!for_good || !others_.refused) return audit_mark{};
    const result<void> refused = others_.refused(r, page);
    if (!refused) return refused.error();
    return audit_mark{};
  }
  if (!is_over(page.state)) return audit_mark{};
  const audit_entry told = entry_for(page, clock_.now());
  return audit_.keep(r, std::span(&told, 1));
}

async::task<result<void>> courier::mark(ended_attempt what) {
  auto keeping = audit::async_keep(ex_, kept_, audit_, [this, what = std::move(what)](records& r) {
    return keep_mark(r, what.page, what.for_good);
  });
  co_return co_await std::move(keeping);
}

}  // namespace nightlight::paging
