// The chat: a dialogue that signs in with hello and then passes commands to the rooms and lets them answer into the
// outbox. It checks what concerns the session alone (signed in? her own room? too fast?); everything about a room is
// decided in the room.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "domain/room/limits.hpp"
#include "ports/clock.hpp"
#include "rooms/directory.hpp"
#include "rooms/hall.hpp"
#include "transport/admission.hpp"
#include "transport/dialogue.hpp"
#include "transport/token_bucket.hpp"
#include "transport/upgrade.hpp"
#include "wire/client_frame.hpp"
#include "wire/close_code.hpp"
#include "wire/subprotocol.hpp"

namespace nightlight::transport {

struct conversation_options {
  domain::limits rules;
  std::size_t frame_bytes_max = 16 * 1024;
  bucket_size messages{60, 240};  // of one connection
  bucket_size frames{240, 1200};  // of one connection, whatever they are; more closes it
};

// How often somebody may try the code of a door: what every right try costs too, and whoever is in needs none.
struct code_tries {
  admission by_session{bucket_size{5, 1}};
  admission by_address{bucket_size{20, 10}};

  // Nothing when she may try; else the time after which to try again.
  std::optional<std::chrono::milliseconds> ask(std::string_view session, std::string_view address,
                                               token_bucket::time_point now);
};

// What every conversation of one shard shares. All of it outlives them.
struct conversation_surroundings {
  rooms::directory& rooms;
  rooms::hall& here;
  const clock_port& clock;
  const conversation_options& settings;
  code_tries& codes;  // of the whole process
};

class conversation final : public dialogue {
 public:
  conversation(const conversation_surroundings& around, upgrade_ticket ticket);

  void opened(line& l) override;
  void received(std::string_view payload) override;
  bool signed_in() const override { return who_ != nullptr; }
  void stopping() override;
  void closed() override;

 private:
  void greet(const wire::hello& h);
  void handle(const wire::hello& again);
  void handle(wire::join_room& j);
  void handle(wire::submit& s);
  void handle(const wire::typing& t);
  void handle(const wire::ping& p);
  void handle(const wire::history& h);

  bool may_enter(const room_id& room) const;
  bool tries_too_often(const wire::join_room& j);
  bool has_joined(const room_id& room) const;
  void tell(const std::string& payload);
  void refuse(const room_id& room, const command_id& id, std::string_view code, std::string_view en,
              std::string_view es, milliseconds retry_after = milliseconds{0});
  void close(wire::close_code code, std::string_view why);

  const conversation_surroundings& around_;
  std::unique_ptr<upgrade_ticket> ticket_;  // until hello
  accounts::revocations::watch watch_;
  wire::subprotocol spoken_;
  line* line_ = nullptr;
  rooms::session_address address_;
  rooms::shared_principal who_;
  std::vector<room_id> joined_;
  std::string address_prefix_;
  token_bucket messages_;
  token_bucket frames_;
};

}  // namespace nightlight::transport
