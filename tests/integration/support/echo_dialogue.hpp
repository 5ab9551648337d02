// Answers every message with itself and counts itself; a few messages ask it for something else.
#pragma once

#include <atomic>
#include <cstddef>
#include <string>
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
    if (payload == "keep a staff pace") line_->use_staff_pace();
    if (payload == "close me") line_->close(4000, "as you wish");
    if (payload == "close me twice") {
      line_->close(4000, "as you wish");
      line_->close(4001, "again");
    }
    if (payload.starts_with("push ")) return push(std::string(payload.substr(5)));
    line_->outbox().push(rooms::frame::make(payload, kind_));
  }

  bool signed_in() const override { return heard_; }
  void stopping() override { line_->outbox().push(rooms::frame::make("bye", kind_)); }
  void closed() override { --open; }

  // What "push COUNT SIZE" sends as its message number `i`.
  static std::string numbered(std::size_t i, std::size_t size) {
    std::string message = std::to_string(i) + ":";
    for (char filler = 'a'; message.size() < size; filler = filler == 'z' ? 'a' : static_cast<char>(filler + 1)) {
      message.push_back(filler);
    }
    return message;
  }

 private:
  void push(const std::string& count_and_size) {
    std::size_t after_count = 0;
    const std::size_t count = std::stoul(count_and_size, &after_count);
    const std::size_t size = std::stoul(count_and_size.substr(after_count));
    for (std::size_t i = 0; i < count; ++i) line_->outbox().push(rooms::frame::make(numbered(i, size), kind_));
  }

  rooms::payload_kind kind_;
  transport::line* line_ = nullptr;
  bool heard_ = false;
};

}  // namespace nightlight::tests
