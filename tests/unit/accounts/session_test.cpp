#include "accounts/session.hpp"

#include <gtest/gtest.h>

#include "accounts/guidelines.hpp"
#include "accounts/revocations.hpp"
#include "accounts/sessions.hpp"
#include "adapters/memory/memory_store.hpp"
#include "places.hpp"
#include "support/await_task.hpp"
#include "support/fixed_clock.hpp"

namespace nightlight::accounts {
namespace {

using testing::await_task;

new_session ana() {
  new_session wanted;
  wanted.who.person = person_id{"0123456789abcdef"};
  wanted.who.name = private_text{"Ana"};
  wanted.who.language = "es";
  wanted.who.room = room_id{"room"};
  wanted.guidelines_version = "v1";
  return wanted;
}

const instant now = from_unix_ms(1'800'000'000'000);

TEST(token, a_bearer_is_both_halves_in_their_only_spelling) {
  const token t = token::random();
  const std::string bearer(t.bearer().reveal());
  const auto again = token::from_bearer(bearer);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->page_half.reveal(), t.page_half.reveal());
  EXPECT_EQ(again->cookie_half.reveal(), t.cookie_half.reveal());
  for (const std::string& bad : {std::string(), std::string("."), bearer + "A", bearer + "=", "A" + bearer,
                                 bearer.substr(1), std::string(t.page_half.reveal()), bearer + ".A"}) {
    EXPECT_FALSE(token::from_bearer(bad)) << bad;
  }
}

TEST(session, opens_with_both_halves_and_with_nothing_less) {
  const opened_session opened = make_session(ana(), now, {});
  const opened_session other = make_session(ana(), now, {});
  const auto in = prove(opened.row, opened.token, now);
  ASSERT_TRUE(in);
  EXPECT_EQ(in->who.name.reveal(), "Ana");
  EXPECT_EQ(in->who.person, person_id{"0123456789abcdef"});
  EXPECT_EQ(in->who.language, "es");
  EXPECT_EQ(in->who.room, room_id{"room"});
  EXPECT_EQ(in->guidelines_version, "v1");
  EXPECT_FALSE(prove(opened.row, {other.token.page_half, opened.token.cookie_half}, now));
  EXPECT_FALSE(prove(opened.row, {opened.token.page_half, other.token.cookie_half}, now));
  EXPECT_FALSE(prove(opened.row, {secret{}, opened.token.cookie_half}, now));
}

TEST(session, carries_her_marks_where_the_row_alone_does_not_show_them) {
  new_session wanted = ana();
  wanted.who.marks = private_text{std::string(64, 'm')};
  opened_session opened = make_session(wanted, now, {});
  EXPECT_EQ(opened.row.sealed_marks.find("mmm"), std::string::npos);
  EXPECT_EQ(prove(opened.row, opened.token, now)->who.marks, wanted.who.marks);
  opened.row.sealed_marks = opened.row.sealed_name;  // what is sealed as one thing does not open as another
  EXPECT_FALSE(prove(opened.row, opened.token, now));
  const opened_session none = make_session(ana(), now, {});
  EXPECT_TRUE(none.row.sealed_marks.empty());
  EXPECT_TRUE(prove(none.row, none.token, now)->who.marks.empty());
}

TEST(session, ends_with_its_time) {
  const opened_session opened = make_session(ana(), now, {seconds{60}, seconds{3600}});
  EXPECT_TRUE(prove(opened.row, opened.token, now + seconds{59}));
  EXPECT_FALSE(prove(opened.row, opened.token, now + seconds{60}));
  new_session staff = ana();
  staff.who.role = domain::role::facilitator;
  EXPECT_EQ(make_session(staff, now, {seconds{60}, seconds{3600}}).row.expires_at, now + seconds{3600});
}

TEST(session, the_row_alone_says_nothing_about_her) {
  const opened_session opened = make_session(ana(), now, {});
  const session_row& row = opened.row;
  EXPECT_EQ(row.sealed_name.find("Ana"), std::string::npos);
  for (const secret& half : {opened.token.page_half, opened.token.cookie_half}) {
    EXPECT_EQ(row.cookie_half_hash.find(half.reveal()), std::string::npos);
    EXPECT_EQ(row.page_half_hash.find(half.reveal()), std::string::npos);
  }
  // A name moved to another session's row does not open there.
  opened_session other = make_session(ana(), now, {});
  other.row.sealed_name = row.sealed_name;
  EXPECT_FALSE(prove(other.row, other.token, now));
}

class stored_sessions : public ::testing::Test {
 protected:
  opened_session open() {
    opened_session opened = make_session(ana(), clock_.now(), {});
    store_.transact([&](records& r) { return r.put_session(opened.row); },
                    [](result<void> kept) { ASSERT_TRUE(kept); });
    return opened;
  }

