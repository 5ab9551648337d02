// Answers every message with itself, counts itself, and says "bye" when the server stops.
#pragma once

#include <atomic>
#include <string_view>

#include "rooms/frame.hpp"
#include "transport/dialogue.hpp"

namespace nightlight::tests {

class echo_dialogue final : public transport::dialogue {
 public:
  inline static std::atomic<int> alive{0};
  inline static std::atomic<int> open{0};

  explicit echo_dialogue(rooms::payload_kind kind = rooms::payload_kind::binary) : kind_(kind) { ++alive; }
  ~echo_dialogue() override { --alive; }

  void opened(transport::line& l) override {
    line_ = &l;
    ++open;
  }
  void received(std::string_view payload) override {
    heard_ = true;
    if (payload == "staff") line_->use_staff_pace();
    if (payload == "close me") line_->close(4000, "as you wish");
    line_->outbox().push(rooms::frame::make(payload, kind_));
  }
  bool signed_in() const override { return heard_; }
  void stopping() override { line_->outbox().push(rooms::frame::make("bye", kind_)); }
  void closed() override { --open; }

 private:
  rooms::payload_kind kind_;
  transport::line* line_ = nullptr;
  bool heard_ = false;
};

}  // namespace nightlight::tests
