#include "transport/tls_context.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cassert>
#include <new>
#include <utility>

namespace nightlight::transport {
namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"  // Boost's base class, never deleted through a pointer
class category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "tls"; }
  std::string message(int value) const override {
    const char* reason = ERR_reason_error_string(static_cast<unsigned long>(value));
    return reason != nullptr ? reason : "unknown reason";
  }
};
#pragma GCC diagnostic pop

error_code last_problem() {
  static const category instance;
  const unsigned long problem = ERR_peek_last_error();
  ERR_clear_error();
  return {static_cast<int>(problem), instance};
}

// PROMISES "front door": forward secrecy and authenticated encryption, nothing else.
void restrict(SSL_CTX* context) {
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
  SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
}

void keep_connections_small(SSL_CTX* context) {
  SSL_CTX_set_mode(context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // Tickets hold the session on the client's side; nothing is kept here.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context, 1);
}

}  // namespace

tls_context::tls_context(std::string certificate_file, std::string key_file)
    : certificate_file_(std::move(certificate_file)), key_file_(std::move(key_file)) {}

result<void> tls_context::load() {
  ERR_clear_error();
  const std::shared_ptr<SSL_CTX> fresh(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
  if (!fresh) throw std::bad_alloc();
  restrict(fresh.get());
  keep_connections_small(fresh.get());
  if (SSL_CTX_use_certificate_chain_file(fresh.get(), certificate_file_.c_str()) != 1 ||
      SSL_CTX_use_PrivateKey_file(fresh.get(), key_file_.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(fresh.get()) != 1) {
    return last_problem();
  }
  const std::lock_guard lock(mutex_);
  current_ = fresh;
  return {};
}

tls_connection tls_context::connect() const {
  const std::lock_guard lock(mutex_);
  assert(current_);
  tls_connection made(SSL_new(current_.get()));
  if (!made) throw std::bad_alloc();
  return made;
}

}  // namespace nightlight::transport
