#include "wire/redact.hpp"

#include <google/protobuf/util/json_util.h>

#include <algorithm>

#include "wire/serialise.hpp"

namespace nightlight::wire {
namespace {

namespace pb = nightlight::wire::v1;

bool parse(std::string_view payload, subprotocol spoken, pb::ServerFrame& frame) {
  if (spoken == subprotocol::binary) return frame.ParseFromArray(payload.data(), static_cast<int>(payload.size()));
  return google::protobuf::util::JsonStringToMessage({payload.data(), payload.size()}, &frame).ok();
}

struct redaction {
  std::span<const words_gone> gone;
  bool staff_eyes;
  bool any = false;

  const words_gone* concerns(std::uint64_t number) const {
    const auto found = std::ranges::find(gone, circle_number{number}, &words_gone::number);
    return found == gone.end() ? nullptr : &*found;
  }

  // A message of a snapshot or a page, or one that was just said: they name the same things alike.
  template <class Said>
  void take_from(Said& said, words_now now) {
    const bool hidden = now == words_now::hidden;
    if (!hidden || !staff_eyes) {
      said.clear_text();
      said.clear_content_note();
    }
    said.set_hidden(hidden);
    said.set_retracted(!hidden);
    any = true;
  }

  void in(pb::Event& e) {
    if (const words_gone* w = e.has_said() ? concerns(e.number()) : nullptr) {
      take_from(*e.mutable_said(), w->now);
    } else if (e.has_message_shown() && !staff_eyes && concerns(e.message_shown().number()) != nullptr) {
      e.mutable_message_shown()->clear_text();
      e.mutable_message_shown()->clear_content_note();
      any = true;
    }
  }

  template <class Page>
  void in_messages(Page& page) {
    for (pb::Message& m : *page.mutable_messages()) {
      const words_gone* w = m.retracted() ? nullptr : concerns(m.number());
      if (w == nullptr) continue;
      if (w->now == words_now::retracted) m.clear_reactions();
      take_from(m, w->now);
    }
  }
};

}  // namespace

std::optional<std::string> without_words(std::string_view payload, domain::visibility eyes, subprotocol spoken,
                                         std::span<const words_gone> gone) {
  pb::ServerFrame frame;
  if (!parse(payload, spoken, frame)) return std::nullopt;
  redaction taking{gone, eyes == domain::visibility::staff};
  if (frame.has_event()) taking.in(*frame.mutable_event());
  if (frame.has_snapshot()) taking.in_messages(*frame.mutable_snapshot());
  if (frame.has_history()) taking.in_messages(*frame.mutable_history());
  if (!taking.any) return std::nullopt;
  return serialise(frame, spoken);
}

}  // namespace nightlight::wire
