// Brings a database to the newest schema. Migrations are numbered and go forward only; each is one transaction that
// also records its number, so one that was interrupted never happened and is done again.
#pragma once

#include <cstdint>

#include "adapters/sqlite/connection.hpp"

namespace nightlight::adapters {

// The newest schema this program knows.
std::int64_t newest_schema();

// Throws std::runtime_error, in words for the operator, when the database is not ours or comes from a newer program.
void migrate(connection& db);

}  // namespace nightlight::adapters
