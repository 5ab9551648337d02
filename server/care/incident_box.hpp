// What seals incidents: a random key for each record and another for its excerpt, files of their own in `keys_dir`, so
// that each ends at its own time in every copy of the database. The log of decisions lies under the record's key.
#pragma once

#include <string>
#include <string_view>

#include "base/private_text.hpp"
#include "domain/incident/incident.hpp"
#include "ports/incident_records.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::care {

enum class incident_part : std::uint8_t { record, excerpt };

// Calls touch the disk and block.
class incident_box {
 public:
  // `keys_dir` is there and private. Finds or makes "incidents.key" in it; throws std::runtime_error in words for the
  // operator.
  explicit incident_box(std::string keys_dir);

  // Returns once the key survives loss of power. One that is left without a row opens nothing.
  result<void> keep_key(const incident_id& id, incident_part part, const sealing::secret_key& key) const;
  // failure::key_destroyed when it is gone.
  result<sealing::secret_key> find_key(const incident_id& id, incident_part part) const;
  // Doing it twice is not an error.
  result<void> destroy_key(const incident_id& id, incident_part part) const;

  // What tells two requests apart and says nothing about their words.
  std::string fingerprint(std::string_view request) const;

  static void forget(const std::string& keys_dir);

 private:
  const std::string keys_dir_;
  const sealing::secret_key requests_;
};

// Each opens only where it was sealed: failure::corrupt anywhere else.
std::string seal_record(const sealing::secret_key& key, const incident_id& id, const domain::incident& what);
std::string seal_excerpt(const sealing::secret_key& key, const incident_id& id, const private_text& words);
std::string seal_entry(const sealing::secret_key& key, const incident_id& id, std::uint32_t number,
                       const domain::log_entry& entry);
result<domain::incident> open_record(const sealing::secret_key& key, const incident_row& row);
result<private_text> open_excerpt(const sealing::secret_key& key, const incident_row& row);
result<domain::log_entry> open_entry(const sealing::secret_key& key, const incident_entry_row& row);

}  // namespace nightlight::care
