#include "transport/connection_limits.hpp"

#include <cassert>

namespace nightlight::transport {
namespace {

// The first eight bytes of an IPv6 address; an IPv4 address in the part of that space that is reserved (RFC 4291).
std::uint64_t prefix_of(const boost::asio::ip::address& address) {
  namespace ip = boost::asio::ip;
  if (address.is_v4()) return address.to_v4().to_uint();
  const ip::address_v6 v6 = address.to_v6();
  if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_uint();
  std::uint64_t prefix = 0;
  const ip::address_v6::bytes_type bytes = v6.to_bytes();
  for (std::size_t i = 0; i < 8; ++i) prefix = prefix << 8 | bytes[i];
  return prefix;
}

}  // namespace

std::optional<connection_limits::ticket> connection_limits::admit(const boost::asio::ip::address& from) {
  const std::uint64_t prefix = prefix_of(from);
  const std::lock_guard lock(mutex_);
  if (total_ >= total_max_) return std::nullopt;
  if (per_prefix_max_ > 0) {
    const auto found = by_prefix_.find(prefix);
    if (found != by_prefix_.end() && found->second >= per_prefix_max_) return std::nullopt;
    ++by_prefix_[prefix];
  }
  ++total_;
  return ticket(*this, prefix);
}

std::size_t connection_limits::total() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

void connection_limits::leave(std::uint64_t prefix) {
  const std::lock_guard lock(mutex_);
  assert(total_ > 0);
  --total_;
  if (per_prefix_max_ == 0) return;
  const auto found = by_prefix_.find(prefix);
  assert(found != by_prefix_.end());
  if (--found->second == 0) by_prefix_.erase(found);
}

}  // namespace nightlight::transport
