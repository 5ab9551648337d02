#include "domain/room/notice_words.hpp"

namespace nightlight::domain {
namespace {

std::string_view in(std::string_view language, std::string_view en, std::string_view es) {
  return language == "es" ? es : en;
}

}  // namespace

std::string_view words_when_muted(std::string_view language) {
  return in(language, "You can read but not write for now. You still belong here.",
            "Por ahora puedes leer, pero no escribir. Sigues siendo parte del grupo.");
}

std::string_view words_when_unmuted(std::string_view language) {
  return in(language, "You can write again. We are glad you are here.",
            "Ya puedes escribir otra vez. Qué bueno que estás aquí.");
}

std::string_view words_when_removed(std::string_view language) {
  return in(language, "The team asked you to leave this room for now. The help numbers stay open to you.",
            "El equipo te pidió salir de esta sala por ahora. Los números de ayuda siguen aquí para ti.");
}

std::string_view words_when_asked_to_go(std::string_view language) {
  return in(language, "The team asks you to take a break from this room. You can come back when you are ready.",
            "El equipo te pide tomar un descanso de esta sala. Puedes volver cuando quieras.");
}

std::string_view words_when_warned(std::string_view language) {
  return in(language, "A note from the team, just for you. You still belong here.",
            "Un aviso del equipo, solo para ti. Sigues siendo parte del grupo.");
}

std::string_view words_when_reading(std::string_view language) {
  return in(language, "Someone on the team is reading your words first. It won't be long.",
            "Alguien del equipo lee primero tus palabras. No tarda mucho.");
}

std::string_view words_when_rephrasing(std::string_view language) {
  return in(language, "Can you say this another way? Your words are still here.",
            "¿Puedes decirlo de otra manera? Tus palabras siguen aquí.");
}

std::string_view words_when_declined(std::string_view language) {
  return in(language, "This one was not shown to the group. You can write to the team any time.",
            "Este mensaje no se mostró al grupo. Puedes escribirle al equipo cuando quieras.");
}

std::string_view words_in_side_room(std::string_view language) {
  return in(language, "Just the two of you are here. You can go back to the group any time.",
            "Aquí solo están ustedes dos. Puedes volver al grupo cuando quieras.");
}

std::string_view words_when_asked_over(std::string_view language) {
  return in(language, "The team asks you into a second room for a while. You can come back any time.",
            "El equipo te invita a una segunda sala por un rato. Puedes volver cuando quieras.");
}

std::string_view words_when_visiting(std::string_view language) {
  return in(language, "You are in the second room for a while. You can go back any time.",
            "Estás en la segunda sala por un rato. Puedes volver cuando quieras.");
}

std::string_view words_when_called_back(std::string_view language) {
  return in(language, "The team asks everyone to come back to the first room.",
            "El equipo les pide a todas que vuelvan a la primera sala.");
}

std::string_view words_about_the_wait(const room_state& room, std::string_view language) {
  if (room.phase == phase::closed) {
    return in(language, "This room has ended for tonight. The help numbers stay open to you.",
              "Esta sala ya terminó por hoy. Los números de ayuda siguen aquí para ti.");
  }
  if (room.phase == phase::paused) {
    return in(language, "We are glad you are here. The room is taking a short pause.",
              "Qué bueno que estás aquí. La sala está en una pausa corta.");
  }
  if (room.plan.gathering) {
    return in(language, "We are glad you are here. You come in when the group starts.",
              "Qué bueno que estás aquí. Entras cuando empiece el grupo.");
  }
  return in(language, "We are glad you are here. Someone on the team will let you in soon.",
            "Qué bueno que estás aquí. Alguien del equipo te dejará entrar pronto.");
}

}  // namespace nightlight::domain
