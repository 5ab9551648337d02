#include "paging/letters.hpp"

#include <chrono>
#include <utility>

#include "domain/mail/mail_text.hpp"
#include "domain/text/padded.hpp"
#include "sealing/digest.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::paging {
namespace {

using namespace std::chrono;

constexpr std::string_view hex_digits = "0123456789ABCDEF";

// A moment in UTC, taken apart.
struct moment {
  explicit moment(instant t)
      : whole(sys_time<nightlight::milliseconds>{t.time_since_epoch()}),
        day(floor<days>(whole)),
        date(day),
        clock(floor<std::chrono::seconds>(whole - day)) {}

  sys_time<nightlight::milliseconds> whole;
  sys_days day;
  year_month_day date;
  hh_mm_ss<std::chrono::seconds> clock;

  std::string year() const { return std::to_string(static_cast<int>(date.year())); }
  std::string month() const { return domain::padded(static_cast<unsigned>(date.month()), 2); }
  std::string day_of_month() const { return domain::padded(static_cast<unsigned>(date.day()), 2); }
  std::string minutes() const {
    return domain::padded(clock.hours().count(), 2) + ":" + domain::padded(clock.minutes().count(), 2);
  }
  std::string seconds() const { return minutes() + ":" + domain::padded(clock.seconds().count(), 2); }

  std::string iso() const { return year() + "-" + month() + "-" + day_of_month() + "T" + seconds() + "Z"; }
  std::string words() const { return year() + "-" + month() + "-" + day_of_month() + " " + minutes() + " UTC"; }
};

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < ' ') {
      const auto byte = static_cast<unsigned char>(c);
      out += std::string("\\u00") + hex_digits[byte >> 4] + hex_digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

struct wording {
  std::string_view needed, nobody_by, sign_in;
};
constexpr wording short_english{"An evening needs one more of the team", "It begins within the hour. Seen at ",
                                "Please sign in: "};
constexpr wording short_spanish{"A una noche le falta alguien del equipo",
                                "Comienza en menos de una hora. Visto a las ", "Por favor, inicia sesión: "};
constexpr wording english{"Someone is needed in a room", "Nobody had answered by ", "Please sign in: "};
constexpr wording spanish{"Hace falta alguien en una sala", "Nadie había respondido hasta ",
                          "Por favor, inicia sesión: "};

const wording& wording_of(const page_row& page, const letterhead& head) {
  const bool is_short = page.kind == page_kind::staff_mail;
  if (head.language == "es") return is_short ? short_spanish : spanish;
  return is_short ? short_english : english;
}

}  // namespace

std::string message_id(const page_row& page, const letterhead& head) {
  return "<" + page.id + "@" + head.from.substr(head.from.find('@') + 1) + ">";
}

letter letter_for(const page_row& page, const letterhead& head, std::string to) {
  const wording& say = wording_of(page, head);
  const std::string& link = page.kind == page_kind::staff_mail ? head.plan : head.link;
  const moment at(page.at);
  std::string subject = head.organisation + ": " + std::string(say.needed);
  std::string body = std::string(say.needed) + ".\n";
  body += std::string(say.nobody_by) + at.words() + ".\n\n";
  body += std::string(say.sign_in) + link + "\n\n" + head.organisation + "\n";
  std::string text = "Date: " + domain::mail_date(page.at) + "\r\nFrom: <" + head.from + ">\r\nTo: <" + to + ">\r\n";
  text += "Subject: " + domain::mail_header_words(subject) + "\r\nMessage-ID: " + message_id(page, head) + "\r\n";
  text += "Auto-Submitted: auto-generated\r\nImportance: high\r\nMIME-Version: 1.0\r\n";
  text += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
  return {std::move(to), text + domain::quoted_printable(body)};
}

webhook_call call_for(const page_row& page, const letterhead& head, std::string url, std::string_view secret,
                      instant now) {
  std::string body = R"({"id":)" + json_text(page.id) + R"(,"kind":"someone_is_needed","organisation":)";
  body += json_text(head.organisation) + R"(,"at":)" + json_text(moment(page.at).iso());
  body += R"(,"link":)" + json_text(head.link) + "}";
  std::string signature = signature_of(body, secret, now);
  return {std::move(url), std::move(body), std::move(signature)};
}

std::string signature_of(std::string_view body, std::string_view secret, instant now) {
  const std::string t = std::to_string(to_unix_ms(now) / 1000);
  const std::string mac = sealing::hmac_sha256(secret, t + "." + std::string(body));
  return "t=" + t + ",v1=" + sealing::to_hex(mac);
}

}  // namespace nightlight::paging
