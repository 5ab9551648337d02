#include "adapters/sqlite/schema.hpp"

#include <array>
#include <stdexcept>
#include <string>

#include "adapters/sqlite/migrations/0001_logs_and_records.hpp"
#include "adapters/sqlite/migrations/0002_audit_log.hpp"
#include "adapters/sqlite/migrations/0003_bans.hpp"
#include "adapters/sqlite/migrations/0004_paging.hpp"
#include "adapters/sqlite/migrations/0005_calendar.hpp"
#include "adapters/sqlite/migrations/0006_meeting_plans.hpp"
#include "adapters/sqlite/migrations/0007_bans_and_profiles.hpp"
#include "adapters/sqlite/migrations/0008_reminders.hpp"
#include "adapters/sqlite/migrations/0009_figures.hpp"
#include "adapters/sqlite/migrations/0010_cover.hpp"
#include "adapters/sqlite/migrations/0011_topics.hpp"
#include "adapters/sqlite/migrations/0012_own_feeds.hpp"
#include "adapters/sqlite/migrations/0013_incidents.hpp"

namespace nightlight::adapters {
namespace {

// The migration at index i makes schema i + 1. Never change one that was released: add the next.
constexpr std::array all_migrations = {migrations::logs_and_records,
                                       migrations::audit_log,
                                       migrations::bans,
                                       migrations::paging,
                                       migrations::calendar,
                                       migrations::meeting_plans,
                                       migrations::bans_and_profiles,
                                       migrations::reminders,
                                       migrations::figures,
                                       migrations::cover,
                                       migrations::topics,
                                       migrations::own_feeds,
                                       migrations::incidents};

// SQLite's application_id: "NGHT".
constexpr std::int64_t our_application = 0x4e474854;

bool has_tables(connection& db) { return db.must_query_number("SELECT count(*) FROM sqlite_schema") != 0; }

}  // namespace

std::int64_t newest_schema() { return static_cast<std::int64_t>(all_migrations.size()); }

void migrate(connection& db) {
  const std::int64_t found = db.must_query_number("PRAGMA user_version");
  const bool ours = db.must_query_number("PRAGMA application_id") == our_application;
  if (!ours && (found != 0 || has_tables(db))) throw std::runtime_error("it is not a nightlight database");
  if (found > newest_schema()) {
    throw std::runtime_error("it was written by a newer nightlight (schema " + std::to_string(found) +
                             "; this program knows " + std::to_string(newest_schema()) +
                             "): install the newer program again, or restore a backup made before");
  }
  for (std::int64_t next = found + 1; next <= newest_schema(); ++next) {
    db.must_execute("BEGIN IMMEDIATE");
    db.must_execute(all_migrations[static_cast<std::size_t>(next - 1)]);
    db.must_execute("PRAGMA application_id = " + std::to_string(our_application));
    db.must_execute("PRAGMA user_version = " + std::to_string(next));
    db.must_execute("COMMIT");
  }
}

}  // namespace nightlight::adapters
