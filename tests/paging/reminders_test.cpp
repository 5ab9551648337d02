// A reminder as it really goes out: due by a driven clock, worded, carried by libcurl to a mail server of the test's
// own, and stopped by the link in it.
#include <gmock/gmock.h>

#include <boost/asio/io_context.hpp>
#include <optional>
#include <thread>

#include "adapters/curl/curl_post.hpp"
#include "audit/audit_log.hpp"
#include "calendar/reminder_letters.hpp"
#include "paging/courier.hpp"
#include "paging/support/sinks.hpp"
#include "support/await_task.hpp"
#include "support/run_task.hpp"
#include "transport/stop_page.hpp"
#include "unit/calendar/places_world.hpp"

namespace nightlight::paging_tests {
namespace {

using namespace std::chrono_literals;
using calendar::evening;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::SizeIs;

// Unfolded (RFC 5322, 2.2.3).
std::string header_of(const received_mail& mail, const std::string& name) {
  const std::string text = "\r\n" + mail.text.substr(0, mail.text.find("\r\n\r\n"));
  const std::size_t at = text.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 4;
  return text.substr(begin, text.find("\r\n", begin) - begin);
}

class reminded : public calendar::places_world {
 protected:
  reminded() : places_world(3) {
    adapters::curl_post_options options;
    options.smtp_host = "localhost";
    options.smtp_port = mail_.port();
    options.smtp_security = adapters::mail_security::none;
    options.mail_from = "circle@example.org";
    options.delivery_max = seconds{10};
    out_.emplace(options);
    courier_.emplace(context_.get_executor(), rows_, audit_, clock_, *out_, contacts_, courier_options_,
                     paging::other_letters{[this](records& r, const page_row& p) { return letters_.write(r, p); },
                                           [this](records& r, const page_row& p) { return letters_.refused(r, p); }});
    tests::start(context_, courier_->run());
    keep("ana", evening - 48h);
    keep("ana", evening - 48h, next_week());
  }
  ~reminded() override {
    courier_->stop();
    context_.run();
  }

  // Real time for what is really sent, and never long.
  void until(const std::function<bool()>& so) {
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!so() && std::chrono::steady_clock::now() < end) {
      courier_->look_again();
      context_.poll();
      std::this_thread::yield();
    }
    EXPECT_TRUE(so());
  }
  // Until the mail server has them and the store knows what became of each.
  void letters_go_out(std::size_t mails) {
    until([&] { return mail_.mails().size() == mails && letters(clock_.now()).empty(); });
  }
  void follow(const std::string& method, const std::string& path) {
    transport::http_request request;
    request.method = method;
    request.path = path;
    request.body = method == "POST" ? "List-Unsubscribe=One-Click" : "";
    const transport::public_pages pages = stopping_.pages();
    ASSERT_TRUE(pages.has(path));
    boost::asio::io_context own{1};
    EXPECT_EQ(nightlight::testing::await_task(own, pages.answer(own.get_executor(), request)).status, 200u);
  }

  smtp_sink mail_;
  boost::asio::io_context context_{1};
  audit::audit_log audit_{keys_.path()};
  paging::contact_box contacts_{keys_.path()};
  calendar::place_names names_{keys_.path()};
  calendar::reminder_letters letters_{box_, clock_, zones_, off_, {"https://circle.example.org", "circle@example.org"}};
  transport::stop_page stopping_{{rows_, clock_, zones_, off_, names_}};
  paging::courier_options courier_options_;
  std::optional<adapters::curl_post> out_;
  std::optional<paging::courier> courier_;
};

TEST_F(reminded, an_hour_before_and_the_link_in_the_mail_stops_it) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  time_passes(evening - 1h);
  letters_go_out(1);
  const received_mail got = mail_.mails().at(0);
  EXPECT_EQ(got.from, "circle@example.org");
  EXPECT_EQ(got.to, "ana@example.net");
  EXPECT_EQ(header_of(got, "Subject"), "Reminder: 8 pm");
  EXPECT_THAT(header_of(got, "Message-ID"), MatchesRegex("<[0-9a-f]{32}@example.org>"));
  EXPECT_THAT(header_of(got, "Content-Type"), HasSubstr("multipart/alternative"));
  EXPECT_EQ(header_of(got, "Auto-Submitted"), "auto-generated");
  EXPECT_EQ(header_of(got, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
  const std::string link = header_of(got, "List-Unsubscribe");
  ASSERT_THAT(link, MatchesRegex("<https://circle.example.org/stop/[A-Za-z0-9_-]{22}>"));
  const std::string path = link.substr(link.find("/stop/"), 6 + 22);
  follow("GET", path);
  EXPECT_TRUE(has_address("ana"));
  follow("POST", path);
  EXPECT_FALSE(has_address("ana"));
  time_passes(evening + 7 * 24h - 1h);
  letters_go_out(1);
}

TEST_F(reminded, by_a_mail_server_that_does_not_answer_twice_with_one_message_id) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  mail_.answer_with(mail_answer::drop_unanswered);
  time_passes(evening - 1h);
  until([&] { return mail_.mails().size() == 1; });
  mail_.answer_with(mail_answer::take);
  until([&] {
    clock_.advance(1s);
    return mail_.mails().size() == 2 && letters(clock_.now() + 1h).empty();
  });
  EXPECT_EQ(mail_.mails()[0].text, mail_.mails()[1].text);
}

TEST_F(reminded, not_again_once_the_mail_server_has_refused_for_good) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  mail_.answer_with(mail_answer::refuse_for_good);
  time_passes(evening - 1h);
  letters_go_out(1);
  EXPECT_FALSE(has_address("ana"));
  mail_.answer_with(mail_answer::take);
  time_passes(evening + 7 * 24h - 1h);
  letters_go_out(1);
}

TEST_F(reminded, again_when_the_mail_server_was_only_busy) {
  remind("ana", evening - 48h, by_mail("ana@example.net"));
  mail_.answer_with(mail_answer::refuse);
  time_passes(evening - 1h);
  until([&] { return mail_.mails().size() == 1; });
  mail_.answer_with(mail_answer::take);
  until([&] {
    clock_.advance(1s);
    return mail_.mails().size() == 2;
  });
  EXPECT_TRUE(has_address("ana"));
}

}  // namespace
}  // namespace nightlight::paging_tests
