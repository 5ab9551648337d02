#include "transport/stop_page.hpp"

#include "accounts/guidelines.hpp"
#include "async/store_work.hpp"
#include "calendar/reminders.hpp"

namespace nightlight::transport {
namespace {

constexpr std::string_view folder = "/stop/";

struct words {
  std::string_view language, title, ask, stop, stopped, later;
};
constexpr words english{"en",
                        "E-mails",
                        "Do you want no more e-mails?",
                        "Stop the e-mails",
                        "Done. You will get no more e-mails.",
                        "This does not work just now. Please try again later."};
constexpr words spanish{"es",
                        "Correos",
                        "¿No quieres recibir más correos?",
                        "No recibir más correos",
                        "Listo. Ya no recibirás más correos.",
                        "Ahora no funciona. Por favor, intenta más tarde."};

http_response page(unsigned status, const words& say, const std::string& inside) {
  http_response response;
  response.status = status;
  response.fields.push_back({"Content-Type", "text/html; charset=utf-8"});
  response.body =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(say.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  response.body += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  response.body += "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n";
  response.body += "<title>" + std::string(say.title) + "</title>\n</head>\n<body>\n<main>\n";
  response.body += inside + "</main>\n</body>\n</html>\n";
  return response;
}

std::string paragraph(std::string_view text) { return "<p>" + std::string(text) + "</p>\n"; }

// Without an action the form goes to the address of the page itself, so the token is written nowhere else.
std::string button(const words& say) {
  return paragraph(say.ask) + "<form method=\"post\">\n<button>" + std::string(say.stop) + "</button>\n</form>\n";
}

}  // namespace

bool is_stop_path(std::string_view path) {
  return path.starts_with(folder) && calendar::is_stop_token(path.substr(folder.size()));
}

public_pages stop_page::pages() {
  return {is_stop_path, [this](async::executor ex, const http_request& request) { return async_answer(ex, request); },
          is_stop_path};
}

async::task<http_response> stop_page::async_answer(async::executor ex, const http_request& request) {
  const bool in_spanish = accounts::spoken_language(request.field("accept-language")) == "es";
  const words& say = in_spanish ? spanish : english;
  if (request.method != "POST") co_return page(200, say, button(say));
  private_text token{request.path.substr(folder.size())};
  auto stopping = async::async_transact(ex, parts_.rows, [parts = parts_, token = std::move(token)](records& r) {
    return calendar::stop_by_token({r, parts.zones, parts.off, parts.clock.now()}, token);
  });
  const result<void> stopped = co_await std::move(stopping);
  if (!stopped) co_return page(503, say, paragraph(say.later));
  co_return page(200, say, paragraph(say.stopped));
}

}  // namespace nightlight::transport
