// The chain: every row of the audit log carries an HMAC-SHA256 over the row before, its own number and everything it
// says, so that no row can be changed, left out, moved or put in without its key. Every 64th row is a checkpoint,
// signed with another key. Pure: rows in, verdicts out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/audit_row.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::audit {

inline constexpr std::uint64_t checkpoint_every = 64;

// What is done instead of hiding it when the anchor (audit_log.hpp) could not be read: the first record after that.
inline constexpr std::string_view anchor_lost = "audit_anchor_lost";

struct chain_keys {
  sealing::secret_key chain;
  sealing::secret_key signing;  // an Ed25519 seed
};

// The place before the first row.
audit_mark beginning();

// The row that says `e` after `before`, linked, and signed when it is a checkpoint.
audit_row next_row(const chain_keys& keys, const audit_mark& before, audit_entry e);

// A place in text, signed, to be kept elsewhere: "17:<link in hex>:<signature in hex>".
std::string checkpoint_text(const chain_keys& keys, const audit_mark& at);
// Nothing when it is no such text, or not signed with these keys.
std::optional<audit_mark> checkpoint_from(const chain_keys& keys, std::string_view text);

// The first record that is not as it was written.
struct fault {
  std::uint64_t sequence = 0;
  std::string why;
};

// Checks rows one after the other, in the order of their numbers.
class chain_check {
 public:
  // `keys` outlive it. What is after `from` is checked; that place itself is believed.
  chain_check(const chain_keys& keys, audit_mark from) : keys_(keys), head_(std::move(from)) {}

  // A place that is known from elsewhere. The rows must pass through it; `witness` says who knows it, in words.
  void expect(audit_mark known, std::string witness);
  // Nobody knows how many rows there were: a fault at the end.
  void expect_no_witness() { unwitnessed_ = true; }

  // After a fault there is nothing more to learn.
  std::optional<fault> take(const audit_row& row);
  std::optional<fault> end() const;

  const audit_mark& head() const { return head_; }

 private:
  struct known_place {
    audit_mark at;
    std::string witness;
  };

  const chain_keys& keys_;
  audit_mark head_;
  std::vector<known_place> known_;
  bool unwitnessed_ = false;
};

}  // namespace nightlight::audit
