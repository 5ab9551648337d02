// The words of every refusal, in English and Spanish, short enough for a tired reader.
#include <array>
#include <utility>

#include "domain/room/refusal.hpp"

namespace nightlight::domain {
namespace {

struct phrase {
  std::string_view name, en, es;
};

// In the order of refusal_code.
constexpr std::array<phrase, 68> phrases{{
    {"not_permitted", "Only some people on the team can do that.", "Eso solo lo hacen algunas personas del equipo."},
    {"not_in_room", "You are not in this room right now.", "Ahora no estás en esta sala."},
    {"room_not_open", "This room is not open yet. We will let you in soon.",
     "Esta sala aún no está abierta. Pronto podrás entrar."},
    {"room_closed", "This room has ended for tonight.", "Esta sala ya terminó por hoy."},
    {"room_paused", "The room is taking a short pause. Your words are safe on your phone.",
     "La sala está en una pausa corta. Tus palabras están a salvo en tu teléfono."},
    {"waiting_for_staff", "One moment. We are waiting for your facilitator.",
     "Un momento. Esperamos a la facilitadora."},
    {"door_locked", "The door is closed for now so the group can talk.",
     "La puerta está cerrada por ahora para que el grupo pueda hablar."},
    {"room_full", "All the places are taken right now.", "Por ahora todos los lugares están ocupados."},
    {"listening_places_full", "All the listening places are taken right now.",
     "Por ahora todos los lugares para escuchar están ocupados."},
    {"removed", "You can't come into this room right now.", "Ahora no puedes entrar a esta sala."},
    {"name_taken", "Someone here has a name like that. Please pick another.",
     "Alguien aquí tiene un nombre parecido. Elige otro, por favor."},
    {"name_too_short", "That name is too short.", "Ese nombre es muy corto."},
    {"name_too_long", "That name is too long.", "Ese nombre es muy largo."},
    {"name_not_allowed", "Please pick another name. Use letters, with no phone numbers, links or staff words.",
     "Elige otro nombre, por favor. Usa letras, sin teléfonos, enlaces ni palabras del equipo."},
    {"listening", "You are just listening. Turn that off when you want to talk.",
     "Ahora solo escuchas. Cámbialo cuando quieras hablar."},
    {"muted", "You can read but not write for now.", "Por ahora puedes leer, pero no escribir."},
    {"slow_mode_active", "The room is going slowly. You can write again soon.",
     "La sala va despacio. Pronto podrás escribir otra vez."},
    {"body_empty", "There are no words in this message.", "Este mensaje no tiene palabras."},
    {"body_too_long", "This message is too long. Can you send it in two parts?",
     "Este mensaje es muy largo. ¿Puedes mandarlo en dos partes?"},
    {"reason_too_long", "The reason is too long.", "El motivo es muy largo."},
    {"message_unknown", "That message is not here any more.", "Ese mensaje ya no está aquí."},
    {"message_retracted", "That message was taken back.", "Ese mensaje fue retirado."},
    {"not_your_message", "You can only take back your own words.", "Solo puedes retirar tus propias palabras."},
    {"member_unknown", "That person is not in this room.", "Esa persona no está en esta sala."},
    {"staff_not_sanctioned", "This can't be done to someone on the team.",
     "Esto no se puede hacer con alguien del equipo."},
    {"length_out_of_range", "That length of time is not allowed.", "Ese tiempo no está permitido."},
    {"reaction_unknown", "That reaction does not exist.", "Esa reacción no existe."},
    {"message_id_reused", "That message was already sent with other words.",
     "Ese mensaje ya se envió con otras palabras."},
    {"room_already_open", "This room is open already.", "Esta sala ya está abierta."},
    {"please_rephrase", "Please say this another way, without numbers, links or advice on doses.",
     "Dilo de otra manera, por favor, sin números, enlaces ni consejos de dosis."},
    {"content_note_too_long", "That note is too long.", "Esa nota es muy larga."},
    {"hand_needed", "We take turns now. Raise your hand and you will get yours.",
     "Ahora hablamos por turnos. Levanta la mano y te tocará."},
    {"message_hidden", "The team is looking at that message.", "El equipo está viendo ese mensaje."},
    {"held_unknown", "That message does not wait any more.", "Ese mensaje ya no está en espera."},
    {"held_behind", "An earlier message of hers comes first.", "Antes va otro mensaje suyo."},
    {"alert_unknown", "That alert is not on the list.", "Esa alerta no está en la lista."},
    {"alert_taken", "Someone on the team has this one.", "Alguien del equipo ya la tiene."},
    {"alert_over", "That alert is closed.", "Esa alerta ya está cerrada."},
    {"own_decision", "Someone else on the team decides about this one.", "Sobre esto decide otra persona del equipo."},
    {"too_many_reports", "The team has your reports. Please give them a little time.",
     "El equipo ya tiene tus avisos. Dale un poco de tiempo, por favor."},
    {"nothing_to_appeal", "Nothing is in force against you.", "No hay nada en tu contra."},
    {"side_room_open", "A side room with her is open already.", "Ya hay una sala aparte abierta con ella."},
    {"side_room_unknown", "That side room is over.", "Esa sala aparte ya terminó."},
    {"invitations_closed", "This room takes no new people tonight.", "Esta sala no recibe a más personas hoy."},
    {"glass_needed", "Say why first. The room's team will be told.",
     "Primero di por qué. El equipo de la sala lo sabrá."},
    {"note_too_long", "That is too long. Please make it shorter.", "Es muy largo. Hazlo más corto, por favor."},
    {"nothing_handed_over", "Nobody has handed the room over.", "Nadie ha entregado la sala."},
    {"in_lobby", "You are in the waiting room. You can write once you are in.",
     "Estás en la sala de espera. Podrás escribir cuando entres."},
    {"name_stays", "You keep this name for tonight.", "Por hoy te quedas con este nombre."},
    {"too_late", "The group has started and takes no new people now. You are welcome at the next one.",
     "El grupo ya empezó y ahora no recibe a más personas. Te esperamos la próxima vez."},
    {"waiting_unknown", "She does not wait any more.", "Ya no está en espera."},
    {"no_end_planned", "This meeting has no set end.", "Este encuentro no tiene hora de cierre."},
    {"extended_enough", "This meeting can't go on for longer.", "Este encuentro ya no se puede alargar más."},
    {"choice_unknown", "That choice does not exist.", "Esa opción no existe."},
    {"not_muted", "She is not muted any more.", "Ya no está silenciada."},
    {"not_kept_out", "Nothing keeps her out any more.", "Ya nada le impide entrar."},
    {"reason_not_plain", "Please write the reason in plain letters.",
     "Escribe el motivo con letras normales, por favor."},
    {"not_your_turn", "Someone else has the turn now. You can still react.",
     "Ahora es el turno de otra persona. Puedes reaccionar."},
    {"round_on", "A round is on already.", "Ya hay una ronda en marcha."},
    {"nobody_to_ask", "Nobody is here to ask in a round.", "No hay nadie aquí para hacer una ronda."},
    {"text_not_plain", "Please write this in plain letters.", "Escríbelo con letras normales, por favor."},
    {"poll_on", "A question is open already. Close it first.", "Ya hay una pregunta abierta. Ciérrala primero."},
    {"poll_over", "That question is closed.", "Esa pregunta ya se cerró."},
    {"answers_out_of_range", "Please give two to five answers.", "Escribe de dos a cinco respuestas, por favor."},
    {"answers_alike", "Two of the answers are the same.", "Dos de las respuestas son iguales."},
    {"no_second_room", "There is no second room open.", "No hay una segunda sala abierta."},
    {"second_of_second", "This is the second room already.", "Esta ya es la segunda sala."},
    {"seat_needed", "Someone on the team asks people into this room.", "El equipo invita a las personas a esta sala."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(newest_refusal) + 1);

const phrase& phrase_of(refusal_code code) { return phrases.at(static_cast<std::size_t>(code)); }

}  // namespace

std::string_view code_name(refusal_code code) { return phrase_of(code).name; }

std::string words_of(const refusal& r, std::string_view language) {
  if (r.second_room) {
    return language == "es" ? "Aquí todos los lugares están ocupados. Hay uno para ti en la segunda sala."
                            : "All the places here are taken. There is one for you in the second room.";
  }
  const phrase& p = phrase_of(r.code);
  return std::string(language == "es" ? p.es : p.en);
}

}  // namespace nightlight::domain
