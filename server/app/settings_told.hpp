// What SettingsService tells admins of the configuration: the options that matter to them, each under its key, and of
// what could be misused only that it is set. An option that is not named here is told to nobody.
#pragma once

#include "app/config.hpp"
#include "nightlight/api/v1/settings.pb.h"

namespace nightlight::app {

// All but what the store knows. Reads the files of data, so it may wait for a disk.
api::v1::GetSettingsResponse settings_told(const config& c, const std::string& zone_rules);

}  // namespace nightlight::app
