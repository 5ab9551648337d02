// Whatever is done to rows of the audit log by somebody without its keys, the first of them that is wrong is named.
#include "audit/chain.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "audit/signing.hpp"
#include "sealing/text_form.hpp"
#include "support/audit_rows.hpp"

namespace nightlight::audit {
namespace {

using nightlight::testing::deed;
using nightlight::testing::keys_of;
using nightlight::testing::mark_of;
using nightlight::testing::rows_of;

class a_chain : public ::testing::Test {
 protected:
  // Zero: nothing is wrong.
  std::uint64_t first_bad(const std::vector<audit_row>& checked, std::uint64_t anchored = 0) {
    chain_check check(keys, beginning());
    if (anchored != 0) check.expect(mark_of(whole[anchored - 1]), "the anchor");
    for (const audit_row& row : checked) {
      if (const auto wrong = check.take(row)) return wrong->sequence;
    }
    const auto wrong = check.end();
    return wrong ? wrong->sequence : 0;
  }

  const chain_keys keys = keys_of('k');
  const std::vector<audit_row> whole = rows_of(keys, 130);
  std::vector<audit_row> rows = whole;
};

TEST_F(a_chain, that_nobody_touched_is_whole) {
  EXPECT_EQ(first_bad(rows), 0u);
  EXPECT_EQ(first_bad(rows, 130), 0u);
  EXPECT_EQ(first_bad({}), 0u);
}

TEST_F(a_chain, shows_the_row_that_was_edited_whichever_part_of_it) {
  const std::vector<std::function<void(audit_row&)>> edits{
      [](audit_row& r) { r.entry.time += milliseconds{1}; },
      [](audit_row& r) { r.entry.room = {}; },
      [](audit_row& r) { r.entry.meeting.value[3] ^= 1; },
      [](audit_row& r) { r.entry.at = r.entry.at.next(); },
      [](audit_row& r) { r.entry.actor = "operator"; },
      [](audit_row& r) { r.entry.role = 5; },
      [](audit_row& r) { r.entry.action = "member_muteD"; },
      [](audit_row& r) { r.entry.target = {}; },
      [](audit_row& r) { r.entry.subject = "ab"; },
      [](audit_row& r) { r.entry.messages = 1; },
      [](audit_row& r) { r.entry.length += seconds{1}; },
      [](audit_row& r) { r.link.back() ^= 1; },
      [](audit_row& r) { r.link.clear(); },
      [](audit_row& r) { r.signature = "signed"; },
      [](audit_row& r) { std::swap(r.entry.actor, r.entry.action); },
      [](audit_row& r) {  // the same letters, divided otherwise
        r.entry.action = r.entry.actor.back() + r.entry.action;
        r.entry.actor.pop_back();
      }};
  for (std::size_t i = 0; i < edits.size(); ++i) {
    rows = whole;
    edits[i](rows[16]);
    EXPECT_EQ(first_bad(rows), 17u) << "edit " << i;
  }
}

TEST_F(a_chain, shows_where_a_row_was_deleted_also_when_the_rest_was_numbered_again) {
  rows.erase(rows.begin() + 16);
  EXPECT_EQ(first_bad(rows), 17u);
  for (std::size_t i = 16; i < rows.size(); ++i) --rows[i].sequence;
  EXPECT_EQ(first_bad(rows), 17u);
}

TEST_F(a_chain, shows_where_rows_changed_places) {
  std::swap(rows[16], rows[40]);
  std::swap(rows[16].sequence, rows[40].sequence);
  EXPECT_EQ(first_bad(rows), 17u);
  rows = whole;
  std::swap(rows[16], rows[17]);
  EXPECT_EQ(first_bad(rows), 17u) << "in another order";
}

TEST_F(a_chain, shows_a_row_that_was_put_in_or_added_without_the_key) {
  const audit_row forged = next_row(keys_of('f'), mark_of(whole[15]), deed(500));
  rows.insert(rows.begin() + 16, forged);
  for (std::size_t i = 17; i < rows.size(); ++i) ++rows[i].sequence;
  EXPECT_EQ(first_bad(rows), 17u);
  rows = whole;
  rows.push_back(next_row(keys_of('f'), mark_of(whole.back()), deed(500)));
  EXPECT_EQ(first_bad(rows), 131u);
  rows = whole;
  rows.push_back(whole.back());
  EXPECT_EQ(first_bad(rows), 131u) << "said twice";
  for (const std::uint64_t no_number : {std::uint64_t{0}, ~std::uint64_t{0}}) {
    rows.back().sequence = no_number;
    EXPECT_EQ(first_bad(rows), 131u);
  }
}

TEST_F(a_chain, whose_end_was_cut_off_is_shown_by_the_anchor) {
  rows.pop_back();
  EXPECT_EQ(first_bad(rows), 0u) << "nobody can tell without one";
  EXPECT_EQ(first_bad(rows, 130), 130u);
  rows.resize(5);
  EXPECT_EQ(first_bad(rows, 130), 6u);
  EXPECT_EQ(first_bad({}, 130), 1u);
}

TEST_F(a_chain, ahead_of_its_anchor_is_what_a_crash_leaves) { EXPECT_EQ(first_bad(rows, 128), 0u); }

TEST_F(a_chain, that_is_another_than_the_anchor_knows_is_shown_there) {
  chain_check check(keys, beginning());
  check.expect({17, std::string(32, 'x')}, "the anchor");
  for (std::size_t i = 0; i < 16; ++i) EXPECT_FALSE(check.take(rows[i]));
  EXPECT_EQ(check.take(rows[16])->why, "is not the one that the anchor knows");
}

TEST_F(a_chain, without_anybody_who_knows_its_length_is_not_called_whole) {
  chain_check check(keys, beginning());
  check.expect_no_witness();
  for (const audit_row& row : rows) EXPECT_FALSE(check.take(row));
  EXPECT_EQ(check.end()->sequence, 131u);
}

TEST_F(a_chain, is_signed_at_its_checkpoints_and_nowhere_else) {
  for (const audit_row& row : rows) EXPECT_EQ(row.signature.size(), row.sequence % 64 == 0 ? 64u : 0u);
  rows[63].signature.clear();
  EXPECT_EQ(first_bad(rows), 64u);
  rows = whole;
  rows[127].signature = whole[63].signature;
  EXPECT_EQ(first_bad(rows), 128u);
}

TEST_F(a_chain, written_again_with_the_chain_s_key_alone_is_shown_at_its_first_checkpoint) {
  const chain_keys stolen{sealing::secret_key::from_bytes(keys.chain.view()), sealing::secret_key::random()};
  EXPECT_EQ(first_bad(rows_of(stolen, 63)), 0u);
  EXPECT_EQ(first_bad(rows_of(stolen, 64)), 64u);
}

TEST_F(a_chain, can_be_checked_from_a_place_that_is_believed) {
  chain_check check(keys, mark_of(whole[16]));
  for (std::size_t i = 17; i < rows.size(); ++i) EXPECT_FALSE(check.take(rows[i]));
  EXPECT_EQ(check.head(), mark_of(whole.back()));
}

TEST_F(a_chain, that_says_its_anchor_was_lost_is_not_whole) {
  audit_entry lost;
  lost.action = anchor_lost;
  rows.push_back(next_row(keys, mark_of(whole.back()), lost));
  EXPECT_EQ(first_bad(rows), 131u);
}

TEST_F(a_chain, has_checkpoints_to_keep_elsewhere_that_only_its_keys_can_make) {
  const std::string text = checkpoint_text(keys, mark_of(whole[16]));
  EXPECT_EQ(checkpoint_from(keys, text), mark_of(whole[16]));
  EXPECT_EQ(checkpoint_from(keys_of('f'), text), std::nullopt);
  std::string other = text;
  other[0] = '2';
  EXPECT_EQ(checkpoint_from(keys, other), std::nullopt);
  for (const char* nonsense : {"", ":", "::", ":::", "17", "17:", "17:ab:cd", "x:ab:cd", "-1:ab:cd", "17:xy:cd",
                               "99999999999999999999:ab:cd"}) {
    EXPECT_EQ(checkpoint_from(keys, nonsense), std::nullopt) << nonsense;
  }
}

TEST(signing, can_be_checked_with_the_public_key_alone) {
  // RFC 8032, section 7.1, test 1.
  const auto bytes = [](std::string_view hex) { return *sealing::from_hex(hex); };
  const auto seed =
      sealing::secret_key::from_bytes(bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  const std::string open = public_key_of(seed);
  EXPECT_EQ(open, bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
  const std::string signature = sign(seed, "");
  EXPECT_EQ(signature,
            bytes("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
                  "f9b46bd25bf5f0595bbe24655141438e7a100b"));
  EXPECT_TRUE(is_signed(open, "", signature));
  EXPECT_FALSE(is_signed(open, "x", signature));
  EXPECT_FALSE(is_signed(open, "", signature.substr(1)));
  EXPECT_FALSE(is_signed("short", "", signature));
}

}  // namespace
}  // namespace nightlight::audit
