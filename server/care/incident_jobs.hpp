// The stored jobs that end an incident: its excerpt first, then all of it. The subject is the incident's id in hex.
#pragma once

#include <array>
#include <string_view>

namespace nightlight::care {

inline constexpr std::string_view forget_excerpt_job = "forget_incident_excerpt";
inline constexpr std::string_view forget_incident_job = "forget_incident";
inline constexpr std::array incident_jobs{forget_excerpt_job, forget_incident_job};

}  // namespace nightlight::care
