// Where a request really came from. Forwarded addresses are believed only from declared proxies, and only up to the
// last one: what stands left of it was written by whoever wanted to (rightmost address that is not a proxy of ours).
#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "transport/http_message.hpp"

namespace nightlight::transport {

// An address, or all addresses that share their first bits: "10.0.0.0/8", "::1".
class network {
 public:
  static std::optional<network> parse(std::string_view text);
  bool contains(const boost::asio::ip::address& address) const;

 private:
  boost::asio::ip::address_v6 first_;  // IPv4 as mapped
  unsigned bits_ = 128;
};

struct came_from {
  boost::asio::ip::address address;
  bool secure = false;  // TLS here, or at the declared proxy
};

// `peer` is the other end of the socket, `tls` whether the socket itself speaks TLS.
came_from client_of(const http_request& request, const boost::asio::ip::address& peer, bool tls,
                    const std::vector<network>& proxies);

// Words may travel: TLS, or plain text that never leaves this machine or came over a declared proxy's TLS.
bool may_speak(const came_from& client, const boost::asio::ip::address& peer);

// What limits are counted by: an IPv4 address, or the first 56 bits of an IPv6 one. Raw bytes, for memory only.
std::string address_prefix(const boost::asio::ip::address& address);

}  // namespace nightlight::transport
