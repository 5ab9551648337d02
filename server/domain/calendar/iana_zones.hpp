// The zone rules of the machine's IANA database, read by Howard Hinnant's date library. Nothing else includes it.
#pragma once

#include "domain/calendar/zone_rules.hpp"

namespace nightlight::domain::calendar {

class iana_zones final : public zone_rules {
 public:
  // `version` is what the database calls itself: reading it is the machine's side.
  explicit iana_zones(std::string version) : version_(std::move(version)) {}

  const std::string& version() const override { return version_; }
  bool knows(const std::string& zone) const override;
  resolved_time resolve(const std::string& zone, local_time t) const override;
  local_time local_of(const std::string& zone, instant at) const override;
  std::vector<zone_change> changes(const std::string& zone, instant from, instant to) const override;

 private:
  const std::string version_;
};

}  // namespace nightlight::domain::calendar
