#include "app/demo.hpp"

#include <stdexcept>

#include "app/demo_evening.hpp"
#include "app/store_call.hpp"

namespace nightlight::app {
namespace {

constexpr const char* setting = "demo";

void expect(const result<void>& done) {
  if (!done) throw std::runtime_error("the store did not answer: " + done.error().message());
}

}  // namespace

std::optional<instant> demo_began(store& s) {
  std::optional<std::string> value;
  const auto unit = [&](records& r) -> result<void> {
    auto found = r.get_setting(setting);
    if (!found) return found.error();
    value = std::move(*found);
    return {};
  };
  expect(transact_and_wait(s, unit));
  if (!value) return std::nullopt;
  return from_unix_ms(std::stoll(*value));
}

void mark_as_demo(store& s, instant began) {
  expect(transact_and_wait(s, [&](records& r) { return r.put_setting(setting, std::to_string(to_unix_ms(began))); }));
}

std::vector<std::string> demo_origins(std::uint16_t port) {
  std::vector<std::string> out;
  for (const demo_guest& guest : demo_guests()) {
    out.push_back("http://" + std::string(guest.host) + ".localhost:" + std::to_string(port));
  }
  return out;
}

}  // namespace nightlight::app
