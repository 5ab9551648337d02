#include "accounts/denial.hpp"

#include <array>
#include <cstdlib>

namespace nightlight::accounts {
namespace {

struct phrase {
  std::string_view name, en, es;
};

// In the order of denial_code.
constexpr std::array<phrase, 25> phrases{{
    {"by_rule", "", ""},
    {"invitation_unknown", "We don't know this link. Please ask for a new one.",
     "No conocemos este enlace. Por favor, pide uno nuevo."},
    {"invitation_spent",
     "This link was used already. If that was you, come in on the same phone, or ask the team for a new one.",
     "Este enlace ya se usó. Si fuiste tú, entra desde el mismo teléfono o pide uno nuevo al equipo."},
    {"invitation_expired", "This link is too old. Please ask for a new one.",
     "Este enlace ya venció. Por favor, pide uno nuevo."},
    {"guidelines_changed", "Our guidelines have changed. Please read them once more.",
     "Nuestras reglas cambiaron. Por favor, léelas una vez más."},
    {"wrong_name_or_password", "That name and password do not go together.",
     "Ese nombre y esa contraseña no coinciden."},
    {"second_factor_needed", "This account also needs a code from your phone.",
     "Esta cuenta también necesita un código de tu teléfono."},
    {"too_busy", "We have a lot to do right now. Please try again in a moment.",
     "Ahora tenemos mucho que hacer. Por favor, intenta otra vez en un momento."},
    {"too_often", "That was too many tries. Please wait a little.",
     "Fueron demasiados intentos. Por favor, espera un poco."},
    {"not_signed_in", "Your place here has ended. Please come in again with your link.",
     "Tu lugar aquí terminó. Por favor, entra otra vez con tu enlace."},
    {"staff_only", "Only the team can do that.", "Solo el equipo puede hacer eso."},
    {"room_unknown", "We can't find that room.", "No encontramos esa sala."},
    {"title_not_allowed", "A room's title needs 2 to 60 letters, on one line.",
     "El título de la sala necesita de 2 a 60 letras, en una sola línea."},
    {"language_unknown", "A room speaks English (en) or Spanish (es).", "Una sala habla inglés (en) o español (es)."},
    {"number_out_of_range", "One of the numbers is too large.", "Uno de los números es demasiado grande."},
    {"profile_unknown", "There is no such kind of room.", "No hay salas de ese tipo."},
    {"banned", "The team has asked you to stay out of this room for now. If that is a mistake, please write to them.",
     "Por ahora el equipo te pidió no entrar a esta sala. Si es un error, escríbele, por favor."},
    {"ban_unknown", "That ban is over already.", "Ese veto ya terminó."},
    {"admins_only", "Only admins can do that.", "Solo la administración puede hacer eso."},
    {"account_unknown", "We can't find this account.", "No encontramos esta cuenta."},
    {"account_name_not_allowed", "A name needs 2 to 60 letters, on one line.",
     "Un nombre necesita de 2 a 60 letras, en una sola línea."},
    {"account_name_taken", "There is an account with this name already, or with one that looks like it.",
     "Ya hay una cuenta con este nombre, o con uno muy parecido."},
    {"role_unknown", "Please choose what this person does.", "Por favor, elige qué hace esta persona."},
    {"last_admin", "Nobody else is an admin. Please make somebody else one first.",
     "Nadie más es de la administración. Por favor, nombra primero a otra persona."},
    {"store_unavailable", "Something on our side is not working. Please try again in a minute.",
     "Algo no funciona de nuestro lado. Por favor, intenta otra vez en un minuto."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(denial_code::store_unavailable) + 1);

}  // namespace

void throw_exception_from_error(const denial&, const boost::source_location&) { std::abort(); }

std::string_view name_of(const denial& d) {
  if (d.code == denial_code::by_rule) return domain::code_name(d.rule);
  return phrases.at(static_cast<std::size_t>(d.code)).name;
}

std::string words_of(const denial& d, std::string_view language) {
  if (d.code == denial_code::by_rule) return domain::words_of({d.rule, d.retry_after}, language);
  const phrase& p = phrases.at(static_cast<std::size_t>(d.code));
  return std::string(language == "es" ? p.es : p.en);
}

}  // namespace nightlight::accounts
