#include "base/result.hpp"

namespace nightlight {
namespace {

class category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "nightlight"; }

  std::string message(int value) const override {
    switch (static_cast<failure>(value)) {
      case failure::store_unavailable: return "the store is not available";
      case failure::conflict: return "another writer was first";
      case failure::not_found: return "not found";
      case failure::already_exists: return "already there";
      case failure::key_destroyed: return "the key was destroyed";
      case failure::corrupt: return "stored bytes do not decode";
    }
    return "unknown failure";
  }
};

}  // namespace

const boost::system::error_category& failure_category() {
  static const category instance;
  return instance;
}

}  // namespace nightlight
