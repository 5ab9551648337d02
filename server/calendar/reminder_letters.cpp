#include "calendar/reminder_letters.hpp"

#include "calendar/place_names.hpp"
#include "domain/calendar/spoken_time.hpp"
#include "domain/mail/mail_address.hpp"
#include "domain/mail/mail_text.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::occurrence;

// What is true of the meeting when the letter goes out.
struct meeting_now {
  std::optional<occurrence> on;
  std::optional<place_row> hers;
};

result<meeting_now> look_up(const desk& d, const letter_about& about, const person_id& person) {
  meeting_now now;
  auto hers = d.kept().find_place(about.meeting, person);
  if (!hers) return hers.error();
  now.hers = std::move(*hers);
  const auto s = d.kept().find_series(about.meeting.series);
  if (!s) return s.error();
  if (*s) now.on = domain::calendar::occurrence_on(**s, about.meeting.day, d.zones, d.off);
  return now;
}

bool is_still_true(const desk& d, const letter_about& about, const meeting_now& now) {
  const bool as_told = now.on && !now.on->cancelled && now.on->starts_at == about.starts_at;
  switch (about.kind) {
    case letter_kind::reminder: return as_told && now.hers && !now.hers->waiting && d.now < now.on->ends_at;
    case letter_kind::moved: return as_told && now.hers && d.now < now.on->ends_at;
    case letter_kind::cancelled: return !as_told && d.now < about.starts_at;
    case letter_kind::offer:
      return as_told && now.hers && now.hers->answer_by == about.answer_by && d.now < about.answer_by;
    case letter_kind::short_of_staff: return false;  // the team's
  }
  return false;
}

// Everything a letter is put together from.
struct parts {
  std::string subject, sentence, come_back, stop_words;
  std::string link, stop;
};

parts parts_of(const reminder_words& say, const std::string& site, const reached_by& how) {
  const bool spanish = say.language == "es";
  parts p{subject_of(say),
          sentence_of(say),
          spanish ? "Abrir" : "Open",
          spanish ? "No recibir más correos" : "Stop these e-mails",
          site + "/#/calendar",
          site + "/stop/"};
  if (!how.link.empty()) p.link = site + "/#/back/" + std::string(how.link.reveal());
  p.stop += how.stop.reveal();
  return p;
}

std::string plain_body(const parts& p) {
  return p.sentence + "\n\n" + p.come_back + ": " + p.link + "\n\n" + p.stop_words + ": " + p.stop + "\n";
}

std::string link_to(const std::string& address, const std::string& words) {
  return "<p><a href=\"" + domain::html_text(address) + "\">" + domain::html_text(words) + "</a></p>\n";
}

std::string html_body(const parts& p, const std::string& language) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n";
  out += "<p>" + domain::html_text(p.sentence) + "</p>\n" + link_to(p.link, p.come_back);
  return out + link_to(p.stop, p.stop_words) + "</body>\n</html>\n";
}

std::string part(const std::string& boundary, const std::string& kind, const std::string& body) {
  return "--" + boundary + "\r\nContent-Type: text/" + kind +
         "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + domain::quoted_printable(body) +
         "\r\n";
}

std::string mail_of(const page_row& page, const parts& p, const std::string& language, const std::string& from,
                    const std::string& to) {
  const std::string boundary = "=_" + page.id;
  const std::string domain_of_ours = from.substr(from.find('@') + 1);
  std::string text = "Date: " + domain::mail_date(page.at) + "\r\nFrom: <" + from + ">\r\nTo: <" + to + ">\r\n";
  text += "Subject: " + domain::mail_header_words(p.subject) + "\r\n";
  text += "Message-ID: <" + page.id + "@" + domain_of_ours + ">\r\nAuto-Submitted: auto-generated\r\n";
  // RFC 2369 and RFC 8058: one tap in her mail program, without a page.
  text += "List-Unsubscribe: <" + p.stop + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  text += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  text += part(boundary, "plain", plain_body(p)) + part(boundary, "html", html_body(p, language));
  return text + "--" + boundary + "--\r\n";
}

}  // namespace

