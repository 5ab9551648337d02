#include "transport/words_service.hpp"

#include <cstdlib>
#include <utility>

#include "transport/api_caller.hpp"

namespace nightlight::transport {
namespace {

using accounts::denial_code;
using domain::role;

constexpr std::string_view service = "/nightlight.api.v1.RoomService/";

// On-call staff help in a room that others look after.
bool looks_after_rooms(role r) { return r == role::facilitator || r == role::moderator || r == role::admin; }
bool is_of_the_team(role r) { return domain::is_staff(r); }

api::v1::WordAction wire_action(domain::word_action action) {
  switch (action) {
    case domain::word_action::off: return api::v1::WORD_ACTION_OFF;
    case domain::word_action::alert: return api::v1::WORD_ACTION_ALERT;
    case domain::word_action::rephrase: return api::v1::WORD_ACTION_REPHRASE;
    case domain::word_action::hold: return api::v1::WORD_ACTION_HOLD;
  }
  std::abort();
}

template <class Response>
void add_problems(const std::vector<domain::word_rules_text_problem>& problems, Response& to) {
  for (const auto& p : problems) {
    api::v1::WordProblem* added = to.add_problems();
    const bool theirs = p.file == accounts::room_words_name;
    added->set_line(theirs ? static_cast<std::uint32_t>(p.line) : 0);
    added->set_what(p.what);
  }
}

}  // namespace

void words_service::add_to(rpc_table& table) {
  using namespace api::v1;
  const std::string s(service);
  table.add<TryWordsRequest, TryWordsResponse>(s + "TryWords",
                                               [this](auto r, auto& c) { return try_words(std::move(r), c); });
  table.add<GetWordsRequest, GetWordsResponse>(s + "GetWords",
                                               [this](auto r, auto& c) { return get_words(std::move(r), c); });
  table.add<SetWordsRequest, SetWordsResponse>(s + "SetWords",
                                               [this](auto r, auto& c) { return set_words(std::move(r), c); });
}

words_service::reply<rooms::principal> words_service::caller(bool (*may)(role), rpc_call& call) {
  rpc_result<accounts::signed_in> who = co_await async_caller(sessions_, call);
  if (!who) co_return who.error();
  if (!may(who->who.role)) co_return rpc_error_of(denial_code::staff_only, call.language);
  co_return std::move(who->who);
}

words_service::reply<api::v1::TryWordsResponse> words_service::try_words(api::v1::TryWordsRequest request,
                                                                         rpc_call& call) {
  rpc_result<rooms::principal> who = co_await caller(is_of_the_team, call);
  if (!who) co_return who.error();
  room_id room{request.room()};
  accounts::answer<std::string> kept = co_await book_.async_text(call.ex, std::move(room));
  if (!kept) co_return rpc_error_of(kept.error(), call.language);
  const domain::parsed_word_rules parsed =
      book_.parse(request.has_rules_text() ? std::move(*request.mutable_rules_text()) : std::move(*kept));
  api::v1::TryWordsResponse response;
  add_problems(parsed.problems, response);
  if (!parsed.made) co_return response;
  for (const domain::word_match& m : domain::judge(*parsed.made, request.sample()).matches) {
    api::v1::WordMatch* match = response.add_matches();
    match->set_rule(m.rule);
    match->set_action(wire_action(m.action));
    match->set_begin(m.span.begin);
    match->set_end(m.span.end);
  }
  co_return response;
}

words_service::reply<api::v1::GetWordsResponse> words_service::get_words(api::v1::GetWordsRequest request,
                                                                         rpc_call& call) {
  rpc_result<rooms::principal> who = co_await caller(looks_after_rooms, call);
  if (!who) co_return who.error();
  room_id room{request.room()};
  accounts::answer<std::string> kept = co_await book_.async_text(call.ex, std::move(room));
  if (!kept) co_return rpc_error_of(kept.error(), call.language);
  api::v1::GetWordsResponse response;
  response.set_rules_text(std::move(*kept));
  co_return response;
}

words_service::reply<api::v1::SetWordsResponse> words_service::set_words(api::v1::SetWordsRequest request,
                                                                         rpc_call& call) {
  rpc_result<rooms::principal> who = co_await caller(looks_after_rooms, call);
  if (!who) co_return who.error();
  room_id room{request.room()};
  std::string text = std::move(*request.mutable_rules_text());
  auto keeping = book_.async_keep(call.ex, std::move(room), std::move(text));
  accounts::answer<std::vector<domain::word_rules_text_problem>> found = co_await std::move(keeping);
  if (!found) co_return rpc_error_of(found.error(), call.language);
  api::v1::SetWordsResponse response;
  add_problems(*found, response);
  co_return response;
}

}  // namespace nightlight::transport
