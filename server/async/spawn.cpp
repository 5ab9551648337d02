#include "async/spawn.hpp"

#include <cxxabi.h>
#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <typeinfo>
#include <utility>

namespace nightlight::async {
namespace {

std::string type_of(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (...) {
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (type == nullptr) return "an unknown exception";
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type->name(), nullptr, nullptr, &status),
                                                           &std::free);
    return status == 0 ? name.get() : type->name();
  }
}

}  // namespace

bool spawn(executor ex, gate& g, const char* name, task<> work) {
  std::optional<gate::pass> entered = g.enter();
  if (!entered) return false;
  boost::asio::co_spawn(ex, std::move(work), [name, inside = std::move(*entered)](const std::exception_ptr& thrown) {
    if (thrown) spdlog::error("{} ended by {}", name, type_of(thrown));
  });
  return true;
}

}  // namespace nightlight::async
