// Accounts of the team through the API: only admins, every change told to the audit log, and an admin is always left.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "accounts/staff.hpp"
#include "nightlight/api/v1/staff.pb.h"
#include "sealing/text_form.hpp"
#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using namespace api::v1;
using domain::role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class staff_api : public ::testing::Test {
 protected:
  staff_api() {
    front_.now([&](records& r) -> result<void> {
      ada_ = accounts::add_staff(r, "Ada", role::admin, "correct horse")->id;
      return {};
    });
  }

  http_response send(const std::string& method, const google::protobuf::Message& message, role as = role::admin) {
    const accounts::opened_session session = front_.session_of(as);
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.StaffService/" + method;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &request.body).ok());
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  template <class Response>
  Response told(const std::string& method, const google::protobuf::Message& message) {
    const http_response answered = send(method, message);
    Response response;
    EXPECT_EQ(answered.status, 200U) << answered.body;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answered.body, &response).ok()) << answered.body;
    return response;
  }

  static AddStaffRequest somebody(const std::string& name, wire::v1::Role as = wire::v1::ROLE_MODERATOR) {
    AddStaffRequest request;
    request.set_name(name);
    request.set_role(as);
    return request;
  }
  template <class Request>
  static Request about(const person_id& who) {
    Request request;
    request.set_id(sealing::to_hex(who.value));
    return request;
  }
  static UpdateStaffRequest with_role(const person_id& who, wire::v1::Role as) {
    auto request = about<UpdateStaffRequest>(who);
    request.set_role(as);
    return request;
  }
  static UpdateStaffRequest disabling(const person_id& who, bool disabled = true) {
    auto request = about<UpdateStaffRequest>(who);
    request.set_disabled(disabled);
    return request;
  }
  std::vector<std::string> audited() const {
    std::vector<std::string> actions;
    for (const audit_entry& e : front_.told) actions.push_back(e.action);
    return actions;
  }
  staff_row row_of(const person_id& who) {
    staff_row row;
    front_.now([&](records& r) -> result<void> {
      row = **r.find_staff_by_id(who);
      return {};
    });
    return row;
  }
  bool has_session(const accounts::opened_session& opened) {
    bool there = false;
    front_.now([&](records& r) -> result<void> {
      there = r.find_session(opened.row.cookie_half_hash)->has_value();
      return {};
    });
    return there;
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  person_id ada_;
};

TEST_F(staff_api, only_admins_see_or_change_accounts) {
  for (const role as : {role::member, role::moderator, role::on_call, role::facilitator}) {
    EXPECT_EQ(send("List", ListStaffRequest{}, as).status, 403U);
    EXPECT_EQ(send("Add", somebody("Lee"), as).status, 403U);
    EXPECT_EQ(send("Update", disabling(ada_), as).status, 403U);
    EXPECT_EQ(send("ResetPassword", about<ResetPasswordRequest>(ada_), as).status, 403U);
    EXPECT_EQ(send("EndSessions", about<EndSessionsRequest>(ada_), as).status, 403U);
  }
  EXPECT_THAT(audited(), IsEmpty());
}

TEST_F(staff_api, accounts_are_listed_by_name_in_pages) {
  const auto all = told<ListStaffResponse>("List", ListStaffRequest{});
  ASSERT_EQ(all.accounts_size(), 2);
  EXPECT_EQ(all.accounts(0).name(), "Ada");
  EXPECT_EQ(all.accounts(0).role(), wire::v1::ROLE_ADMIN);
  EXPECT_FALSE(all.accounts(0).reachable());
  ListStaffRequest paged;
  paged.set_page_size(1);
  const auto first = told<ListStaffResponse>("List", paged);
  paged.set_page_token(first.next_page_token());
  EXPECT_EQ(told<ListStaffResponse>("List", paged).accounts(0).name(), "Kim");
  paged.set_page_size(201);
  EXPECT_EQ(send("List", paged).status, 400U);
}

TEST_F(staff_api, it_says_who_can_be_called_and_is_on_call_but_never_how) {
  front_.now([&](records& r) -> result<void> {
    EXPECT_TRUE(r.paging().put_contact({ada_, "sealed"}));
    const instant now = front_.clock.now();
    EXPECT_TRUE(r.paging().put_on_call({ada_, now, now + seconds{60}}));
    return r.paging().put_on_call({front_.facilitator, now - seconds{60}, now});
  });
  const auto all = told<ListStaffResponse>("List", ListStaffRequest{});
  EXPECT_TRUE(all.accounts(0).reachable());
  EXPECT_TRUE(all.accounts(0).on_call());
  EXPECT_FALSE(all.accounts(1).on_call()) << "a turn is over at its end";
  EXPECT_THAT(send("List", ListStaffRequest{}).body, ::testing::Not(HasSubstr("sealed")));
}

