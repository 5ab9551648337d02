// Mail over SMTP and webhooks over HTTP with libcurl, many at a time on a thread of its own. Certificates are verified,
// redirects are not followed, and nothing goes through a proxy.
#pragma once

#include <memory>
#include <string>

#include "base/instant.hpp"
#include "ports/post.hpp"

namespace nightlight::adapters {

enum class mail_security : std::uint8_t { none, starttls, tls };

struct curl_post_options {
  std::string smtp_host;  // empty: no mail is taken
  std::uint16_t smtp_port = 587;
  mail_security smtp_security = mail_security::starttls;
  std::string smtp_user;  // empty: without signing in
  std::string smtp_password;
  std::string mail_from;
  std::string ca_file;  // certificates to trust; empty: the machine's own
  seconds delivery_max{30};
};

class curl_post final : public post {
 public:
  explicit curl_post(curl_post_options options);
  ~curl_post() override;
  curl_post(const curl_post&) = delete;
  curl_post& operator=(const curl_post&) = delete;

  void deliver(letter what, completion done) override;
  void call(webhook_call what, completion done) override;

  // Whatever is under way comes back as not taken, and so does everything from now on. Idempotent.
  void stop();

 private:
  class carrier;
  std::unique_ptr<carrier> carrier_;
};

}  // namespace nightlight::adapters
