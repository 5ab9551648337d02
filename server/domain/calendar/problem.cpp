#include "domain/calendar/problem.hpp"

#include <array>

namespace nightlight::domain::calendar {
namespace {

struct phrase {
  std::string_view name, en, es;
};

// In the order of problem_code.
constexpr std::array<phrase, 31> phrases{{
    {"missing", "Please fill this in.", "Por favor, llena este campo."},
    {"too_long", "This is too long.", "Esto es demasiado largo."},
    {"letters_not_allowed", "This has characters that cannot be shown here.",
     "Esto tiene caracteres que no se pueden mostrar aquí."},
    {"language_unknown", "Please choose English (en) or Spanish (es).", "Por favor, elige inglés (en) o español (es)."},
    {"zone_unknown", "We don't know this time zone. An example is America/Chicago.",
     "No conocemos esta zona horaria. Un ejemplo es America/Chicago."},
    {"time_unreadable", "Please write it like 2026-11-24T19:30.", "Por favor, escríbelo así: 2026-11-24T19:30."},
    {"time_does_not_exist", "Clocks go forward that night and skip this time. Please choose another.",
     "Esa noche se adelanta el reloj y esta hora no existe. Por favor, elige otra."},
    {"rule_unreadable", "We can't read how this repeats. An example is FREQ=WEEKLY;BYDAY=TU.",
     "No entendemos cómo se repite. Un ejemplo es FREQ=WEEKLY;BYDAY=TU."},
    {"rule_within_a_day", "A series meets once a day at most.", "Una serie se reúne una vez al día como máximo."},
    {"rule_has_too_many_days", "This has more than 1,000 meetings. Please give it an earlier end, or none.",
     "Esto tiene más de 1,000 reuniones. Por favor, pon un final antes, o ninguno."},
    {"rule_has_no_day", "This never takes place.", "Esto nunca tiene lugar."},
    {"rule_misses_start", "The first day is not one of the days on which this repeats.",
     "El primer día no es uno de los días en que se repite."},
    {"number_out_of_range", "This number is too small or too large.",
     "Este número es demasiado pequeño o demasiado grande."},
    {"day_unknown", "The series has no meeting on that day.", "La serie no tiene reunión ese día."},
    {"day_taken", "The series has a meeting on that day already.", "La serie ya tiene una reunión ese día."},
    {"day_is_past", "That meeting is over; it stays as it was.", "Esa reunión ya pasó; queda como fue."},
    {"for_all_days_only", "This cannot be changed for one meeting alone.",
     "Esto no se puede cambiar para una sola reunión."},
    {"person_unknown", "Nobody on the team has this account.", "Nadie del equipo tiene esta cuenta."},
    {"topic_unknown", "We can't find this topic.", "No encontramos este tema."},
    {"too_many_exceptions", "This series has 400 changed days. Please start a new one.",
     "Esta serie tiene 400 días cambiados. Por favor, comienza otra."},
    {"address_too_long", "This e-mail address is too long.", "Este correo es demasiado largo."},
    {"address_on_one_line", "Please write the e-mail address on one line.",
     "Por favor, escribe el correo en una sola línea."},
    {"address_not_plain", "Please use plain letters only, without accents.", "Por favor, usa solo letras sin acentos."},
    {"address_is_one", "Please write one e-mail address, with one @.", "Por favor, escribe un solo correo, con una @."},
    {"address_unreadable", "Please write it like name@example.org.", "Por favor, escríbelo así: nombre@example.org."},
    {"choose_one", "Please choose when to be reminded.", "Por favor, elige cuándo te lo recordamos."},
    {"same_person", "She leads this already. Please choose somebody else, or nobody.",
     "Ella ya lo dirige. Por favor, elige a otra persona, o a nadie."},
    {"code_unfit", "A code has 4 to 12 letters or digits.", "Un código tiene de 4 a 12 letras o números."},
    {"profile_unknown", "There is no such kind of room.", "No hay salas de ese tipo."},
    {"topic_put_away", "This topic is put away. Please choose another, or bring it back.",
     "Este tema está retirado. Por favor, elige otro, o tráelo de vuelta."},
    {"choice_unknown", "We don't know this choice.", "No conocemos esta opción."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(problem_code::choice_unknown) + 1);

}  // namespace

std::string_view name_of(problem_code code) { return phrases.at(static_cast<std::size_t>(code)).name; }

std::string_view words_of(problem_code code, std::string_view language) {
  const phrase& p = phrases.at(static_cast<std::size_t>(code));
  return language == "es" ? p.es : p.en;
}

}  // namespace nightlight::domain::calendar
