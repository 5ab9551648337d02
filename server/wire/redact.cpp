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
  std::span<const circle_number> gone;
  bool any = false;

  bool concerns(std::uint64_t number) const {
    return std::ranges::any_of(gone, [number](circle_number n) { return n.value == number; });
  }

  void in(pb::Event& e) {
    if (e.has_said() && concerns(e.number())) {
      e.mutable_said()->clear_text();
      e.mutable_said()->clear_content_note();
      e.mutable_said()->set_retracted(true);
      any = true;
    } else if (e.has_message_shown() && concerns(e.message_shown().number())) {
      e.mutable_message_shown()->clear_text();
      e.mutable_message_shown()->clear_content_note();
      any = true;
    }
  }

  template <class Page>
  void in_messages(Page& page) {
    for (pb::Message& m : *page.mutable_messages()) {
      if (m.retracted() || !concerns(m.number())) continue;
      m.clear_text();
      m.clear_content_note();
      m.clear_reactions();
      m.set_retracted(true);
      any = true;
    }
  }
};

}  // namespace

std::optional<std::string> without_words(std::string_view payload, subprotocol spoken,
                                         std::span<const circle_number> gone) {
  pb::ServerFrame frame;
  if (!parse(payload, spoken, frame)) return std::nullopt;
  redaction taking{gone};
  if (frame.has_event()) taking.in(*frame.mutable_event());
  if (frame.has_snapshot()) taking.in_messages(*frame.mutable_snapshot());
  if (frame.has_history()) taking.in_messages(*frame.mutable_history());
  if (!taking.any) return std::nullopt;
  return serialise(frame, spoken);
}

}  // namespace nightlight::wire
