// Zone rules that a test makes up: one zone with one offset, which a newer version of the rules may change. For what
// must happen when governments decide something.
#pragma once

#include <string>

#include "domain/calendar/zone_rules.hpp"

namespace nightlight::testing {

class fixed_zones final : public domain::calendar::zone_rules {
 public:
  fixed_zones(std::string version, std::chrono::hours east) : version_(std::move(version)), offset_(east) {}

  const std::string& version() const override { return version_; }
  bool knows(const std::string& zone) const override { return zone == "Test/Zone"; }
  domain::calendar::resolved_time resolve(const std::string&, domain::calendar::local_time t) const override {
    return {instant{t.time_since_epoch() - offset_}, offset_, false, false};
  }
  domain::calendar::local_time local_of(const std::string&, instant at) const override {
    return domain::calendar::local_time{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()) + offset_};
  }
  std::vector<domain::calendar::zone_change> changes(const std::string&, instant from, instant) const override {
    return {{from, offset_, offset_, false, "TST"}};
  }

 private:
  const std::string version_;
  const seconds offset_;
};

}  // namespace nightlight::testing
