#include "transport/conversation.hpp"

#include <algorithm>
#include <utility>

#include "domain/room/second_room.hpp"
#include "domain/text/language.hpp"
#include "rooms/frame.hpp"
#include "wire/decode.hpp"
#include "wire/encode.hpp"

namespace nightlight::transport {
namespace {

wire::subprotocol spoken_in(const upgrade_ticket& ticket) {
  return ticket.kind == rooms::payload_kind::text ? wire::subprotocol::json : wire::subprotocol::binary;
}

// Phones that were told to wait come back spread over this time, not all at once.
constexpr milliseconds reconnect_after_min{500};
constexpr std::uint64_t reconnect_spread_ms = 2000;

}  // namespace

std::optional<milliseconds> code_tries::ask(std::string_view session, std::string_view address,
                                            token_bucket::time_point now) {
  if (const auto wait = by_address.ask(address, now)) return wait;
  return by_session.ask(session, now);
}

conversation::conversation(const conversation_surroundings& around, upgrade_ticket ticket)
    : around_(around),
      ticket_(std::make_unique<upgrade_ticket>(std::move(ticket))),
      spoken_(spoken_in(*ticket_)),
      address_prefix_(ticket_->address_prefix),
      messages_(around.settings.messages, token_bucket::time_point::clock::now()),
      frames_(around.settings.frames, token_bucket::time_point::clock::now()) {}

void conversation::opened(line& l) {
  line_ = &l;
  address_ = around_.here.enter(l.outbox(), spoken_);
  watch_ = std::move(ticket_->session.watch);
  watch_.when_over([this] { close(wire::close_code::sign_in_again, "this session is over"); });
  watch_.when_changed([this] { close(wire::close_code::restarting, "your role is another now"); });
}

void conversation::closed() {
  if (line_ == nullptr) return;
  line_ = nullptr;
  watch_ = {};
  around_.here.leave(address_.id);
  for (const room_id& room : joined_) around_.rooms.send(room, rooms::departure_mail{address_});
}

void conversation::stopping() {
  if (!who_) return;
  const milliseconds spread{static_cast<std::int64_t>(address_.id * 37 % reconnect_spread_ms)};
  tell(wire::encode_drain(
      spoken_, reconnect_after_min + spread,
      who_->language == "es" ? "Un momento, volvemos enseguida." : "One moment, we will be right back."));
}

void conversation::close(wire::close_code code, std::string_view why) {
  if (line_ != nullptr) line_->close(static_cast<std::uint16_t>(code), why);
}

void conversation::tell(const std::string& payload) {
  line_->outbox().push(rooms::frame::make(payload, rooms::audience_kind{{}, spoken_}.frames()));
}

void conversation::received(std::string_view payload) {
  const auto now = token_bucket::time_point::clock::now();
  if (frames_.take(around_.settings.frames, now)) return close(wire::close_code::too_fast, "too many frames");
  wire::decoded said = wire::decode(payload, spoken_);
  if (const auto* code = std::get_if<wire::close_code>(&said)) return close(*code, "not understood");
  if (!who_) {
    const auto* frame = std::get_if<wire::client_frame>(&said);
    const auto* hello = frame != nullptr ? std::get_if<wire::hello>(frame) : nullptr;
    if (hello == nullptr) return close(wire::close_code::sign_in_again, "hello comes first");
    return greet(*hello);
  }
  if (const auto* odd = std::get_if<wire::not_a_command>(&said)) {
    return refuse(odd->room, odd->id, "command_unknown", "This server does not know that command.",
                  "Este servidor no conoce ese comando.");
  }
  std::visit([this](auto& frame) { handle(frame); }, std::get<wire::client_frame>(said));
}

void conversation::greet(const wire::hello& h) {
  auto proven = ticket_->prove(h.page_half, around_.clock.now());
  ticket_.reset();
  if (!proven) return close(wire::close_code::sign_in_again, "this session is not known");
  if (domain::is_language(h.language)) proven->who.language = h.language;
  who_ = std::make_shared<const rooms::principal>(std::move(proven->who));
  if (domain::is_staff(who_->role)) line_->use_staff_pace();
  tell(wire::encode_welcome(spoken_, {who_->name, who_->role, around_.clock.now(), around_.settings.rules,
                                      around_.settings.frame_bytes_max}));
}

void conversation::handle(const wire::hello&) { close(wire::close_code::not_understood, "hello comes once"); }

// Staff may enter every room; a mother the one that her invitation opens, and the one beside it, which asks for more.
// Come back by a link of her own, none yet.
bool conversation::may_enter(const room_id& room) const {
  return domain::is_staff(who_->role) || (who_->room && (room == who_->room || domain::first_of(room) == who_->room));
}

bool conversation::has_joined(const room_id& room) const { return std::ranges::find(joined_, room) != joined_.end(); }

void conversation::handle(wire::join_room& j) {
  if (!may_enter(j.room)) {
    return refuse(j.room, {}, "room_unknown", "Your link does not open that room.", "Tu enlace no abre esa sala.");
  }
  if (tries_too_often(j)) return;
  if (!has_joined(j.room)) joined_.push_back(j.room);
  const room_id room = j.room;
  around_.rooms.send(room,
                     rooms::join_mail{address_, spoken_, who_, std::move(j.resume), j.listening, std::move(j.code)});
}

// A code is short: what keeps it is that nobody can try many.
bool conversation::tries_too_often(const wire::join_room& j) {
  if (j.code.empty()) return false;
  const auto wait = around_.codes.ask(who_->person.value, address_prefix_, token_bucket::time_point::clock::now());
  if (!wait) return false;
  refuse(j.room, {}, "too_often", "That was too many tries. Please wait a little.",
         "Fueron demasiados intentos. Por favor, espera un poco.", *wait);
  return true;
}

void conversation::handle(wire::submit& s) {
  if (!may_enter(s.room)) {
    return refuse(s.room, s.id, "room_unknown", "Your link does not open that room.", "Tu enlace no abre esa sala.");
  }
  if (const auto wait = messages_.take(around_.settings.messages, token_bucket::time_point::clock::now())) {
    return refuse(s.room, s.id, "too_fast", "That was very fast. One moment.", "Fue muy rápido. Un momento.",
                  std::chrono::duration_cast<milliseconds>(*wait));
  }
  const room_id room = s.room;
  around_.rooms.send(room, rooms::command_mail{address_, spoken_, who_, std::move(s.id), std::move(s.what)});
}

void conversation::handle(const wire::typing& t) {
  if (has_joined(t.room)) around_.rooms.send(t.room, rooms::typing_mail{address_});
}

void conversation::handle(const wire::ping& p) { tell(wire::encode_pong(spoken_, p.nonce)); }

void conversation::handle(const wire::history& h) {
  if (has_joined(h.room)) around_.rooms.send(h.room, rooms::history_mail{address_, h.before});
}

void conversation::refuse(const room_id& room, const command_id& id, std::string_view code, std::string_view en,
                          std::string_view es, milliseconds retry_after) {
  const std::string_view words = who_->language == "es" ? es : en;
  tell(wire::encode_refusal(spoken_, room, id, {code, words, retry_after}));
}

}  // namespace nightlight::transport