std::string subject_of(const reminder_words& say) {
  const bool spanish = say.language == "es";
  const std::string title = say.title.empty() ? "" : say.title + ", ";
  const std::string when = title + domain::calendar::spoken_from(say.today, say.starts, say.language);
  switch (say.kind) {
    case letter_kind::reminder: return (spanish ? "Recordatorio: " : "Reminder: ") + when;
    case letter_kind::moved: return (spanish ? "Nueva hora: " : "New time: ") + when;
    case letter_kind::cancelled: return (spanish ? "Cancelado: " : "Cancelled: ") + when;
    case letter_kind::offer:
    case letter_kind::short_of_staff: break;
  }
  const std::string by = domain::calendar::spoken_from(say.today, say.answer_by, say.language);
  return (spanish ? "Por favor, responde antes de: " : "Please answer by: ") + by;
}

std::string sentence_of(const reminder_words& say) {
  const bool spanish = say.language == "es";
  const std::string title = say.title.empty() ? "" : say.title + ", ";
  const std::string day = domain::calendar::spoken_day(domain::calendar::day_of(say.starts), say.language);
  const std::string when = title + domain::calendar::spoken_clock(say.starts, say.language) + ", " + day + ".";
  switch (say.kind) {
    case letter_kind::reminder: return (spanish ? "Este es tu recordatorio: " : "This is your reminder: ") + when;
    case letter_kind::moved:
      return (spanish ? "La hora cambió. Ahora es: " : "The time has changed. It is now: ") + when;
    case letter_kind::cancelled: return (spanish ? "Esto no tendrá lugar: " : "This does not take place: ") + when;
    case letter_kind::offer:
    case letter_kind::short_of_staff: break;
  }
  const std::string by = domain::calendar::spoken_from(say.today, say.answer_by, say.language);
  return (spanish ? "Hay un lugar para ti: " : "A place is free for you: ") + when +
         (spanish ? " Lo guardamos hasta: " : " We keep it for you until: ") + by + ".";
}

result<std::optional<letter>> reminder_letters::write(records& r, const page_row& page) const {
  const desk d{r, zones_, off_, clock_.now()};
  const person_id person = person_of(page.recipient);
  const auto wish = d.kept().find_reminder(person);
  if (!wish) return wish.error();
  if (!*wish) return std::optional<letter>{};
  const auto how = box_.open(person, (*wish)->sealed);
  if (!how || domain::check_mail_address(how->address.reveal())) return std::optional<letter>{};
  const auto say = words_for(d, page, **wish);
  if (!say) return say.error();
  if (!*say) return std::optional<letter>{};
  const parts p = parts_of(**say, head_.site, *how);
  std::string to(how->address.reveal());
  std::string text = mail_of(page, p, (*wish)->language, head_.from, to);
  return std::optional(letter{std::move(to), std::move(text)});
}

result<std::optional<reminder_words>> reminder_letters::words_for(const desk& d, const page_row& page,
                                                                  const reminder_row& wish) const {
  const auto about = about_of(page.about);
  if (!about) return std::optional<reminder_words>{};
  const std::string zone = !wish.zone.empty() && zones_.knows(wish.zone) ? wish.zone : about->zone;
  const auto now = look_up(d, *about, wish.person);
  if (!now) return now.error();
  if (!is_still_true(d, *about, *now) || !zones_.knows(zone)) return std::optional<reminder_words>{};
  reminder_words say;
  say.kind = about->kind;
  say.language = wish.language;
  if (wish.with_title && now->on) say.title = now->on->title;
  say.starts = zones_.local_of(zone, about->starts_at);
  say.answer_by = zones_.local_of(zone, about->answer_by);
  // As of when it came about: a letter that is tried again says the same.
  say.today = domain::calendar::day_of(zones_.local_of(zone, page.at));
  return std::optional(std::move(say));
}

result<void> reminder_letters::refused(records& r, const page_row& page) const {
  return r.calendar().delete_reminder(person_of(page.recipient));
}

}  // namespace nightlight::calendar
