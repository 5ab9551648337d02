// What staff do with the rules about words of a room: read them, try them, keep them. Who may is asked by the caller.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accounts/denial.hpp"
#include "async/awaitable.hpp"
#include "domain/moderation/word_rules_text.hpp"
#include "ports/store.hpp"

namespace nightlight::accounts {

class word_book {
 public:
  // `changed` is told, on the store's thread, of a room whose text was kept. The store outlives it.
  using listener = std::function<void(const room_id&, const std::string& text)>;
  word_book(store& s, domain::word_rules_source organisation, listener changed)
      : store_(s), organisation_(std::move(organisation)), changed_(std::move(changed)) {}

  const domain::word_rules_source& organisation() const { return organisation_; }
  // A room's text above the organisation's. Problems of the room's own have the file "room".
  domain::parsed_word_rules parse(std::string room_text) const;

  // room_unknown when there is no such room.
  async::task<answer<std::string>> async_text(async::executor ex, room_id room);
  // Keeps the text when it can be read; else its problems, and nothing changes.
  async::task<answer<std::vector<domain::word_rules_text_problem>>> async_keep(async::executor ex, room_id room,
                                                                               std::string text);

 private:
  store& store_;
  const domain::word_rules_source organisation_;
  const listener changed_;
};

inline constexpr std::string_view room_words_name = "room";

}  // namespace nightlight::accounts
