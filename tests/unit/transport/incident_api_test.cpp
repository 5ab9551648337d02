// What the team writes down about alerts, over HTTP: who may write, read, decide and sign, what is refused, and what of
// it lies in the store.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "nightlight/api/v1/calendar.pb.h"
#include "support/api_front.hpp"
#include "support/await_task.hpp"

namespace nightlight::transport {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class incidents_api : public ::testing::Test {
 protected:
  incidents_api() {
    front_.now([&](records& r) -> result<void> {
      lee_ = accounts::add_staff(r, "Lee", domain::role::moderator, "correct horse")->id;
      noor_ = accounts::add_staff(r, "Noor", domain::role::facilitator, "correct horse")->id;
      return {};
    });
    domain::noted_alert noted;
    noted.meeting = meeting_id{"one meeting of it"};
    noted.owner = lee_;
    noted.what.number = alert_number{7};
    noted.what.cause.kind = domain::alert_kind::phrase;
    noted.what.cause.level = domain::alert_level::red;
    noted.what.cause.about = member_number{3};
    noted.what.cause.category = "self_harm";
    noted.what.raised_at = raised_;
    noted.what.taken_at = raised_ + seconds{40};
    noted.what.accepted = true;
    noted.what.closed = true;
    noted.what.outcome = domain::alert_outcome::talked;
    front_.alert = noted;
  }

  template <class Request>
  http_response ask(const std::string& method, const person_id& who, domain::role role, const Request& message) {
    accounts::new_session wanted;
    wanted.who.person = who;
    wanted.who.role = role;
    wanted.who.name = private_text{"as she is called"};
    if (!domain::is_staff(role)) wanted.who.room = front_.room;
    const accounts::opened_session session = accounts::make_session(wanted, front_.clock.now(), {});
    front_.now([&](records& r) { return r.put_session(session.row); });
    http_request request;
    request.method = "POST";
    request.path = "/nightlight.api.v1.IncidentService/" + method;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &request.body).ok());
    request.fields = {{"content-type", "application/json"},
                      {"authorization", "Bearer " + std::string(session.token.bearer().reveal())}};
    const came_from client{boost::asio::ip::make_address("127.0.0.1"), false};
    return testing::await_task(context_, front_.paths.async_answer(context_.get_executor(), request, client));
  }
  template <class Request>
  http_response lee(const std::string& method, const Request& message) {
    return ask(method, lee_, domain::role::moderator, message);
  }
  template <class Request>
  http_response kim(const std::string& method, const Request& message) {
    return ask(method, front_.facilitator, domain::role::facilitator, message);
  }
  template <class Request>
  http_response noor(const std::string& method, const Request& message) {
    return ask(method, noor_, domain::role::facilitator, message);
  }

  api::v1::Incident read(const http_response& answer) {
    EXPECT_EQ(answer.status, 200U) << answer.body;
    api::v1::GetIncidentResponse response;  // as every answer with one incident
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(answer.body, &response).ok()) << answer.body;
    return response.incident();
  }
  static std::string reason(const http_response& answer) {
    for (const http_field& field : answer.fields) {
      if (field.name == "Nightlight-Reason") return field.value;
    }
    return "";
  }

  api::v1::WriteIncidentRequest writing(const std::string& key = "") {
    api::v1::WriteIncidentRequest wanted;
    wanted.set_idempotency_key(key);
    wanted.set_room(front_.room.value);
    wanted.set_alert(7);
    wanted.set_at_ms(to_unix_ms(raised_));
    wanted.set_note("We talked for an hour. Her sister came.");
    wanted.set_excerpt("I took all the pills");
    return wanted;
  }
  static api::v1::GetIncidentRequest getting(const std::string& id) {
    api::v1::GetIncidentRequest wanted;
    wanted.set_id(id);
    return wanted;
  }
  static api::v1::DecideRequest deciding(const std::string& id, api::v1::ReportDecision what, const std::string& ground,
                                         const std::string& key = "") {
    api::v1::DecideRequest wanted;
    wanted.set_idempotency_key(key);
    wanted.set_id(id);
    wanted.set_what(what);
    wanted.set_ground(ground);
    return wanted;
  }
  static api::v1::CountersignRequest signing(const std::string& id, std::uint32_t decision) {
    api::v1::CountersignRequest wanted;
    wanted.set_id(id);
    wanted.set_decision(decision);
    return wanted;
  }
  std::vector<std::string> audited() {
    std::vector<std::string> actions;
    front_.now([&](records& r) -> result<void> {
      for (const audit_row& row : r.read_audit(0, 100).value()) actions.push_back(row.entry.action);
      return {};
    });
    return actions;
  }

  boost::asio::io_context context_{1};
  testing::api_front front_;
  const instant raised_ = front_.clock.now() - seconds{600};
  person_id lee_, noor_;
};

