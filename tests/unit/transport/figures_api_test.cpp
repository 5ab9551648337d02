// Meetings in numbers over HTTP: who may read them, over which time, and what a spreadsheet is given.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <limits>

#include "support/api_front.hpp"
#include "support/await_task.hpp"
#include "wire/figures_record.hpp"

namespace nightlight::transport {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const instant evening = from_unix_ms(1'795'653'000'000);  // 2026-11-26 00:30 in Greenwich, the 25th in Chicago
constexpr std::int64_t day_ms = 86'400'000;

class figures_api : public ::testing::Test {
 protected:
  figures_api() { keep("m", evening); }

  void keep(const std::string& meeting, instant opened) {
    domain::meeting_figures f;
    f.opened_at = opened;
    f.closed_at = opened + std::chrono::minutes{75};
    f.attendance = 7;
    f.lighter = 3;
    f.first_timers = 1;
    f.alerts.assign(5, {domain::alert_level::red, domain::alert_rung::on_call, seconds{40}});
    front_.now([&](records& r) {
      return r.figures().put_figures({meeting_id{meeting}, front_.room, f.closed_at, wire::encode_figures(f)});
    });
  }

  template <class Request>
  http_response ask(const std::string& method, domain::role role, const Request& message) {
    const accounts::opened_session session = front_.session_of(role);
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.FiguresService/" + method;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &request.body).ok());
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  http_response list(domain::role role, std::int64_t from_ms, std::int64_t to_ms) {
    api::v1::ListFiguresRequest wanted;
    wanted.set_from_ms(from_ms);
    wanted.set_to_ms(to_ms);
    return ask("List", role, wanted);
  }
  api::v1::ListFiguresResponse told(std::int64_t from_ms, std::int64_t to_ms) {
    const http_response answer = list(domain::role::facilitator, from_ms, to_ms);
    EXPECT_EQ(answer.status, 200U) << answer.body;
    api::v1::ListFiguresResponse response;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answer.body, &response).ok());
    return response;
  }
  api::v1::ExportFiguresRequest table_wanted(const std::string& zone) {
    api::v1::ExportFiguresRequest wanted;
    wanted.set_from_ms(at_);
    wanted.set_to_ms(at_ + day_ms);
    wanted.set_zone(zone);
    return wanted;
  }
  std::string table(const api::v1::ExportFiguresRequest& wanted) {
    const http_response answer = ask("Export", domain::role::facilitator, wanted);
    EXPECT_EQ(answer.status, 200U) << answer.body;
    api::v1::ExportFiguresResponse response;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answer.body, &response).ok());
    EXPECT_THAT(response.media_type(), HasSubstr("text/csv"));
    return response.csv();
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  const std::int64_t at_ = to_unix_ms(evening);
};

TEST_F(figures_api, a_meeting_is_told_with_small_counts_kept_back) {
  const api::v1::ListFiguresResponse all = told(at_, at_ + day_ms);
  ASSERT_EQ(all.meetings_size(), 1);
  const api::v1::MeetingFigures& m = all.meetings(0);
  EXPECT_EQ(m.title(), "Newborn nights");
  EXPECT_EQ(m.minutes(), 75U);
  const api::v1::Figures& f = m.figures();
  EXPECT_EQ(f.attendance().least(), 7U);
  EXPECT_EQ(f.attendance().most(), 7U);
  EXPECT_EQ(f.lighter().least(), 0U);
  EXPECT_EQ(f.lighter().most(), 7U);
  EXPECT_EQ(f.first_timers().most(), 7U);
  ASSERT_EQ(f.alerts_size(), 3);
  EXPECT_EQ(f.alerts(0).level(), wire::v1::ALERT_LEVEL_RED);
  EXPECT_EQ(f.alerts(0).median_seconds(), 40U);
  EXPECT_EQ(f.alerts(0).slowest_seconds(), 40U);
  EXPECT_EQ(f.alerts(1).alerts().most(), 4U);
  EXPECT_FALSE(f.alerts(1).has_median_seconds());
}

