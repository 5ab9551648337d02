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

}  // namespace nightlight::domain
