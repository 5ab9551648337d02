#include "transport/client_address.hpp"

#include <algorithm>
#include <charconv>

namespace nightlight::transport {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned mapped_bits = 96;
constexpr std::size_t counted_bytes_v6 = 7;

ip::address_v6 as_v6(const ip::address& address) {
  return address.is_v6() ? address.to_v6() : ip::make_address_v6(ip::v4_mapped, address.to_v4());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_proxy(const ip::address& address, const std::vector<network>& proxies) {
  return std::any_of(proxies.begin(), proxies.end(), [&](const network& n) { return n.contains(address); });
}

// All values of a repeated list field, in order.
std::string joined(const http_request& request, std::string_view name) {
  std::string all;
  for (const http_field& f : request.fields) {
    if (f.name != name) continue;
    if (!all.empty()) all.push_back(',');
    all.append(f.value);
  }
  return all;
}

}  // namespace

std::optional<network> network::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  boost::system::error_code error;
  const ip::address address = ip::make_address(std::string(text.substr(0, slash)), error);
  if (error) return std::nullopt;
  network made;
  made.first_ = as_v6(address);
  if (slash == text.npos) return made;
  const std::string_view digits = text.substr(slash + 1);
  unsigned bits = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  if (wrong != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (bits > (address.is_v4() ? 32U : 128U)) return std::nullopt;
  made.bits_ = address.is_v4() ? mapped_bits + bits : bits;
  return made;
}

bool network::contains(const ip::address& address) const {
  const auto a = as_v6(address).to_bytes();
  const auto b = first_.to_bytes();
  for (unsigned bit = 0; bit < bits_; bit += 8) {
    const unsigned left = std::min(8U, bits_ - bit);
    const auto mask = static_cast<unsigned char>(0xff00U >> left);
    if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) return false;
  }
  return true;
}

came_from client_of(const http_request& request, const ip::address& peer, bool tls,
                    const std::vector<network>& proxies) {
  came_from client{peer, tls};
  if (!is_proxy(peer, proxies)) return client;
  client.secure = tls || trimmed(request.field("x-forwarded-proto")) == "https";
  const std::string chain = joined(request, "x-forwarded-for");
  std::string_view rest = chain;
  while (!rest.empty()) {
    const std::size_t comma = rest.rfind(',');
    const std::string_view last = trimmed(comma == rest.npos ? rest : rest.substr(comma + 1));
    rest = comma == rest.npos ? std::string_view{} : rest.substr(0, comma);
    boost::system::error_code error;
    const ip::address address = ip::make_address(std::string(last), error);
    if (error) break;
    client.address = address;
    if (!is_proxy(address, proxies)) break;
  }
  return client;
}

bool may_speak(const came_from& client, const ip::address& peer) {
  return client.secure || (client.address.is_loopback() && peer.is_loopback());
}

std::string address_prefix(const ip::address& address) {
  const ip::address_v6 v6 = as_v6(address);
  const auto bytes = v6.to_bytes();
  const std::size_t counted = v6.is_v4_mapped() ? bytes.size() : counted_bytes_v6;
  return {reinterpret_cast<const char*>(bytes.data()), counted};
}

}  // namespace nightlight::transport
