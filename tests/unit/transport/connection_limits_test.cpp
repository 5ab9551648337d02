#include "transport/connection_limits.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace nightlight::transport {
namespace {

using ticket = connection_limits::ticket;

std::optional<ticket> admit(connection_limits& limits, const char* address) {
  return limits.admit(boost::asio::ip::make_address(address));
}

TEST(connection_limits_, hold_for_all_addresses_together) {
  connection_limits limits(2, 0);
  const std::optional<ticket> first = admit(limits, "192.0.2.1");
  std::optional<ticket> second = admit(limits, "192.0.2.2");
  EXPECT_FALSE(admit(limits, "192.0.2.3"));
  second.reset();
  EXPECT_TRUE(admit(limits, "192.0.2.3"));
  EXPECT_EQ(limits.total(), 1u);
}

TEST(connection_limits_, hold_for_one_ipv4_address) {
  connection_limits limits(100, 1);
  std::optional<ticket> first = admit(limits, "192.0.2.1");
  EXPECT_FALSE(admit(limits, "192.0.2.1"));
  EXPECT_TRUE(admit(limits, "192.0.2.2"));
  first.reset();
  EXPECT_TRUE(admit(limits, "192.0.2.1"));
}

TEST(connection_limits_, take_an_ipv4_address_for_the_same_in_ipv6_clothes) {
  connection_limits limits(100, 1);
  const std::optional<ticket> first = admit(limits, "192.0.2.1");
  EXPECT_FALSE(admit(limits, "::ffff:192.0.2.1"));
}

TEST(connection_limits_, hold_for_the_64_bits_of_an_ipv6_network) {
  connection_limits limits(100, 1);
  const std::optional<ticket> first = admit(limits, "2001:db8:1:2::1");
  EXPECT_FALSE(admit(limits, "2001:db8:1:2:ffff::9"));
  EXPECT_TRUE(admit(limits, "2001:db8:1:3::1"));
}

TEST(connection_limits_, do_not_look_at_addresses_when_told_so) {
  connection_limits limits(100, 0);
  const std::optional<ticket> first = admit(limits, "192.0.2.1");
  EXPECT_TRUE(admit(limits, "192.0.2.1"));
}

TEST(connection_limits_, count_a_moved_ticket_once) {
  connection_limits limits(100, 1);
  std::optional<ticket> first = admit(limits, "192.0.2.1");
  ticket moved = std::move(*first);
  first.reset();
  EXPECT_EQ(limits.total(), 1u);
  moved = ticket();
  EXPECT_EQ(limits.total(), 0u);
}

}  // namespace
}  // namespace nightlight::transport
