#include "audit/audit_log.hpp"

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "sealing/digest.hpp"
#include "sealing/private_file.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::audit {
namespace {

constexpr const char* chain_name = "audit-chain.key";
constexpr const char* signing_name = "audit-signing.key";
constexpr const char* anchor_name = "audit.anchor";
constexpr std::size_t anchor_bytes_max = 256;

// "17:<link in hex>:<HMAC of both in hex>\n".
std::string anchor_text(const sealing::secret_key& chain, const audit_mark& at) {
  const std::string known = std::to_string(at.sequence) + ":" + sealing::to_hex(at.link);
  return known + ":" + sealing::to_hex(sealing::hmac_sha256(chain.view(), "nightlight audit anchor 1 " + known)) + "\n";
}

std::optional<audit_mark> anchor_from(const sealing::secret_key& chain, const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || colon > 19) return std::nullopt;
  const std::string digits = text.substr(0, colon);
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  auto link = sealing::from_hex(text.substr(colon + 1, 2 * beginning().link.size()));
  if (!link) return std::nullopt;
  audit_mark at{std::stoull(digits), std::move(*link)};
  if (!sealing::equal_in_constant_time(anchor_text(chain, at), text)) return std::nullopt;
  return at;
}

void must(const result<void>& done, const std::string& keys_dir) {
  if (!done) throw std::runtime_error("the audit log's keys cannot be written in " + keys_dir);
}

std::optional<sealing::secret_key> find_key(const std::string& keys_dir, const char* name) {
  result<std::string> bytes = sealing::read_private_file(keys_dir, name, sealing::secret_key::size);
  if (!bytes && bytes.error() == failure::not_found) return std::nullopt;
  if (!bytes || bytes->size() != sealing::secret_key::size) {
    throw std::runtime_error(keys_dir + "/" + name + " must be a key of 32 bytes that only its owner can read");
  }
  auto key = sealing::secret_key::from_bytes(*bytes);
  sealing::wipe(bytes->data(), bytes->size());
  return key;
}

// The chain's key is written last: where it is, there was an anchor too, and one that is missing was taken away.
chain_keys find_or_make_keys(const std::string& keys_dir) {
  std::optional<sealing::secret_key> chain = find_key(keys_dir, chain_name);
  std::optional<sealing::secret_key> signing = find_key(keys_dir, signing_name);
  const bool fresh = !chain || !signing;
  if (!signing) {
    signing = sealing::secret_key::random();
    must(sealing::write_private_file(keys_dir, signing_name, signing->view()), keys_dir);
  }
  if (!chain) {
    chain = sealing::secret_key::random();
    must(sealing::write_private_file(keys_dir, anchor_name, anchor_text(*chain, beginning())), keys_dir);
    must(sealing::sync_folder(keys_dir), keys_dir);
    must(sealing::write_private_file(keys_dir, chain_name, chain->view()), keys_dir);
  }
  if (fresh) must(sealing::sync_folder(keys_dir), keys_dir);
  return {std::move(*chain), std::move(*signing)};
}

}  // namespace

audit_log::audit_log(std::string keys_dir)
    : keys_dir_(std::move(keys_dir)), keys_(find_or_make_keys(keys_dir_)), anchor_(read_anchor()) {}

std::optional<audit_mark> audit_log::read_anchor() const {
  const result<std::string> text = sealing::read_private_file(keys_dir_, anchor_name, anchor_bytes_max);
  return text ? anchor_from(keys_.chain, *text) : std::nullopt;
}

result<audit_mark> audit_log::keep(records& r, std::span<const audit_entry> entries) const {
  result<audit_mark> head = r.audit_head();
  if (!head) return head.error();
  audit_mark at = head->sequence == 0 ? beginning() : std::move(*head);
  if (anchor_ && anchor_->sequence > at.sequence) at = *anchor_;
  const auto add = [&](audit_entry e) -> result<void> {
    audit_row row = next_row(keys_, at, std::move(e));
    at = {row.sequence, row.link};
    return r.append_audit(row);
  };
  if (!anchor_) {
    audit_entry lost;
    lost.time = entries.front().time;
    lost.actor = "system";
    lost.action = anchor_lost;
    if (auto added = add(std::move(lost)); !added) return added.error();
  }
  for (const audit_entry& e : entries) {
    if (auto added = add(e); !added) return added.error();
  }
  return at;
}

result<void> audit_log::anchor(const audit_mark& committed) {
  if (anchor_ && anchor_->sequence >= committed.sequence) return {};
  const std::string text = anchor_text(keys_.chain, committed);
  if (auto written = sealing::write_private_file(keys_dir_, anchor_name, text); !written) return written;
  anchor_ = committed;
  return sealing::sync_folder(keys_dir_);
}

chain_check audit_log::check_after(audit_mark from) const {
  chain_check check(keys_, std::move(from));
  if (std::optional<audit_mark> known = read_anchor()) {
    check.expect(std::move(*known), "the anchor beside the keys");
  } else {
    check.expect_no_witness();
  }
  return check;
}

void audit_log::forget(const std::string& keys_dir) {
  for (const char* name : {chain_name, anchor_name, signing_name}) std::filesystem::remove(keys_dir + "/" + name);
}

}  // namespace nightlight::audit