  boost::asio::io_context context_{1};
  testing::fixed_clock clock_;
  adapters::memory_store store_;
  revocations hub_;
  sessions sessions_{store_, clock_, hub_};
};

TEST_F(stored_sessions, are_proved_by_both_halves_until_they_end) {
  const opened_session opened = open();
  const auto prove_it = [&] {
    return await_task(context_, sessions_.async_prove(context_.get_executor(), opened.token));
  };
  EXPECT_TRUE(prove_it());
  EXPECT_TRUE(await_task(context_, sessions_.async_end(context_.get_executor(), opened.row.cookie_half_hash)));
  ASSERT_FALSE(prove_it());
  EXPECT_EQ(prove_it().error().code, denial_code::not_signed_in);
}

TEST_F(stored_sessions, without_the_store_the_answer_is_neither_yes_nor_no) {
  const opened_session opened = open();
  store_.set_available(false);
  const auto in = await_task(context_, sessions_.async_prove(context_.get_executor(), opened.token));
  ASSERT_FALSE(in);
  EXPECT_EQ(in.error().code, denial_code::store_unavailable);
}

TEST_F(stored_sessions, ending_one_tells_its_sockets_and_no_others) {
  const opened_session opened = open();
  const opened_session other = open();
  int told = 0;
  int told_other = 0;
  const auto watched = [&](const opened_session& s, int& count) {
    auto found = await_task(context_, sessions_.async_find_and_watch(context_.get_executor(), s.token.cookie_half));
    found->watch.when_over([&count] { ++count; });
    return std::move(found->watch);
  };
  auto a = watched(opened, told);
  auto b = watched(opened, told);
  auto c = watched(other, told_other);
  EXPECT_EQ(hub_.watching(), 3U);
  (void)await_task(context_, sessions_.async_end(context_.get_executor(), opened.row.cookie_half_hash));
  context_.restart();
  context_.run();
  EXPECT_EQ(told, 2);
  EXPECT_EQ(told_other, 0);
}

TEST_F(stored_sessions, a_session_that_ends_between_finding_and_watching_is_not_found) {
  const opened_session opened = open();
  adapters::memory_store slow(adapters::delivery::when_run);
  slow.transact([&](records& r) { return r.put_session(opened.row); }, [](result<void>) {});
  slow.run_pending();
  sessions late(slow, clock_, hub_);
  std::optional<bool> found;
  boost::asio::co_spawn(
      context_.get_executor(), late.async_find_and_watch(context_.get_executor(), opened.token.cookie_half),
      [&](const std::exception_ptr&, const answer<sessions::watched_session>& w) { found = w.has_value(); });
  context_.run_one();
  slow.run_one();  // the row has been read; its reader has not gone on yet
  slow.transact([&](records& r) { return r.delete_session(opened.row.cookie_half_hash); }, [](result<void>) {});
  slow.run_one();
  hub_.end_session(opened.row.cookie_half_hash);
  while (!found) {
    context_.restart();
    context_.poll();
    slow.run_one();
  }
  EXPECT_FALSE(*found);
}

TEST(revocations, a_person_s_sockets_end_together_and_so_do_those_whose_time_is_over) {
  boost::asio::io_context context{1};
  revocations hub;
  int kim = 0;
  int ana_told = 0;
  auto a = hub.add("a", person_id{"kim"}, now + seconds{10}, context.get_executor());
  auto b = hub.add("b", person_id{"kim"}, now + seconds{10}, context.get_executor());
  auto c = hub.add("c", person_id{"ana"}, now + seconds{20}, context.get_executor());
  a.when_over([&] { ++kim; });
  c.when_over([&] { ++ana_told; });
  hub.end_sessions_of(person_id{"kim"});
  context.run();
  b.when_over([&] { ++kim; });  // told before it had said what to do
  context.restart();
  context.run();
  EXPECT_EQ(kim, 2);
  EXPECT_EQ(ana_told, 0);
  hub.end_expired(now + seconds{19});
  hub.end_expired(now + seconds{20});
  context.restart();
  context.run();
  EXPECT_EQ(ana_told, 1);
}

TEST(revocations, a_person_s_sockets_are_told_that_her_rights_are_others) {
  boost::asio::io_context context{1};
  revocations hub;
  int changed = 0;
  int over = 0;
  auto kim = hub.add("a", person_id{"kim"}, now, context.get_executor());
  auto ana = hub.add("b", person_id{"ana"}, now, context.get_executor());
  const std::uint64_t before = hub.endings();
  hub.change_sessions_of(person_id{"kim"});
  EXPECT_NE(hub.endings(), before) << "whoever is reading the session just now reads it again";
  context.run();
  for (auto* const w : {&kim, &ana}) {
    w->when_over([&over] { ++over; });
    w->when_changed([&changed] { ++changed; });
  }
  context.restart();
  context.run();
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(over, 0);
}

TEST(revocations, a_socket_that_is_gone_is_not_told) {
  boost::asio::io_context context{1};
  revocations hub;
  bool told = false;
  {
    auto w = hub.add("a", person_id{"ana"}, now, context.get_executor());
    w.when_over([&] { told = true; });
    hub.end_session("a");
  }
  context.run();
  EXPECT_FALSE(told);
  EXPECT_EQ(hub.watching(), 0U);
}

TEST(guidelines, the_ones_we_ship_parse_and_agree_on_their_version) {
  const auto all = guidelines_by_language::load(std::string(NIGHTLIGHT_SOURCE_DIR) + "/config/guidelines");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->in("en").version, all->in("es").version);
  EXPECT_EQ(all->in("en").items.size(), all->in("es").items.size());
  EXPECT_EQ(&all->in("fr"), &all->in("en"));
  for (const std::string& item : all->in("es").items) EXPECT_EQ(item.find('\n'), item.npos);
}

