#include "calendar/refusal.hpp"

#include <array>
#include <cstdlib>

namespace nightlight::calendar {
namespace {

struct phrase {
  std::string_view name, en, es;
};

// In the order of refusal_code.
constexpr std::array<phrase, 21> phrases{{
    {"fields_wrong", "Please look at the fields that are marked.", "Por favor, revisa los campos marcados."},
    {"series_unknown", "We can't find this series.", "No encontramos esta serie."},
    {"meeting_unknown", "The series has no meeting on that day.", "La serie no tiene reunión ese día."},
    {"meeting_cancelled", "This meeting does not take place.", "Esta reunión no tiene lugar."},
    {"meeting_over", "This meeting is over.", "Esta reunión ya terminó."},
    {"series_changed", "Somebody else changed this series while you did. Please look at both.",
     "Alguien más cambió esta serie al mismo tiempo. Por favor, mira las dos versiones."},
    {"waiting_list_full", "There is no place left, and the waiting list is full too.",
     "No queda lugar, y la lista de espera también está llena."},
    {"place_unknown", "You have no place in this meeting.", "No tienes lugar en esta reunión."},
    {"still_waiting", "You are on the waiting list. We keep looking for a place.",
     "Estás en la lista de espera. Seguimos buscando un lugar."},
    {"offer_over", "This place is not held for you any more. You are still on the list.",
     "Este lugar ya no está guardado para ti. Sigues en la lista."},
    {"reminders_unavailable", "We can't send reminders here.", "Aquí no podemos enviar recordatorios."},
    {"no_room_yet", "The room opens a quarter of an hour before the meeting.",
     "La sala abre un cuarto de hora antes de la reunión."},
    {"invitation_needed", "This circle is for whoever has its link. Please ask the team for it.",
     "Este círculo es para quien tiene su enlace. Por favor, pídelo al equipo."},
    {"page_unknown", "Please start from the first page again.",
     "Por favor, comienza otra vez desde la primera página."},
    {"key_reused", "This key was used for something else.", "Esta clave ya se usó para otra cosa."},
    {"not_your_date", "You are not on the team of this date.", "No eres del equipo de esta fecha."},
    {"your_date_already", "You are on this date already.", "Ya estás en esta fecha."},
    {"cover_over", "Somebody was quicker, or nobody is needed here any more. Thank you.",
     "Alguien fue más rápida, o aquí ya no hace falta nadie. Gracias."},
    {"topic_unknown", "We can't find this topic.", "No encontramos este tema."},
    {"topic_changed", "Somebody else changed this topic while you did. Please look at both.",
     "Alguien más cambió este tema al mismo tiempo. Por favor, mira las dos versiones."},
    {"store_unavailable", "Something on our side is not working. Please try again in a minute.",
     "Algo no funciona de nuestro lado. Por favor, intenta otra vez en un minuto."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(refusal_code::store_unavailable) + 1);

}  // namespace

void throw_exception_from_error(const refusal&, const boost::source_location&) { std::abort(); }

std::string_view name_of(refusal_code code) { return phrases.at(static_cast<std::size_t>(code)).name; }

std::string_view words_of(refusal_code code, std::string_view language) {
  const phrase& p = phrases.at(static_cast<std::size_t>(code));
  return language == "es" ? p.es : p.en;
}

}  // namespace nightlight::calendar
