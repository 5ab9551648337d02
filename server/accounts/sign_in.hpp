// How staff sign in: name and password, and later a second factor. A wrong name costs the same time as a wrong
// password and reads the same.
#pragma once

#include <string>

#include "accounts/denial.hpp"
#include "accounts/passwords.hpp"
#include "accounts/session.hpp"
#include "async/awaitable.hpp"
#include "ports/clock.hpp"

namespace nightlight::accounts {

struct sign_in_request {
  std::string name;
  private_text password;
  std::string language;
};

struct staff_signed_in {
  opened_session session;
  rooms::principal who;
};

class sign_in {
 public:
  // All of them outlive it.
  sign_in(store& s, const clock_port& clock, password_pool& pool, session_lengths lengths)
      : store_(s), clock_(clock), pool_(pool), lengths_(lengths) {}

  async::task<answer<staff_signed_in>> async_sign_in(async::executor ex, sign_in_request request);

 private:
  store& store_;
  const clock_port& clock_;
  password_pool& pool_;
  const session_lengths lengths_;
};

}  // namespace nightlight::accounts
