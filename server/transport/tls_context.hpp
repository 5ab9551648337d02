// The server's certificate and key, and the TLS that is spoken with them: 1.2 and 1.3, ECDHE and AEAD only, session
// tickets so that a phone that comes back pays no full handshake. A renewed certificate is taken up on demand by new
// connections; a broken one changes nothing.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "transport/stream.hpp"

namespace nightlight::transport {

class tls_context {
 public:
  // Paths of PEM files: the certificate with its chain, and its private key.
  tls_context(std::string certificate_file, std::string key_file);

  // Reads both files. On failure what was loaded before stays in use. Needed once before connect(). Any thread.
  result<void> load();

  // A server's side of a new connection. Any thread.
  tls_connection connect() const;

 private:
  std::string certificate_file_;
  std::string key_file_;
  mutable std::mutex mutex_;
  std::shared_ptr<SSL_CTX> current_;
};

}  // namespace nightlight::transport
