#include "transport/public_pages.hpp"

#include <algorithm>
#include <memory>

namespace nightlight::transport {
namespace {

using list = std::vector<public_pages>;

const public_pages* that_has(const list& all, std::string_view path) {
  const auto found = std::ranges::find_if(all, [&](const public_pages& p) { return p.has && p.has(path); });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

public_pages together(std::vector<public_pages> all) {
  const auto kept = std::make_shared<const list>(std::move(all));
  return {[kept](std::string_view path) { return that_has(*kept, path) != nullptr; },
          [kept](async::executor ex, const http_request& request) {
            return that_has(*kept, request.path)->answer(ex, request);
          },
          [kept](std::string_view path) {
            const public_pages* found = that_has(*kept, path);
            return found != nullptr && found->takes_post && found->takes_post(path);
          }};
}

}  // namespace nightlight::transport
