// A value or an error_code, for failures of the world. Refusals are values of the domain; bugs are assertions.
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace nightlight {

using error_code = boost::system::error_code;

template <class T = void>
using result = boost::system::result<T>;

// What can be wrong with the world, as far as a caller can act on it.
enum class failure {
  store_unavailable = 1,  // the store did not take or give what was asked; nothing is known to be kept
  conflict,               // someone else wrote at the expected position; read the tail and decide again
  not_found,
  already_exists,
  key_destroyed,  // the words cannot be opened any more, by design
  corrupt,        // stored bytes do not decode
};

const boost::system::error_category& failure_category();

inline error_code make_error_code(failure f) { return {static_cast<int>(f), failure_category()}; }

}  // namespace nightlight

template <>
struct boost::system::is_error_code_enum<nightlight::failure> : std::true_type {};
