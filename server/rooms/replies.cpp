#include "rooms/replies.hpp"

#include "domain/room/second_room.hpp"
#include "wire/encode.hpp"

namespace nightlight::rooms {
namespace {

constexpr milliseconds try_again_after{2000};

payload refused(wire::subprotocol spoken, const room_id& room, const command_id& id, const domain::refusal& why,
                std::string_view language) {
  const std::string words = domain::words_of(why, language);
  const room_id second = why.second_room ? domain::second_of(room) : room_id{};
  return make_payload(
      wire::encode_refusal(spoken, room, id, {domain::code_name(why.code), words, why.retry_after, second.value}));
}

std::string_view in(std::string_view language, std::string_view en, std::string_view es) {
  return language == "es" ? es : en;
}

}  // namespace

payload reply_to_command(const command_mail& c, audience_kind kind, const live_room& room, const kept_or_refused& end) {
  const room_row& row = room.row();
  if (const auto* no = std::get_if<domain::refusal>(&end)) {
    return refused(c.spoken, row.id, c.id, *no, c.who->language);
  }
  return make_payload(
      wire::encode_ack({row.id, kind.eyes, kind.spoken}, c.id, row.epoch, std::get<domain::answer>(end)));
}

payload refusal_of_join(const join_mail& j, const room_id& room, const domain::refusal& why) {
  return refused(j.spoken, room, {}, why, j.who->language);
}

payload turned_away(const join_mail& j, const room_id& room, domain::calendar::door_answer why) {
  const auto words = domain::calendar::words_of(why, j.who->language);
  return make_payload(
      wire::encode_refusal(j.spoken, room, {}, {domain::calendar::name_of(why), words, milliseconds{0}}));
}

payload history_page(const history_mail& h, const room_id& room, audience_kind kind, const live_room& live,
                     const options& settings) {
  return make_payload(
      wire::encode_history({room, kind.eyes, kind.spoken}, live.state(), h.before, settings.snapshot_bytes_max));
}

payload unavailable(wire::subprotocol spoken, const room_id& room, const command_id& id, std::string_view language,
                    failure why) {
  if (why == failure::not_found) {
    return make_payload(wire::encode_refusal(
        spoken, room, id,
        {"room_unknown", in(language, "There is no such room.", "Esa sala no existe."), milliseconds{0}}));
  }
  return make_payload(wire::encode_refusal(
      spoken, room, id,
      {"store_unavailable",
       in(language, "We can't keep your words safe right now. They stay on your phone; we will try again.",
          "Ahora no podemos guardar tus palabras. Siguen en tu teléfono; lo intentaremos otra vez."),
       try_again_after}));
}

payload busy(wire::subprotocol spoken, const room_id& room, const command_id& id, std::string_view language) {
  return make_payload(wire::encode_refusal(
      spoken, room, id,
      {"busy", in(language, "Many people are writing. One moment.", "Mucha gente está escribiendo. Un momento."),
       try_again_after}));
}

}  // namespace nightlight::rooms
