#include "accounts/token.hpp"

#include "sealing/digest.hpp"

namespace nightlight::accounts {

token token::random() { return {secret::random(half_bytes), secret::random(half_bytes)}; }

std::optional<token> token::from_bearer(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == text.npos) return std::nullopt;
  token t{secret{std::string(text.substr(0, dot))}, secret{std::string(text.substr(dot + 1))}};
  if (!t.page_half.has_bytes(half_bytes) || !t.cookie_half.has_bytes(half_bytes)) return std::nullopt;
  return t;
}

secret token::bearer() const {
  return secret{std::string(page_half.reveal()) + '.' + std::string(cookie_half.reveal())};
}

sealing::secret_key token::name_key() const {
  constexpr std::string_view purpose = "nightlight session name v1";
  std::string both(bearer().reveal());
  std::string key = sealing::hkdf_sha256(both, {}, purpose, sealing::secret_key::size);
  auto made = sealing::secret_key::from_bytes(key);
  sealing::wipe(both.data(), both.size());
  sealing::wipe(key.data(), key.size());
  return made;
}

}  // namespace nightlight::accounts
