#include "accounts/word_book.hpp"

#include <array>
#include <utility>

#include "accounts/store_work.hpp"
#include "rooms/room_words.hpp"

namespace nightlight::accounts {
namespace {

using problems = std::vector<domain::word_rules_text_problem>;

// An empty id is no room's.
result<std::optional<room_row>> find(records& r, const room_id& room) {
  if (!room) return std::optional<room_row>{};
  return r.find_room(room);
}

}  // namespace

domain::parsed_word_rules word_book::parse(std::string room_text) const {
  if (room_text.size() > domain::room_words_bytes_max) {
    const std::string most = std::to_string(domain::room_words_bytes_max);
    return {nullptr, {{std::string(room_words_name), 1, "longer than " + most + " bytes"}}};
  }
  const std::array layers{organisation_, domain::word_rules_source{std::string(room_words_name), std::move(room_text)}};
  return domain::parse_word_rules(layers);
}

async::task<answer<std::string>> word_book::async_text(async::executor ex, room_id room) {
  auto unit = [room = std::move(room)](records& r, answer<std::string>& text) -> result<void> {
    const auto there = find(r, room);
    if (!there) return there.error();
    if (!there->has_value()) {
      text = denial_code::room_unknown;
      return {};
    }
    result<std::string> kept = rooms::find_room_words(r, room);
    if (!kept) return kept.error();
    text = std::move(*kept);
    return {};
  };
  co_return co_await transact<std::string>(ex, store_, std::move(unit));
}

async::task<answer<problems>> word_book::async_keep(async::executor ex, room_id room, std::string text) {
  domain::parsed_word_rules parsed = parse(text);
  const bool readable = parsed.made != nullptr;
  auto unit = [this, room = std::move(room), text = std::move(text), readable, found = std::move(parsed.problems)](
                  records& r, answer<problems>& out) mutable -> result<void> {
    const auto there = find(r, room);
    if (!there) return there.error();
    if (!there->has_value()) {
      out = denial_code::room_unknown;
      return {};
    }
    if (readable) {
      if (auto kept = rooms::keep_room_words(r, room, text); !kept) return kept.error();
      changed_(room, text);
    }
    out = std::move(found);
    return {};
  };
  co_return co_await transact<problems>(ex, store_, std::move(unit));
}

}  // namespace nightlight::accounts
