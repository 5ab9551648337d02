#include "adapters/sqlite/sqlite_store.hpp"

#include <memory>
#include <utility>

namespace nightlight::adapters {
namespace {

class unit_task final : public sqlite_task {
 public:
  unit_task(store::work unit, store::completion done)
      : sqlite_task(kind::write), unit_(std::move(unit)), done_(std::move(done)) {}

  step run(sqlite_tables& tables) override {
    if (tables.db.execute("SAVEPOINT unit") != SQLITE_OK) return step::broken;
    outcome_ = unit_(tables.kept);
    // A failure of the store counts even when the unit has not noticed it.
    if (tables.kept.take_broken()) return step::broken;
    if (outcome_) return tables.db.execute("RELEASE unit") == SQLITE_OK ? step::kept : step::broken;
    return tables.db.execute("ROLLBACK TO unit; RELEASE unit") == SQLITE_OK ? step::undone : step::broken;
  }

  void complete(bool done) override {
    if (!done) outcome_ = failure::store_unavailable;
    done_(outcome_);
  }

 private:
  store::work unit_;
  store::completion done_;
  result<void> outcome_ = failure::store_unavailable;
};

}  // namespace

void sqlite_store::transact(work unit, completion done) {
  database_.submit(std::make_unique<unit_task>(std::move(unit), std::move(done)));
}

}  // namespace nightlight::adapters
