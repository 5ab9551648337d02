#include "wire/encode_lobby.hpp"

#include "wire/serialise.hpp"

namespace nightlight::wire {

namespace pb = nightlight::wire::v1;

std::string encode_lobby(const addressed& to, const domain::room_state& room, const domain::waiting_person* self,
                         std::string_view title, std::string_view words) {
  pb::ServerFrame frame;
  pb::Lobby& out = *frame.mutable_lobby();
  out.set_room(to.room.value);
  out.set_title(std::string(title));
  out.set_phase(static_cast<pb::Phase>(room.phase));
  out.set_starts_at_ms(to_unix_ms(room.plan.starts_at));
  out.set_begun(!room.plan.gathering);
  out.set_words(std::string(words));
  if (self == nullptr) return serialise(frame, to.spoken);
  out.set_name(std::string(self->name.reveal()));
  out.set_listening(self->listening);
  for (const domain::member& m : room.members) {
    if (!domain::is_staff(m.role) || !m.present) continue;
    pb::Person& person = *out.add_team();
    person.set_name(std::string(m.name.reveal()));
    person.set_role(static_cast<pb::Role>(m.role));
  }
  return serialise(frame, to.spoken);
}

}  // namespace nightlight::wire
