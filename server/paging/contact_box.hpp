// How staff are reached outside the rooms, sealed. The key is a file beside the meetings' keys, so the database alone,
// or a backup of it, holds no address. Without the file the addresses are gone and have to be given again.
#pragma once

#include <string>

#include "base/ids.hpp"
#include "base/private_text.hpp"
#include "base/result.hpp"
#include "sealing/secret_key.hpp"

namespace nightlight::paging {

// One mailbox as SMTP takes it, without a name around it: nothing that could begin another header or recipient.
bool is_mail_address(std::string_view text);

class contact_box {
 public:
  // Finds or makes "contacts.key" in `keys_dir`, which is there and private. Throws std::runtime_error in words for the
  // operator.
  explicit contact_box(const std::string& keys_dir);

  // Any thread. What was sealed for one person does not open for another.
  std::string seal(const person_id& person, const private_text& address) const;
  result<private_text> open(const person_id& person, const std::string& sealed) const;

  // Removes the key, for a store that is thrown away whole.
  static void forget(const std::string& keys_dir);

 private:
  const sealing::secret_key key_;
};

}  // namespace nightlight::paging
