#include "audit/chain.hpp"

#include <utility>

#include "audit/signing.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::audit {
namespace {

constexpr std::size_t link_size = 32;
constexpr std::size_t sequence_digits_max = 19;
constexpr std::uint64_t sequence_max = 0x7fffffffffffffff;

// Values one after the other, each with its length, so that no two lists of values have the same bytes.
class canonical {
 public:
  explicit canonical(std::string_view purpose) { text(purpose); }

  canonical& number(std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes_.push_back(static_cast<char>((value >> shift) & 0xffU));
    return *this;
  }
  canonical& text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
    return *this;
  }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::string link_of(const chain_keys& keys, std::string_view before, std::uint64_t sequence, const audit_entry& e) {
  canonical said("nightlight audit record 1");
  said.text(before).number(sequence).number(static_cast<std::uint64_t>(to_unix_ms(e.time)));
  said.text(e.room.value).text(e.meeting.value).number(e.at.value).text(e.actor).number(e.role).text(e.action);
  said.number(e.target.value).text(e.subject).number(e.messages).number(static_cast<std::uint64_t>(e.length.count()));
  return sealing::hmac_sha256(keys.chain.view(), said.bytes());
}

std::string signature_of(const chain_keys& keys, const audit_mark& at) {
  return sign(keys.signing, canonical("nightlight audit checkpoint 1").number(at.sequence).text(at.link).bytes());
}

std::string checkpoint_signature(const chain_keys& keys, const audit_mark& at) {
  return at.sequence % checkpoint_every == 0 ? signature_of(keys, at) : std::string{};
}

std::optional<std::uint64_t> sequence_from(std::string_view text) {
  if (text.empty() || text.size() > sequence_digits_max) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::string missing_up_to(std::uint64_t first, std::uint64_t last) {
  return first == last ? "is missing" : "is missing, and so is every record up to " + std::to_string(last);
}

}  // namespace

audit_mark beginning() { return {0, std::string(link_size, '\0')}; }

audit_row next_row(const chain_keys& keys, const audit_mark& before, audit_entry e) {
  audit_row row{before.sequence + 1, std::move(e), {}, {}};
  row.link = link_of(keys, before.link, row.sequence, row.entry);
  row.signature = checkpoint_signature(keys, {row.sequence, row.link});
  return row;
}

std::string checkpoint_text(const chain_keys& keys, const audit_mark& at) {
  return std::to_string(at.sequence) + ":" + sealing::to_hex(at.link) + ":" + sealing::to_hex(signature_of(keys, at));
}

std::optional<audit_mark> checkpoint_from(const chain_keys& keys, std::string_view text) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto sequence = sequence_from(text.substr(0, first));
  auto link = sealing::from_hex(text.substr(first + 1, second - first - 1));
  const auto signature = sealing::from_hex(text.substr(second + 1));
  if (!sequence || !link || !signature) return std::nullopt;
  audit_mark at{*sequence, std::move(*link)};
  if (!sealing::equal_in_constant_time(*signature, signature_of(keys, at))) return std::nullopt;
  return at;
}

void chain_check::expect(audit_mark known, std::string witness) {
  known_.push_back({std::move(known), std::move(witness)});
}

std::optional<fault> chain_check::take(const audit_row& row) {
  const std::uint64_t next = head_.sequence + 1;
  if (row.sequence == 0 || row.sequence > sequence_max)
    return fault{next, "has a record beside it that is not numbered"};
  if (row.sequence > next) return fault{next, missing_up_to(next, row.sequence - 1)};
  if (row.sequence < next) return fault{next, "is out of order"};
  if (!sealing::equal_in_constant_time(link_of(keys_, head_.link, next, row.entry), row.link)) {
    return fault{next, "was changed, moved or put in, or was written with another key"};
  }
  audit_mark here{next, row.link};
  if (!sealing::equal_in_constant_time(checkpoint_signature(keys_, here), row.signature)) {
    return fault{next, "does not bear the signature of a checkpoint as it should"};
  }
  for (const known_place& known : known_) {
    if (known.at.sequence == next && known.at.link != here.link) {
      return fault{next, "is not the one that " + known.witness + " knows"};
    }
  }
  if (row.entry.action == anchor_lost) {
    return fault{next, "says that the anchor was lost: records may be missing before it"};
  }
  head_ = std::move(here);
  return std::nullopt;
}

std::optional<fault> chain_check::end() const {
  const std::uint64_t next = head_.sequence + 1;
  for (const known_place& known : known_) {
    if (known.at.sequence > head_.sequence) {
      return fault{next, missing_up_to(next, known.at.sequence) + ": " + known.witness + " knows them"};
    }
  }
  if (unwitnessed_) return fault{next, "may be missing: the anchor beside the keys is gone or was changed"};
  return std::nullopt;
}

}  // namespace nightlight::audit
