// Letters and calls as they really go out: libcurl against a mail server and a webhook of the test's own, on loopback.
#include <gmock/gmock.h>

#include <future>
#include <optional>

#include "adapters/curl/curl_post.hpp"
#include "integration/support/certificate.hpp"
#include "paging/pages_world.hpp"
#include "paging/support/sinks.hpp"

namespace nightlight::paging_tests {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

adapters::curl_post_options to(const smtp_sink& sink, adapters::mail_security how = adapters::mail_security::none) {
  adapters::curl_post_options o;
  o.smtp_host = "localhost";
  o.smtp_port = sink.port();
  o.smtp_security = how;
  o.mail_from = "nightlight@example.org";
  o.delivery_max = seconds{10};
  return o;
}

class delivery : public an_evening {
 protected:
  void begin_with(adapters::curl_post_options options) {
    out.emplace(std::move(options));
    w.out = &*out;
    begin();
  }

  smtp_sink mail;
  http_sink hook;
  std::optional<adapters::curl_post> out;  // ends before the rooms do
};

TEST_F(delivery, an_alert_that_nobody_takes_reaches_on_call_and_the_webhook_by_the_clock) {
  w.ways.webhooks = {paging::webhook_name(hook.url())};
  w.letters.webhooks = {{hook.url(), "a secret"}};
  begin_with(to(mail));
  red_alert();
  pass(milliseconds{119'999});
  EXPECT_THAT(mail.mails(), SizeIs(0));
  pass(milliseconds{1});
  until([&] { return count("page_sent") == 2; });
  const auto mails = mail.mails();
  ASSERT_THAT(mails, SizeIs(1));
  EXPECT_EQ(mails[0].from, "nightlight@example.org");
  EXPECT_EQ(mails[0].to, "oki@example.net");
  EXPECT_THAT(mails[0].text, HasSubstr("Someone is needed in a room"));
  const auto calls = hook.calls();
  ASSERT_THAT(calls, SizeIs(1));
  EXPECT_THAT(calls[0].body, HasSubstr("\"kind\":\"someone_is_needed\""));
  EXPECT_THAT(
      calls[0].head,
      HasSubstr("Nightlight-Signature: " + paging::signature_of(calls[0].body, "a secret", w.clock.now()) + "\r\n"));
  pass(seconds{180});
  until([&] { return count("page_sent") == 4; });
  EXPECT_EQ(mail.mails().back().to, "ada@example.net");
}

TEST_F(delivery, a_repeat_after_a_lost_answer_has_the_same_message_id) {
  begin_with(to(mail));
  red_alert();
  mail.answer_with(mail_answer::drop_unanswered);
  pass(seconds{120});
  until([&] { return mail.mails().size() == 1; });
  mail.answer_with(mail_answer::take);
  until([&] {
    pass(seconds{1});
    return count("page_sent") == 1;
  });
  const auto mails = mail.mails();
  ASSERT_THAT(mails, SizeIs(2));
  EXPECT_EQ(mails[0].message_id(), mails[1].message_id());
  EXPECT_THAT(mails[0].message_id(), ::testing::MatchesRegex("<[0-9a-f]+@example.org>"));
  EXPECT_EQ(mails[0].text, mails[1].text);
}

TEST_F(delivery, what_a_webhook_does_not_answer_well_is_called_again) {
  w.ways = {false, false, {paging::webhook_name(hook.url())}};
  w.letters.webhooks = {{hook.url(), "a secret"}};
  hook.answer_with(500);
  begin_with(to(mail));
  red_alert();
  pass(seconds{120});
  until([&] { return hook.calls().size() == 1; });
  // On a busy machine the next rung's call may come between.
  const std::string body = hook.calls()[0].body;
  const auto calls_with_it = [&] {
    auto calls = hook.calls();
    std::erase_if(calls, [&](const auto& call) { return call.body != body; });
    return calls;
  };
  const auto is_called_again = [&](std::size_t times) {
    until([&] {
      pass(seconds{1});
      return calls_with_it().size() == times;
    });
  };
  hook.answer_with(302);
  is_called_again(2);
  hook.answer_with(200);
  is_called_again(3);
  until([&] { return count("page_sent") >= 1; });
  EXPECT_NE(calls_with_it()[0].head, calls_with_it()[2].head) << "each signature has its own moment";
}

TEST_F(delivery, a_silent_mail_server_holds_up_neither_the_room_nor_the_webhook) {
  w.ways.webhooks = {paging::webhook_name(hook.url())};
  w.letters.webhooks = {{hook.url(), "a secret"}};
  mail.answer_with(mail_answer::stay_silent);
  begin_with(to(mail));
  red_alert();
  pass(seconds{120});
  until([&] { return mail.mails().size() == 1 && count("page_sent") == 1; });
  ana.send("more", domain::say{{private_text{"hello"}, {}}});
  read();
  EXPECT_TRUE(ana.acks.contains("more"));
}

// One letter, straight to the adapter.
delivery_outcome sent(adapters::curl_post_options options) {
  std::promise<delivery_outcome> came;
  adapters::curl_post out(std::move(options));
  out.deliver({"oki@example.net", "Subject: x\r\n\r\n.dots\r\n"},
              [&](delivery_outcome o) { came.set_value(std::move(o)); });
  return came.get_future().get();
}

class secured : public ::testing::Test {
 protected:
  secured() {
    tests::write_certificate(place.file("cert.pem"), place.file("key.pem"), 1);
    tests::write_certificate(place.file("other.pem"), place.file("other.key"), 2);
  }
  smtp_manner manner(bool tls, bool starttls) { return {tls, starttls, place.file("cert.pem"), place.file("key.pem")}; }
  adapters::curl_post_options trusting(const smtp_sink& sink, adapters::mail_security how,
                                       const std::string& ca = "cert.pem") {
    adapters::curl_post_options o = to(sink, how);
    o.ca_file = place.file(ca);
    return o;
  }
  nightlight::testing::temporary_directory place;
};

TEST_F(secured, mail_goes_by_tls_and_by_starttls_and_signs_in) {
  for (const auto& [how, manner_] : {std::pair{adapters::mail_security::tls, manner(true, false)},
                                     {adapters::mail_security::starttls, manner(false, true)}}) {
    smtp_sink sink(manner_);
    adapters::curl_post_options options = trusting(sink, how);
    options.smtp_user = "user";
    options.smtp_password = "password";
    const delivery_outcome came = sent(options);
    EXPECT_TRUE(came.taken) << came.why;
    ASSERT_THAT(sink.mails(), SizeIs(1));
    EXPECT_THAT(sink.mails()[0].user, HasSubstr("AHVzZXIAcGFzc3dvcmQ=")) << "\\0user\\0password";
    EXPECT_EQ(sink.mails()[0].text, "Subject: x\r\n\r\n..dots\r\n.\r\n") << "a dot at a line's beginning is doubled";
  }
}

TEST_F(secured, a_certificate_that_is_not_trusted_gets_nothing) {
  for (const auto& [how, manner_] : {std::pair{adapters::mail_security::tls, manner(true, false)},
                                     {adapters::mail_security::starttls, manner(false, true)}}) {
    smtp_sink sink(manner_);
    EXPECT_FALSE(sent(trusting(sink, how, "other.pem")).taken);
    EXPECT_THAT(sink.mails(), SizeIs(0));
  }
}

TEST_F(secured, a_server_that_does_not_offer_starttls_gets_nothing) {
  smtp_sink sink;
  EXPECT_FALSE(sent(trusting(sink, adapters::mail_security::starttls)).taken);
  EXPECT_THAT(sink.mails(), SizeIs(0));
}

TEST(curl_post, a_letter_is_taken_only_after_the_last_word) {
  for (const auto& [answer, taken] :
       {std::pair{mail_answer::take, true}, {mail_answer::refuse, false}, {mail_answer::drop_unanswered, false}}) {
    smtp_sink sink;
    sink.answer_with(answer);
    const delivery_outcome came = sent(to(sink));
    EXPECT_EQ(came.taken, taken);
    EXPECT_EQ(came.why.empty(), taken);
    EXPECT_EQ(came.why.find("example"), std::string::npos) << came.why;
  }
}

TEST(curl_post, a_silent_server_is_waited_for_until_the_end_of_the_attempt) {
  smtp_sink sink;
  sink.answer_with(mail_answer::stay_silent);
  adapters::curl_post_options options = to(sink);
  options.delivery_max = seconds{1};
  EXPECT_FALSE(sent(options).taken);
}

TEST(curl_post, what_is_under_way_when_it_stops_comes_back_and_nothing_more_is_taken) {
  smtp_sink sink;
  sink.answer_with(mail_answer::stay_silent);
  adapters::curl_post out(to(sink));
  std::vector<std::string> why;
  out.deliver({"oki@example.net", "x\r\n"}, [&](const delivery_outcome& o) { why.push_back(o.why); });
  out.stop();
  out.call({"http://127.0.0.1:1/", "{}", "s"}, [&](const delivery_outcome& o) { why.push_back(o.why); });
  out.stop();
  EXPECT_THAT(why, SizeIs(2));
}

TEST(curl_post, without_a_mail_server_no_letter_is_taken) { EXPECT_FALSE(sent({}).taken); }

}  // namespace
}  // namespace nightlight::paging_tests
