// What leads to somebody who wants to be reminded: her address, the link that brings her back, and the token that stops
// the mails. Sealed under a key of its own beside the meetings' keys, so that the database, or a backup of it, names
// nobody; without the file the addresses are gone and have to be given again.
#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "base/result.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::calendar {

struct reached_by {
  private_text address;
  private_text link;  // what stands after "#/back/"; empty: none was made for her
  private_text stop;
  friend bool operator==(const reached_by&, const reached_by&) = default;
};

class reminder_box {
 public:
  // Finds or makes "reminders.key" in `keys_dir`, which is there and private. Throws std::runtime_error in words for
  // the operator.
  explicit reminder_box(const std::string& keys_dir);

  // Any thread. What was sealed for one person does not open for another.
  std::string seal(const person_id& person, const reached_by& how) const;
  result<reached_by> open(const person_id& person, const std::string& sealed) const;

  static void forget(const std::string& keys_dir);

 private:
  const sealing::secret_key key_;
};

}  // namespace nightlight::calendar