TEST_F(staff_api, somebody_who_is_added_has_a_password_that_is_told_once) {
  const auto made = told<AddStaffResponse>("Add", somebody("Lee"));
  EXPECT_EQ(made.account().name(), "Lee");
  EXPECT_GE(made.password().size(), accounts::password_bytes_min);
  EXPECT_FALSE(accounts::password_problem(private_text{made.password()}));
  const person_id lee{*sealing::from_hex(made.account().id())};
  EXPECT_EQ(row_of(lee).password_hash, made.password()) << "as the test hashes";
  ASSERT_THAT(audited(), ElementsAre("staff_added"));
  EXPECT_EQ(front_.told[0].subject, made.account().id());
  EXPECT_EQ(front_.told[0].role, static_cast<std::uint32_t>(role::admin));
  EXPECT_NE(told<AddStaffResponse>("Add", somebody("Max")).password(), made.password());
}

TEST_F(staff_api, a_wrong_field_is_named_and_nobody_is_added) {
  for (const std::string& name :
       {std::string(), std::string("a"), std::string(61, 'a'), std::string("a\nb"), std::string("Le\u202ee")}) {
    const http_response refused = send("Add", somebody(name));
    EXPECT_EQ(refused.status, 400U) << name;
    EXPECT_THAT(refused.body, HasSubstr(R"("field":"name","code":"account_name_not_allowed")")) << name;
  }
  EXPECT_EQ(send("Add", somebody(std::string(60, 'a'))).status, 200U);
  const http_response taken = send("Add", somebody("kim"));
  EXPECT_EQ(taken.status, 409U);
  EXPECT_THAT(taken.body, HasSubstr(R"("field":"name","code":"account_name_taken")"));
  for (const auto as : {wire::v1::ROLE_UNSPECIFIED, wire::v1::ROLE_MEMBER, static_cast<wire::v1::Role>(99)}) {
    EXPECT_THAT(send("Add", somebody("Lee", as)).body, HasSubstr(R"("field":"role","code":"role_unknown")"));
  }
  EXPECT_THAT(audited(), ElementsAre("staff_added"));
}

TEST_F(staff_api, the_last_admin_is_neither_demoted_nor_disabled) {
  for (const auto& change : {disabling(ada_), with_role(ada_, wire::v1::ROLE_FACILITATOR)}) {
    const http_response refused = send("Update", change);
    EXPECT_EQ(refused.status, 400U);
    EXPECT_THAT(refused.body, HasSubstr("Nobody else is an admin"));
  }
  told<UpdateStaffResponse>("Update", with_role(front_.facilitator, wire::v1::ROLE_ADMIN));
  told<UpdateStaffResponse>("Update", disabling(ada_));
  EXPECT_TRUE(row_of(ada_).disabled);
  EXPECT_THAT(send("Update", disabling(front_.facilitator)).body, HasSubstr("Nobody else is an admin"))
      << "one who is disabled does not count";
  EXPECT_THAT(audited(), ElementsAre("staff_role_set", "staff_disabled"));
}

TEST_F(staff_api, who_is_disabled_is_signed_out_and_may_be_enabled_again) {
  const auto kims = front_.session_of(role::facilitator);
  EXPECT_TRUE(told<UpdateStaffResponse>("Update", disabling(front_.facilitator)).account().disabled());
  EXPECT_FALSE(has_session(kims));
  told<UpdateStaffResponse>("Update", disabling(front_.facilitator));
  EXPECT_FALSE(told<UpdateStaffResponse>("Update", disabling(front_.facilitator, false)).account().disabled());
  EXPECT_EQ(row_of(front_.facilitator).password_hash, "correct horse");
  EXPECT_THAT(audited(), ElementsAre("staff_disabled", "staff_enabled")) << "what changed nothing is not told";
}

TEST_F(staff_api, a_new_password_signs_her_out_and_is_told_once) {
  const auto kims = front_.session_of(role::facilitator);
  const auto made = told<ResetPasswordResponse>("ResetPassword", about<ResetPasswordRequest>(front_.facilitator));
  EXPECT_EQ(row_of(front_.facilitator).password_hash, made.password());
  EXPECT_FALSE(has_session(kims));
  EXPECT_THAT(audited(), ElementsAre("staff_password_set"));
}

TEST_F(staff_api, her_sessions_are_ended_and_her_account_stays_as_it_is) {
  const auto kims = front_.session_of(role::facilitator);
  told<EndSessionsResponse>("EndSessions", about<EndSessionsRequest>(front_.facilitator));
  EXPECT_FALSE(has_session(kims));
  EXPECT_FALSE(row_of(front_.facilitator).disabled);
  EXPECT_THAT(audited(), ElementsAre("staff_sessions_ended"));
}

TEST_F(staff_api, an_account_that_is_not_there_is_said_so) {
  for (const std::string& id : {std::string(), std::string("nobody"), std::string(32, '0')}) {
    UpdateStaffRequest update;
    update.set_id(id);
    update.set_disabled(true);
    ResetPasswordRequest reset;
    reset.set_id(id);
    EndSessionsRequest end;
    end.set_id(id);
    EXPECT_EQ(send("Update", update).status, 404U) << id;
    EXPECT_EQ(send("ResetPassword", reset).status, 404U) << id;
    EXPECT_EQ(send("EndSessions", end).status, 404U) << id;
  }
  EXPECT_THAT(audited(), IsEmpty());
}

}  // namespace
}  // namespace nightlight::transport
