// Lets GoogleTest show a result whose value has no stream operator, as most of ours have none on purpose.
#pragma once

#include <gtest/gtest.h>

#include <ostream>

#include "base/result.hpp"

namespace nightlight {

template <class T>
void PrintTo(const boost::system::result<T, error_code>& shown, std::ostream* out) {
  if (shown) {
    *out << "value " << ::testing::PrintToString(*shown);
  } else {
    *out << "failure: " << shown.error().message();
  }
}

}  // namespace nightlight
