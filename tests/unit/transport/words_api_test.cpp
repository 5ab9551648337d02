#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using ::testing::HasSubstr;

class words_api : public ::testing::Test {
 protected:
  template <class Request>
  http_response send(const std::string& method, const Request& message, domain::role role) {
    const accounts::opened_session session = front_.session_of(role);
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.RoomService/" + method;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &request.body).ok());
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }

  template <class Message>
  static Message read(const http_response& response) {
    Message message;
    EXPECT_EQ(response.status, 200U) << response.body;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(response.body, &message).ok()) << response.body;
    return message;
  }

  http_response set(const std::string& text, domain::role role = domain::role::facilitator) {
    api::v1::SetWordsRequest request;
    request.set_room(front_.room.value);
    request.set_rules_text(text);
    return send("SetWords", request, role);
  }

  http_response get(domain::role role = domain::role::facilitator) {
    api::v1::GetWordsRequest request;
    request.set_room(front_.room.value);
    return send("GetWords", request, role);
  }

  http_response try_words(const std::string& sample, domain::role role = domain::role::facilitator) {
    api::v1::TryWordsRequest request;
    request.set_room(front_.room.value);
    request.set_sample(sample);
    return send("TryWords", request, role);
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
};

TEST_F(words_api, what_is_kept_is_what_is_read) {
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), "");
  const std::string text = "word names hold : tonta\nswitch link off\n";
  EXPECT_EQ(read<api::v1::SetWordsResponse>(set(text)).problems_size(), 0);
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), text);
  EXPECT_EQ(read<api::v1::SetWordsResponse>(set("")).problems_size(), 0);
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), "");
}

TEST_F(words_api, a_text_with_a_problem_changes_nothing) {
  ASSERT_EQ(set("switch link off").status, 200U);
  const auto told = read<api::v1::SetWordsResponse>(set("word fine hold : x\npattern p hold : ("));
  ASSERT_EQ(told.problems_size(), 1);
  EXPECT_EQ(told.problems(0).line(), 2U);
  EXPECT_THAT(told.problems(0).what(), HasSubstr("cannot be read"));
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), "switch link off");
}

TEST_F(words_api, a_room_keeps_16_kib_at_most) {
  EXPECT_EQ(read<api::v1::SetWordsResponse>(set(std::string(16 * 1024, '#'))).problems_size(), 0);
  const auto told = read<api::v1::SetWordsResponse>(set(std::string(16 * 1024 + 1, '#')));
  ASSERT_EQ(told.problems_size(), 1);
  EXPECT_EQ(told.problems(0).what(), "longer than 16384 bytes");
}

TEST_F(words_api, a_sample_meets_the_room_s_the_organisation_s_and_the_built_in_rules) {
  ASSERT_EQ(set("word names hold : tonta").status, 200U);
  const auto found = read<api::v1::TryWordsResponse>(try_words("tonta, bad mother, ana@example.org"));
  ASSERT_EQ(found.matches_size(), 3);
  EXPECT_EQ(found.matches(0).rule(), "names");
  EXPECT_EQ(found.matches(0).action(), api::v1::WORD_ACTION_HOLD);
  EXPECT_EQ(found.matches(1).rule(), "shaming");
  EXPECT_EQ(found.matches(1).begin(), 7U);
  EXPECT_EQ(found.matches(1).end(), 17U);
  EXPECT_EQ(found.matches(2).rule(), "email-address");
  EXPECT_EQ(found.matches(2).action(), api::v1::WORD_ACTION_REPHRASE);
}

TEST_F(words_api, rules_are_tried_without_being_kept) {
  api::v1::TryWordsRequest request;
  request.set_room(front_.room.value);
  request.set_rules_text("switch shaming off");
  request.set_sample("bad mother");
  EXPECT_EQ(read<api::v1::TryWordsResponse>(send("TryWords", request, domain::role::on_call)).matches_size(), 0);
  request.set_rules_text("switch shameing off");
  EXPECT_EQ(read<api::v1::TryWordsResponse>(send("TryWords", request, domain::role::on_call)).problems(0).line(), 1U);
  EXPECT_EQ(read<api::v1::TryWordsResponse>(try_words("bad mother")).matches_size(), 1);
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), "");
}

TEST_F(words_api, only_those_who_look_after_rooms_read_and_change_their_rules) {
  for (const domain::role role : {domain::role::facilitator, domain::role::moderator, domain::role::admin}) {
    EXPECT_EQ(set("switch link off", role).status, 200U);
    EXPECT_EQ(get(role).status, 200U);
  }
  for (const domain::role role : {domain::role::member, domain::role::on_call}) {
    EXPECT_EQ(set("", role).status, 403U);
    EXPECT_EQ(get(role).status, 403U);
  }
  EXPECT_EQ(read<api::v1::GetWordsResponse>(get()).rules_text(), "switch link off");
  EXPECT_EQ(try_words("x", domain::role::on_call).status, 200U);
  EXPECT_EQ(try_words("x", domain::role::member).status, 403U);
}

TEST_F(words_api, a_room_that_is_not_there_has_no_rules) {
  for (const std::string& room : {std::string(), std::string("nobody"), std::string(5000, 'a')}) {
    front_.room = room_id{room};
    EXPECT_EQ(get().status, 404U);
    EXPECT_EQ(set("").status, 404U);
    EXPECT_EQ(try_words("x").status, 404U);
  }
}

}  // namespace
}  // namespace nightlight::transport
