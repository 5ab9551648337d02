#include "care/incident_refusal.hpp"

#include <array>
#include <cstdlib>

namespace nightlight::care {
namespace {

struct phrase {
  std::string_view name, en, es;
};

// In the order of incident_refusal_code.
constexpr std::array<phrase, 13> phrases{{
    {"fields_wrong", "Please look at the fields that are marked.", "Por favor, revisa los campos marcados."},
    {"alert_unknown", "This alert is not there any more.", "Este aviso ya no está."},
    {"alert_open", "Nobody has taken this alert yet. Please take it first.",
     "Nadie ha tomado este aviso todavía. Por favor, tómalo primero."},
    {"not_yours", "Somebody else has this alert. She can write it down.",
     "Otra persona tiene este aviso. Ella puede escribirlo."},
    {"written_already", "Somebody has written this down already.", "Alguien ya escribió esto."},
    {"excerpt_too_late", "Her words may be kept for 30 days after the alert. That time is over.",
     "Sus palabras se pueden guardar 30 días después del aviso. Ese tiempo ya pasó."},
    {"incident_unknown", "We can't find this incident.", "No encontramos este incidente."},
    {"decision_unknown", "We can't find this decision.", "No encontramos esta decisión."},
    {"own_decision", "This decision is yours. Somebody else has to sign it.",
     "Esta decisión es tuya. La tiene que firmar otra persona."},
    {"signed_already", "Somebody has signed this decision already.", "Alguien ya firmó esta decisión."},
    {"log_full", "This log is full.", "Este registro está lleno."},
    {"key_reused", "This key was used for something else.", "Esta clave ya se usó para otra cosa."},
    {"store_unavailable", "Something on our side is not working. Please try again in a minute.",
     "Algo no funciona de nuestro lado. Por favor, intenta otra vez en un minuto."},
}};
static_assert(phrases.size() == static_cast<std::size_t>(incident_refusal_code::store_unavailable) + 1);

incident_refusal_code code_of(domain::incident_no why) {
  switch (why) {
    case domain::incident_no::alert_open: return incident_refusal_code::alert_open;
    case domain::incident_no::not_yours: return incident_refusal_code::not_yours;
    case domain::incident_no::decision_unknown: return incident_refusal_code::decision_unknown;
    case domain::incident_no::own_decision: return incident_refusal_code::own_decision;
    case domain::incident_no::signed_already: return incident_refusal_code::signed_already;
    case domain::incident_no::log_full: return incident_refusal_code::log_full;
  }
  std::abort();
}

}  // namespace

incident_refusal::incident_refusal(domain::incident_no why) : code(code_of(why)) {}

void throw_exception_from_error(const incident_refusal&, const boost::source_location&) { std::abort(); }

std::string_view name_of(incident_refusal_code code) { return phrases.at(static_cast<std::size_t>(code)).name; }

std::string_view words_of(incident_refusal_code code, std::string_view language) {
  const phrase& p = phrases.at(static_cast<std::size_t>(code));
  return language == "es" ? p.es : p.en;
}

}  // namespace nightlight::care
