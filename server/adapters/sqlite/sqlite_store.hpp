// The store of records in SQLite: the face of sqlite_database that accounts, jobs and commands see. Units of work run
// and complete on the database's thread, each in a savepoint of the group's transaction.
#pragma once

#include "adapters/sqlite/sqlite_database.hpp"
#include "ports/store.hpp"

namespace nightlight::adapters {

class sqlite_store final : public store {
 public:
  // `database` outlives this.
  explicit sqlite_store(sqlite_database& database) : database_(database) {}

  void transact(work unit, completion done) override;
  bool healthy() const override { return database_.healthy(); }

 private:
  sqlite_database& database_;
};

}  // namespace nightlight::adapters
