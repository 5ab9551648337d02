// The store as one process owns it: its lock, its keys, its database. A command makes one, or asks the server that has
// it through the control socket.
#pragma once

#include <memory>

#include "app/config.hpp"
#include "audit/audit_log.hpp"
#include "paging/contact_box.hpp"
#include "ports/room_log.hpp"
#include "ports/store.hpp"
#include "sealing/keyring.hpp"

namespace nightlight::app {

class storage {
 public:
  // A command does not wait until the log is laid out for an evening's words.
  enum class purpose { command, serving };

  // Opens what is there or makes it, in folders for their owner alone. Throws std::runtime_error, in words for the
  // operator, when another process has it or it cannot be used.
  explicit storage(const store_config& where, purpose what_for = purpose::command);
  ~storage();
  storage(const storage&) = delete;
  storage& operator=(const storage&) = delete;

  room_log& log();
  store& records();
  sealing::keyring& keys() { return keys_; }
  audit::audit_log& audit() { return audit_; }
  const paging::contact_box& contacts() const { return contacts_; }

  // Removes the database and every key. For demos.
  static void destroy(std::unique_ptr<storage> kept, const store_config& where);

 private:
  struct database;
  std::unique_ptr<database> database_;  // first: it takes the lock, and the keys are tidied by their owner alone
  sealing::keyring keys_;
  audit::audit_log audit_;
  paging::contact_box contacts_;
};

}  // namespace nightlight::app