TEST_F(figures_api, a_week_is_told_when_it_is_over) {
  front_.clock.set(evening);
  EXPECT_EQ(told(at_, at_ + day_ms).weeks_size(), 0);
  front_.clock.set(evening + std::chrono::days{8});
  const api::v1::ListFiguresResponse all = told(at_, at_ + day_ms);
  ASSERT_EQ(all.weeks_size(), 1);
  EXPECT_EQ(all.weeks(0).monday(), "2026-11-23");
  EXPECT_EQ(all.weeks(0).meetings(), 1U);
  EXPECT_EQ(all.weeks(0).climbed().least(), 5U);
}

// Two answers that differed by one meeting would tell its small counts by their difference.
TEST_F(figures_api, whatever_time_is_asked_for_a_week_is_the_whole_week) {
  front_.clock.set(evening + std::chrono::days{30});
  keep("n", evening + std::chrono::days{2});
  EXPECT_EQ(told(at_ + day_ms, at_ + day_ms + 1).meetings_size(), 2);
  EXPECT_EQ(told(at_ + day_ms, at_ + day_ms + 1).weeks(0).meetings(), 2U);
  EXPECT_EQ(told(at_ + 7 * day_ms, at_ + 8 * day_ms).meetings_size(), 0);
}

TEST_F(figures_api, they_are_for_those_who_plan) {
  EXPECT_EQ(list(domain::role::facilitator, at_, at_ + 1).status, 200U);
  EXPECT_EQ(list(domain::role::admin, at_, at_ + 1).status, 200U);
  for (const domain::role other : {domain::role::moderator, domain::role::on_call, domain::role::member}) {
    EXPECT_EQ(list(other, at_, at_ + 1).status, 403U);
    EXPECT_EQ(ask("Export", other, table_wanted("America/Chicago")).status, 403U);
  }
}

TEST_F(figures_api, a_time_that_is_none_is_refused) {
  const auto status = [this](std::int64_t from_ms, std::int64_t to_ms) {
    return list(domain::role::admin, from_ms, to_ms).status;
  };
  EXPECT_EQ(status(at_, at_), 400U);
  EXPECT_EQ(status(at_, at_ + 400 * day_ms), 200U);
  EXPECT_EQ(status(at_, at_ + 400 * day_ms + 1), 400U);
  EXPECT_EQ(status(0, 1), 200U);
  EXPECT_EQ(status(-1, at_), 400U);
  EXPECT_EQ(status(std::numeric_limits<std::int64_t>::min(), at_), 400U);
  EXPECT_EQ(status(at_, std::numeric_limits<std::int64_t>::min()), 400U);
  EXPECT_EQ(status(at_, std::numeric_limits<std::int64_t>::max()), 400U);
  EXPECT_EQ(ask("Export", domain::role::admin, table_wanted("Atlantis/Nowhere")).status, 400U);
  EXPECT_EQ(ask("Export", domain::role::admin, table_wanted("")).status, 400U);
}

TEST_F(figures_api, the_table_is_safe_in_a_spreadsheet) {
  front_.now([&](records& r) -> result<void> {
    auto room = **r.find_room(front_.room);
    room.title = "=HYPERLINK(\"http://x\")";
    return r.put_room(room);
  });
  const std::string csv = table(table_wanted("America/Chicago"));
  EXPECT_THAT(csv, StartsWith("opened,meeting,minutes,came,first time here,"));
  EXPECT_THAT(csv, HasSubstr("2026-11-25T18:30,\"'=HYPERLINK(\"\"http://x\"\")\",75,7,kept back,fewer than 5,kept back,"
                             "kept back,kept back,5,00:00:40,00:00:40,fewer than 5,,,fewer than 5,,\r\n"));
  EXPECT_THAT(csv, Not(HasSubstr(",=")));
}

TEST_F(figures_api, weeks_are_a_table_too_and_both_are_there_in_spanish) {
  front_.clock.set(evening + std::chrono::days{8});
  api::v1::ExportFiguresRequest wanted = table_wanted("America/Chicago");
  wanted.set_by_week(true);
  EXPECT_THAT(table(wanted), HasSubstr("\r\n2026-11-23,1,7,kept back,"));
  wanted.set_language("es");
  EXPECT_THAT(table(wanted), StartsWith("semana,reuniones,vinieron,"));
  wanted.set_by_week(false);
  EXPECT_THAT(table(wanted), HasSubstr(",menos de 5,"));
}

}  // namespace
}  // namespace nightlight::transport
