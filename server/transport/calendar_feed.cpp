#include "transport/calendar_feed.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <map>

#include "async/store_work.hpp"

namespace nightlight::transport {
namespace {

constexpr std::chrono::days told_ahead{28};
constexpr std::size_t meetings_max = 500;
constexpr std::size_t kept_max = 200;
constexpr std::chrono::minutes given_again_for{1};
constexpr std::string_view ending = ".ics";

// "/calendar/topic/k3v….ics" is about k3v….
std::optional<std::string> id_in(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder) || !path.ends_with(ending)) return std::nullopt;
  path.remove_prefix(folder.size());
  path.remove_suffix(std::min(ending.size(), path.size()));
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
  const bool is_id = path.size() == 12 && path.find_first_not_of(letters) == std::string_view::npos;
  return is_id ? std::optional(std::string(path)) : std::nullopt;
}

}  // namespace

std::optional<calendar_feed::asked> calendar_feed::read(std::string_view path) {
  if (path == "/schedule.json") return asked{};
  if (path == "/calendar.ics") return asked{true, {}};
  if (auto id = id_in(path, "/calendar/topic/")) return asked{true, {topic_id{std::move(*id)}, {}, {}}};
  if (auto id = id_in(path, "/calendar/series/")) return asked{true, {{}, series_id{std::move(*id)}, {}}};
  return std::nullopt;
}

public_pages calendar_feed::pages() {
  return {[](std::string_view path) { return read(path).has_value(); },
          [this](async::executor ex, const http_request& request) { return async_answer(ex, request); }};
}

async::task<http_response> calendar_feed::async_answer(async::executor ex, const http_request& request) {
  const std::optional<asked> what = read(request.path);
  if (!what) co_return plain_response(404, "There is nothing here.");
  auto found = std::make_shared<made>();
  auto making = async::async_transact(ex, parts_.rows, [this, path = request.path, what = *what, found](records& r) {
    return make(r, path, what, *found);
  });
  const result<void> done = co_await std::move(making);
  if (!done) co_return plain_response(503, "The calendar is not available just now.");
  const bool none = found->from.empty() && (what->only.topic || what->only.series);
  if (none) co_return plain_response(404, "There is nothing here.");
  // Made on this shard, not on the store's thread.
  if (!found->bytes) found->bytes = std::make_shared<const std::string>(icalendar(*found, parts_.clock.now()));
  keep(request.path, *found);
  http_response response;
  response.fields.push_back({"Content-Type", what->icalendar ? "text/calendar; charset=utf-8" : "application/json"});
  response.fields.push_back({"Cache-Control", "public, max-age=300"});
  response.shared_body = found->bytes;
  co_return response;
}

result<void> calendar_feed::make(records& r, const std::string& path, const asked& what, made& out) {
  const instant now = parts_.clock.now();
  auto rows = calendar::series_of({r, parts_.zones, parts_.off, now}, what.only);
  if (!rows) return rows.error();
  auto topics = r.calendar().list_topics();
  if (!topics) return topics.error();
  out = {std::move(*rows), std::move(*topics), now, nullptr};
  if (give_again(path, out) || what.icalendar) return {};
  auto text = schedule(r, out, now);
  if (!text) return text.error();
  out.bytes = std::make_shared<const std::string>(std::move(*text));
  return {};
}

bool calendar_feed::give_again(const std::string& path, made& out) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(path);
  if (found == kept_.end()) return false;
  const made& before = found->second;
  const bool fresh = before.at <= out.at && out.at < before.at + given_again_for;
  if (!fresh || before.from != out.from || before.topics != out.topics) return false;
  out.at = before.at;
  out.bytes = before.bytes;
  return true;
}

void calendar_feed::keep(const std::string& path, const made& what) {
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= kept_max) kept_.clear();
  kept_[path] = what;
}

std::string calendar_feed::icalendar(const made& rows, instant now) const {
  return domain::calendar::icalendar({organisation_, host_, rows.from, rows.topics}, parts_.zones, parts_.off, now);
}

result<std::string> calendar_feed::schedule(records& r, const made& rows, instant now) const {
  const calendar::desk d{r, parts_.zones, parts_.off, now};
  const domain::calendar::span ahead{now, now + told_ahead};
  const auto page = calendar::meetings_in(
      d, [&](const auto&) { return ahead; }, {}, std::nullopt, meetings_max);
  if (!page) return page.error();
  api::v1::Schedule out;
  out.set_organisation(organisation_);
  out.set_sign_up(sign_up_);
  std::map<series_id, api::v1::DoorKind> doors;
  for (const auto& m : page->meetings) {
    const auto [door, unknown] = doors.try_emplace(m.of->id);
    if (unknown) {
      const auto found = find_door(r, m.of->id);
      if (!found) return found.error();
      door->second = static_cast<api::v1::DoorKind>(found->kind);
    }
    api::v1::Meeting& told = *out.add_meetings();
    told = wire_meeting(m, false);
    told.set_door(door->second);
  }
  // One that was put away is told of as long as something takes place in it.
  const auto goes_on = [&](const auto& t) {
    return std::ranges::any_of(page->meetings, [&](const auto& m) { return m.of->topic == t.id; });
  };
  for (const auto& t : rows.topics) {
    if (!t.retired || goes_on(t)) *out.add_topics() = wire_topic(t);
  }
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(out, &text).ok()) return failure::corrupt;
  return text;
}

}  // namespace nightlight::transport
