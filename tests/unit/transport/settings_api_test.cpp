// How the server is set up, told to admins alone, with how calls get out.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using api::v1::GetSettingsResponse;
using domain::role;

class settings_api : public ::testing::Test {
 protected:
  http_response ask(role as) {
    const accounts::opened_session session = front_.session_of(as);
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.SettingsService/Get";
    request.body = "{}";
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  GetSettingsResponse told() {
    GetSettingsResponse response;
    const http_response answered = ask(role::admin);
    EXPECT_EQ(answered.status, 200U) << answered.body;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answered.body, &response).ok());
    return response;
  }
  void page(const std::string& id, instant at, std::uint32_t attempts, page_state state = page_state::waiting) {
    front_.now([&](records& r) -> result<void> {
      page_row row;
      row.id = id;
      row.kind = page_kind::mail;
      row.at = at;
      row.due_at = at + std::chrono::hours{1};
      if (auto added = r.paging().add_page(row); !added) return added;
      row.attempts = attempts;
      row.state = state;
      return r.paging().put_page(row);
    });
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
};

TEST_F(settings_api, only_admins_are_told) {
  for (const role as : {role::member, role::moderator, role::on_call, role::facilitator}) {
    EXPECT_EQ(ask(as).status, 403U);
  }
  EXPECT_EQ(told().zone_rules(), "2025b");
}

TEST_F(settings_api, calls_that_were_not_taken_are_told_and_since_when) {
  EXPECT_EQ(told().paging().failing_since_ms(), 0);
  page("first", from_unix_ms(5'000), 0);
  page("later", from_unix_ms(9'000), 2);
  page("refused", from_unix_ms(7'000), 1);
  page("sent", from_unix_ms(1'000), 1, page_state::sent);
  page("given up", from_unix_ms(2'000), 9, page_state::given_up);
  EXPECT_EQ(told().paging().waiting(), 1U);
  EXPECT_EQ(told().paging().failing(), 2U);
  EXPECT_EQ(told().paging().failing_since_ms(), 7'000);
}

}  // namespace
}  // namespace nightlight::transport
