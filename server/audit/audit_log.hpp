// The audit log as its keeper sees it: the keys, made at first use, the rows, written in the store's units of work, and
// the anchor, a small file beside the keys that knows the newest record. The rows are in the database and the anchor is
// not, so cutting off the end of the table is noticed as well.
//
// A table ahead of the anchor is what a crash leaves, and fine. A table behind it is missing records (or is a backup):
// the next record follows the anchor's, so that the hole stays to be seen. An anchor that cannot be read becomes a
// record itself.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "audit/chain.hpp"
#include "ports/store.hpp"

namespace nightlight::audit {

class audit_log {
 public:
  // `keys_dir` is there and private (sealing::keyring). Throws std::runtime_error in words for the operator.
  explicit audit_log(std::string keys_dir);

  // Inside a unit of work: adds the records, at least one, and returns the newest. They are kept when the unit is.
  result<audit_mark> keep(records& r, std::span<const audit_entry> entries) const;
  // Inside a later unit, after the one of keep() was committed. Blocks for a sync of the disk. When it fails the anchor
  // stays where it was, and the next one is as good.
  result<void> anchor(const audit_mark& committed);

  // Any thread. Ready to check everything after `from` against the anchor as it is now: read the rows afterwards.
  chain_check check_after(audit_mark from) const;
  const chain_keys& keys() const { return keys_; }

  // Removes the keys and the anchor, for a store that is thrown away whole.
  static void forget(const std::string& keys_dir);

 private:
  std::optional<audit_mark> read_anchor() const;

  const std::string keys_dir_;
  const chain_keys keys_;
  std::optional<audit_mark> anchor_;  // nothing: it cannot be read. Touched inside units only.
};

}  // namespace nightlight::audit
