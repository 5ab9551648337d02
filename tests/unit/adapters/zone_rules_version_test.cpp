#include "adapters/system/zone_rules_version.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace nightlight::adapters {
namespace {

TEST(zone_rules_version, is_what_the_database_calls_itself) {
  const testing::temporary_directory folder;
  EXPECT_EQ(zone_rules_version(folder.path()), "unknown");
  std::ofstream(folder.file("+VERSION")) << "2024a\n";
  EXPECT_EQ(zone_rules_version(folder.path()), "2024a");
  std::ofstream(folder.file("tzdata.zi")) << "# version 2025b\nR A 1 o\n";
  EXPECT_EQ(zone_rules_version(folder.path()), "2025b");
}

TEST(zone_rules_version, of_this_machine_is_known) { EXPECT_EQ(zone_rules_version().substr(0, 2), "20"); }

}  // namespace
}  // namespace nightlight::adapters