TEST_F(incidents_api, an_incident_says_what_when_who_and_what_came_of_it) {
  const api::v1::Incident one = read(lee("Write", writing()));
  EXPECT_EQ(one.title(), "Newborn nights");
  EXPECT_EQ(one.level(), wire::v1::ALERT_LEVEL_RED);
  EXPECT_EQ(one.kind(), wire::v1::ALERT_KIND_PHRASE);
  EXPECT_EQ(one.category(), "self_harm");
  EXPECT_EQ(one.about(), 3U);
  EXPECT_EQ(one.at_ms(), to_unix_ms(raised_));
  EXPECT_EQ(one.taken_at_ms(), to_unix_ms(raised_) + 40'000);
  EXPECT_EQ(one.taken_by(), "Lee");
  EXPECT_EQ(one.outcome(), wire::v1::ALERT_OUTCOME_TALKED);
  EXPECT_EQ(one.written_by(), "Lee");
  EXPECT_EQ(one.note(), "We talked for an hour. Her sister came.");
  EXPECT_EQ(one.excerpt(), "I took all the pills");
  EXPECT_EQ(one.excerpt_until_ms(), to_unix_ms(raised_ + std::chrono::days{30}));
  EXPECT_EQ(one.until_ms(), to_unix_ms(raised_ + std::chrono::days{90}));
  EXPECT_TRUE(one.open());
  EXPECT_EQ(read(kim("Get", getting(one.id()))).SerializeAsString(), one.SerializeAsString());
}

TEST_F(incidents_api, the_list_leaves_notes_and_her_words_out) {
  const std::string id = read(lee("Write", writing())).id();
  const http_response answer = kim("List", api::v1::ListIncidentsRequest{});
  EXPECT_EQ(answer.status, 200U);
  EXPECT_THAT(answer.body, HasSubstr(id));
  EXPECT_THAT(answer.body, Not(HasSubstr("pills")));
  EXPECT_THAT(answer.body, Not(HasSubstr("sister")));
}

TEST_F(incidents_api, those_who_lead_read_all_of_them_and_the_others_their_own) {
  const std::string hers = read(lee("Write", writing())).id();
  front_.alert->what.number = alert_number{8};
  auto second = writing();
  second.set_alert(8);
  const std::string kims = read(kim("Write", second)).id();
  EXPECT_EQ(lee("Get", getting(hers)).status, 200U);
  EXPECT_EQ(lee("Get", getting(kims)).status, 404U);
  EXPECT_THAT(lee("List", api::v1::ListIncidentsRequest{}).body, Not(HasSubstr(kims)));
  EXPECT_THAT(noor("List", api::v1::ListIncidentsRequest{}).body, HasSubstr(hers));
  EXPECT_EQ(ask("Get", lee_, domain::role::on_call, getting(kims)).status, 404U);
  for (const char* nonsense : {"", "zz", "00", "not an incident"}) {
    EXPECT_EQ(kim("Get", getting(nonsense)).status, 404U) << nonsense;
  }
}

TEST_F(incidents_api, nobody_in_the_circle_may_anything) {
  const person_id ana{"ana"};
  const auto status = [&](const std::string& method, const auto& message) {
    return ask(method, ana, domain::role::member, message).status;
  };
  EXPECT_EQ(status("List", api::v1::ListIncidentsRequest{}), 403U);
  EXPECT_EQ(status("Get", getting("00")), 403U);
  EXPECT_EQ(status("Write", writing()), 403U);
  EXPECT_EQ(status("Decide", deciding("00", api::v1::REPORT_DECISION_REPORTED, "x")), 403U);
  EXPECT_EQ(status("Countersign", signing("00", 1)), 403U);
}

TEST_F(incidents_api, an_alert_is_written_down_once_while_its_room_knows_it) {
  auto another_evening = writing();
  another_evening.set_at_ms(to_unix_ms(raised_) - 1);
  EXPECT_EQ(reason(lee("Write", another_evening)), "alert_unknown");
  auto another_alert = writing();
  another_alert.set_alert(6);
  EXPECT_EQ(reason(lee("Write", another_alert)), "alert_unknown");
  EXPECT_EQ(lee("Write", writing()).status, 200U);
  EXPECT_EQ(reason(kim("Write", writing())), "written_already");
  front_.alert.reset();
  EXPECT_EQ(reason(kim("Write", writing())), "alert_unknown");
}

TEST_F(incidents_api, an_alert_that_nobody_has_or_that_somebody_else_has_is_not_hers_to_write_down) {
  front_.alert->owner = noor_;
  EXPECT_EQ(reason(lee("Write", writing())), "not_yours");
  front_.alert->what.closed = false;
  front_.alert->what.accepted = false;
  EXPECT_EQ(reason(kim("Write", writing())), "alert_open");
  EXPECT_THAT(audited(), IsEmpty());
}

TEST_F(incidents_api, a_field_that_is_wrong_is_named_and_nothing_is_kept) {
  auto long_note = writing();
  long_note.set_note(std::string(2001, 'x'));
  const http_response answer = lee("Write", long_note);
  EXPECT_EQ(answer.status, 400U);
  EXPECT_THAT(answer.body, HasSubstr("note"));
  EXPECT_THAT(answer.body, HasSubstr("too_long"));
  EXPECT_EQ(lee("Write", writing()).status, 200U);
}

TEST_F(incidents_api, a_request_sent_again_is_done_once) {
  const api::v1::Incident first = read(lee("Write", writing("again")));
  front_.alert.reset();  // meanwhile the room has forgotten it
  EXPECT_EQ(read(lee("Write", writing("again"))).SerializeAsString(), first.SerializeAsString());
  auto other = writing("again");
  other.set_note("Something else.");
  EXPECT_EQ(reason(lee("Write", other)), "key_reused");
  const auto decision = deciding(first.id(), api::v1::REPORT_DECISION_CONSULTED, "Asked Noor.", "d1");
  EXPECT_EQ(read(kim("Decide", decision)).decisions_size(), 1);
  EXPECT_EQ(read(kim("Decide", decision)).decisions_size(), 1);
  EXPECT_EQ(kim("Decide", deciding(first.id(), api::v1::REPORT_DECISION_CONSULTED, "x", "no key!")).status, 400U);
}

TEST_F(incidents_api, decisions_are_added_and_the_newest_ends_it) {
  const std::string id = read(lee("Write", writing())).id();
  EXPECT_TRUE(read(lee("Decide", deciding(id, api::v1::REPORT_DECISION_TO_BE_DECIDED, ""))).open());
  auto reported = deciding(id, api::v1::REPORT_DECISION_REPORTED, "A child may be in danger.");
  reported.set_reference("A-1234");
  const api::v1::Incident after = read(kim("Decide", reported));
  EXPECT_FALSE(after.open());
  ASSERT_EQ(after.decisions_size(), 2);
  EXPECT_EQ(after.decisions(0).by(), "Lee");
  EXPECT_EQ(after.decisions(1).by(), "Kim");
  EXPECT_EQ(after.decisions(1).ground(), "A child may be in danger.");
  EXPECT_EQ(after.decisions(1).reference(), "A-1234");
  EXPECT_EQ(after.decisions(1).number(), 2U);
  EXPECT_EQ(kim("Decide", deciding(id, api::v1::REPORT_DECISION_NOT_REPORTABLE, "")).status, 400U);
  EXPECT_EQ(kim("Decide", deciding(id, api::v1::REPORT_DECISION_UNSPECIFIED, "x")).status, 400U);
  EXPECT_EQ(kim("Decide", deciding("00", api::v1::REPORT_DECISION_CONSULTED, "x")).status, 404U);
}

TEST_F(incidents_api, somebody_else_countersigns_once) {
  const std::string id = read(lee("Write", writing())).id();
  read(kim("Decide", deciding(id, api::v1::REPORT_DECISION_NOT_REPORTABLE, "No child was in danger.")));
  EXPECT_FALSE(read(kim("Get", getting(id))).decisions(0).may_sign());
  EXPECT_TRUE(read(noor("Get", getting(id))).decisions(0).may_sign());
  EXPECT_EQ(reason(kim("Countersign", signing(id, 1))), "own_decision");
  const api::v1::Incident signed_one = read(noor("Countersign", signing(id, 1)));
  EXPECT_EQ(signed_one.decisions(0).signed_by(), "Noor");
  EXPECT_EQ(signed_one.decisions(0).signed_at_ms(), to_unix_ms(front_.clock.now()));
  EXPECT_EQ(reason(lee("Countersign", signing(id, 1))), "signed_already");
  EXPECT_EQ(reason(noor("Countersign", signing(id, 2))), "decision_unknown");
  EXPECT_FALSE(signed_one.open());
}

TEST_F(incidents_api, everything_is_audited_reading_too) {
  const std::string id = read(lee("Write", writing())).id();
  kim("List", api::v1::ListIncidentsRequest{});
  kim("Get", getting(id));
  kim("Decide", deciding(id, api::v1::REPORT_DECISION_CONSULTED, "Asked Noor."));
  noor("Countersign", signing(id, 1));
  EXPECT_EQ(audited(), (std::vector<std::string>{"incident_written", "incidents_listed", "incident_read",
                                                 "incident_decided", "incident_countersigned"}));
}

TEST_F(incidents_api, nothing_that_was_typed_lies_in_the_store_in_clear) {
  const std::string id = read(lee("Write", writing("key"))).id();
  read(kim("Decide", deciding(id, api::v1::REPORT_DECISION_REPORTED, "A child may be in danger.", "key")));
  front_.now([&](records& r) -> result<void> {
    const auto rows = r.incidents().list_incidents({}, {}, 10).value();
    EXPECT_THAT(rows, SizeIs(1));
    const auto entries = r.incidents().list_entries(rows[0].id).value();
    const std::string all = rows[0].sealed + rows[0].sealed_excerpt + entries.at(0).sealed +
                            r.calendar().find_answer(lee_, "key").value()->answer +
                            r.calendar().find_answer(front_.facilitator, "key").value()->answer;
    for (const char* typed : {"sister", "pills", "danger", "self_harm", "Newborn"}) {
      EXPECT_THAT(all, Not(HasSubstr(typed)));
    }
    return {};
  });
}

TEST_F(incidents_api, a_long_list_comes_in_pages) {
  for (std::uint32_t n = 1; n <= care::incidents_in_a_page + 1; ++n) {
    front_.alert->what.number = alert_number{n};
    auto one = writing();
    one.set_alert(n);
    ASSERT_EQ(lee("Write", one).status, 200U);
  }
  const auto page = [this](const std::string& after) {
    api::v1::ListIncidentsRequest wanted;
    wanted.set_after(after);
    api::v1::ListIncidentsResponse response;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(kim("List", wanted).body, &response).ok());
    return response;
  };
  const auto first = page("");
  EXPECT_EQ(first.incidents_size(), 50);
  const auto rest = page(first.next());
  EXPECT_EQ(rest.incidents_size(), 1);
  EXPECT_EQ(rest.next(), "");
  api::v1::ListIncidentsRequest nonsense;
  nonsense.set_after("zz");
  EXPECT_EQ(kim("List", nonsense).status, 404U);
}

}  // namespace
}  // namespace nightlight::transport
