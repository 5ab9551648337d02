// The names under which people keep places: sealed under a key outside the database, each for its own place and person
// alone, so that the database tells nobody who comes; and why somebody of the team cannot.
#pragma once

#include <string>

#include "base/private_text.hpp"
#include "ports/calendar_records.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::calendar {

class place_names {
 public:
  // Finds or makes "places.key" in `keys_dir`, which is there and private. Throws std::runtime_error in words for the
  // operator.
  explicit place_names(const std::string& keys_dir);

  // Any thread. A series that was divided keeps the names of its places, so they are bound to the day and the person.
  std::string seal(const meeting_name& meeting, const person_id& person, const private_text& name) const;
  // Empty when it cannot be opened: another key, another place.
  private_text open(const place_row& row) const;

  // What somebody of the team says as she asks for cover.
  std::string seal_cover(const meeting_name& meeting, const person_id& person, const private_text& words) const;
  private_text open(const cover_row& row) const;

  static void forget(const std::string& keys_dir);

 private:
  const sealing::secret_key key_;
};

// Accounts as the API names them: in hex. What is no account's name becomes one that nobody has.
std::string text_of(const person_id& person);
person_id person_of(const std::string& text);

}  // namespace nightlight::calendar
