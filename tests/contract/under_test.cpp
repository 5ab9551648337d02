#include "contract/under_test.hpp"

#include "adapters/memory/memory_room_log.hpp"
#include "adapters/memory/memory_store.hpp"
#include "adapters/sqlite/sqlite_room_log.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "support/temporary_directory.hpp"

namespace nightlight::contract {
namespace {

class in_memory final : public technology {
 public:
  room_log& log() override { return log_; }
  store& kept() override { return store_; }

 private:
  adapters::memory_room_log log_;
  adapters::memory_store store_;
};

class in_sqlite final : public technology {
 public:
  room_log& log() override { return log_; }
  store& kept() override { return store_; }

 private:
  nightlight::testing::temporary_directory directory_;
  adapters::sqlite_database database_{{.path = directory_.file("nightlight.db")}};
  adapters::sqlite_room_log log_{database_};
  adapters::sqlite_store store_{database_};
};

}  // namespace

std::vector<named_technology> all_technologies() {
  return {{"memory", [] { return std::make_unique<in_memory>(); }},
          {"sqlite", [] { return std::make_unique<in_sqlite>(); }}};
}

}  // namespace nightlight::contract
