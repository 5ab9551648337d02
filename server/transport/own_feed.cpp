#include "transport/own_feed.hpp"

#include <utility>

#include "async/store_work.hpp"
#include "calendar/own_dates.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view folder = "/calendar/own/";
constexpr std::string_view ending = ".ics";

std::optional<accounts::secret> token_in(std::string_view path) {
  if (path.size() < folder.size() + ending.size() || !path.starts_with(folder) || !path.ends_with(ending)) {
    return std::nullopt;
  }
  path.remove_prefix(folder.size());
  path.remove_suffix(ending.size());
  accounts::secret token{std::string(path)};
  return token.has_bytes(own_feed_bytes) ? std::optional(std::move(token)) : std::nullopt;
}

http_response nothing_here() { return plain_response(404, "There is nothing here."); }

}  // namespace

std::string own_feed_path(const accounts::secret& token) {
  return std::string(folder).append(token.reveal()).append(ending);
}

public_pages own_feed::pages() {
  return {[](std::string_view path) { return token_in(path).has_value(); },
          [this](async::executor ex, const http_request& request) { return async_answer(ex, request); }};
}

async::task<http_response> own_feed::async_answer(async::executor ex, const http_request& request) {
  std::optional<accounts::secret> shown = token_in(request.path);
  if (!shown) co_return nothing_here();
  auto found = std::make_shared<std::optional<domain::calendar::own_feed>>();
  auto making = async::async_transact(
      ex, parts_.rows, [this, found, shown = std::move(*shown)](records& r) { return make(r, shown, *found); });
  const result<void> done = co_await std::move(making);
  if (!done) co_return plain_response(503, "The calendar is not available just now.");
  if (!*found) co_return nothing_here();
  http_response response;
  response.fields.push_back({"Content-Type", "text/calendar; charset=utf-8"});
  response.fields.push_back({"Cache-Control", "private, no-store"});
  // Made on this shard, not on the store's thread.
  response.body = domain::calendar::own_icalendar(**found, parts_.clock.now());
  co_return response;
}

result<void> own_feed::make(records& r, const accounts::secret& shown,
                            std::optional<domain::calendar::own_feed>& out) const {
  const calendar::desk d{r, parts_.zones, parts_.off, parts_.clock.now()};
  const auto reader = calendar::reader_of(d, shown.hash());
  if (!reader) return reader.error();
  if (!*reader) return {};
  auto dates = calendar::own_dates(d, (*reader)->person);
  if (!dates) return dates.error();
  out.emplace();
  out->name = organisation_;
  out->host = host_;
  out->language = (*reader)->language;
  for (calendar::own_date& date : *dates) {
    out->all.push_back({std::move(date.on), date.seat, date.asked_for_cover, date.of->version});
  }
  return {};
}

}  // namespace nightlight::transport
