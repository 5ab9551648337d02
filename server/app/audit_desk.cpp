#include "app/audit_desk.hpp"

#include <optional>
#include <utility>

#include "accounts/staff.hpp"
#include "app/iso_time.hpp"
#include "app/store_call.hpp"
#include "audit/signing.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::app {
namespace {

namespace pb = control::v1;

constexpr std::size_t rows_in_a_page = 1000;

pb::Reply refused(std::string words) {
  pb::Reply reply;
  reply.set_words(std::move(words));
  return reply;
}

pb::Reply refused(const error_code& why) { return refused("the store did not answer: " + why.message()); }

pb::Reply found(const audit::fault& f) { return refused("record " + std::to_string(f.sequence) + ": " + f.why); }

std::string counted(std::uint64_t records) { return std::to_string(records) + (records == 1 ? " record" : " records"); }

std::string line_of(const audit_row& row) {
  const audit_entry& e = row.entry;
  std::string line = std::to_string(row.sequence) + "  " + to_iso(e.time) + "  ";
  if (e.room) line += "room " + e.room.value + (e.at ? " position " + std::to_string(e.at.value) : "") + "  ";
  if (e.role != 0) line += std::string(accounts::role_name(static_cast<domain::role>(e.role))) + " ";
  line += e.actor + "  " + e.action;
  if (e.target) line += "  member " + std::to_string(e.target.value);
  if (!e.subject.empty()) line += (e.action.starts_with("incident_") ? "  incident " : "  account ") + e.subject;
  if (e.messages != 0) line += "  " + std::to_string(e.messages) + (e.messages == 1 ? " message" : " messages");
  if (e.length != seconds{0}) line += "  " + std::to_string(e.length.count()) + " s";
  if (e.meeting) line += "  meeting " + sealing::to_hex(e.meeting.value);
  return line;
}

bool is_wanted(const audit_entry& e, const pb::ListAudit& asked) {
  return (asked.room().empty() || e.room.value == asked.room()) && to_unix_ms(e.time) >= asked.since_unix_ms();
}

}  // namespace

result<std::vector<audit_row>> audit_desk::read(std::uint64_t after, std::size_t rows_max) {
  std::vector<audit_row> rows;
  const auto unit = [&](records& r) -> result<void> {
    auto page = r.read_audit(after, rows_max);
    if (!page) return page.error();
    rows = std::move(*page);
    return {};
  };
  if (const result<void> done = transact_and_wait(store_, unit); !done) return done.error();
  return rows;
}

pb::Reply audit_desk::verify(const pb::VerifyAudit& asked) {
  audit_mark from = audit::beginning();
  if (asked.after() != 0) {
    auto row = read(asked.after() - 1, 1);
    if (!row) return refused(row.error());
    if (row->empty() || row->front().sequence != asked.after()) return found({asked.after(), "is missing"});
    from = {asked.after(), std::move(row->front().link)};
  }
  audit::chain_check check = log_.check_after(std::move(from));
  if (!asked.checkpoint().empty()) {
    auto known = audit::checkpoint_from(log_.keys(), asked.checkpoint());
    if (!known) return refused("the checkpoint is not one that this server signed");
    check.expect(std::move(*known), "the given checkpoint");
  }
  for (bool more = true; more;) {
    const auto rows = read(check.head().sequence, rows_in_a_page);
    if (!rows) return refused(rows.error());
    for (const audit_row& row : *rows) {
      if (const auto wrong = check.take(row)) return found(*wrong);
    }
    more = rows->size() == rows_in_a_page;
  }
  if (const auto wrong = check.end()) return found(*wrong);
  pb::Reply reply;
  reply.set_done(true);
  reply.set_words(counted(check.head().sequence - asked.after()) + ", none missing and none changed");
  reply.add_lines("checkpoint " + audit::checkpoint_text(log_.keys(), check.head()));
  reply.add_lines("signed by " + sealing::to_hex(audit::public_key_of(log_.keys().signing)));
  return reply;
}

pb::Reply audit_desk::list(const pb::ListAudit& asked) {
  const auto rows = read(asked.after(), rows_in_a_page);
  if (!rows) return refused(rows.error());
  pb::Reply reply;
  reply.set_done(true);
  for (const audit_row& row : *rows) {
    if (is_wanted(row.entry, asked)) reply.add_lines(line_of(row));
  }
  if (rows->size() == rows_in_a_page) reply.set_next_after(rows->back().sequence);
  return reply;
}

}  // namespace nightlight::app
