// How many connections may be open at once, in all and from one address prefix (one IPv4 address, one IPv6 /64: what a
// household has). Counts, keeps no other trace of an address, and is safe to use from any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace nightlight::transport {

class connection_limits {
 public:
  // A place taken; given back when destroyed. A default-made one is no place.
  class ticket {
   public:
    ticket() = default;
    ticket(ticket&& other) noexcept : of_(std::exchange(other.of_, nullptr)), prefix_(other.prefix_) {}
    ticket& operator=(ticket&& other) noexcept {
      std::swap(of_, other.of_);
      std::swap(prefix_, other.prefix_);
      return *this;
    }
    ~ticket() {
      if (of_ != nullptr) of_->leave(prefix_);
    }

   private:
    friend class connection_limits;
    ticket(connection_limits& of, std::uint64_t prefix) : of_(&of), prefix_(prefix) {}
    connection_limits* of_ = nullptr;
    std::uint64_t prefix_ = 0;
  };

  // Zero for `per_prefix_max`: not limited by address, as behind a proxy whose address is everyone's.
  connection_limits(std::size_t total_max, std::size_t per_prefix_max)
      : total_max_(total_max), per_prefix_max_(per_prefix_max) {}
  connection_limits(const connection_limits&) = delete;
  connection_limits& operator=(const connection_limits&) = delete;

  // Nothing when there is no place.
  std::optional<ticket> admit(const boost::asio::ip::address& from);
  std::size_t total() const;

 private:
  void leave(std::uint64_t prefix);

  const std::size_t total_max_;
  const std::size_t per_prefix_max_;
  mutable std::mutex mutex_;
  std::size_t total_ = 0;
  std::unordered_map<std::uint64_t, std::size_t> by_prefix_;  // never holds a zero
};

}  // namespace nightlight::transport