TEST(guidelines, what_is_not_a_list_of_at_most_seven_items_is_refused) {
  EXPECT_TRUE(parse_guidelines("# remark\nversion: 1\n\n- a\n  b\n- c\n"));
  EXPECT_EQ(parse_guidelines("version: 1\n- a\n  b\n")->items.front(), "a b");
  for (const char* bad :
       {"", "version: 1\n", "- a\n", "version:\n- a\n", "version: 1\nversion: 2\n- a\n", "version: 1\nwords\n",
        "version: 1\n  words\n", "version: 1\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n"}) {
    EXPECT_FALSE(parse_guidelines(bad)) << bad;
  }
}

TEST(guidelines, spanish_in_any_form_is_spanish) {
  for (const char* tag : {"es", "ES", "es-MX", "es_419", "es,en;q=0.5", "es;q=1"}) {
    EXPECT_EQ(spoken_language(tag), "es") << tag;
  }
  for (const char* tag : {"", "en", "e", "est", "fr,es", "en-US,es;q=0.9"})
    EXPECT_EQ(spoken_language(tag), "en") << tag;
}

TEST(denial, every_one_has_a_name_and_words_in_both_languages) {
  for (int code = 1; code <= static_cast<int>(denial_code::store_unavailable); ++code) {
    const denial d{static_cast<denial_code>(code)};
    EXPECT_FALSE(name_of(d).empty()) << code;
    EXPECT_NE(words_of(d, "en"), words_of(d, "es")) << name_of(d);
  }
  EXPECT_EQ(name_of(domain::refusal_code::name_taken), "name_taken");
}

}  // namespace
}  // namespace nightlight::accounts
