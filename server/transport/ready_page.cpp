#include "transport/ready_page.hpp"

#include <memory>
#include <utility>

namespace nightlight::transport {
namespace {

struct ready {
  std::string path;
  std::string type;
  std::shared_ptr<const std::string> bytes;
};

async::task<http_response> answer(std::shared_ptr<const ready> page) {
  http_response response;
  response.fields.push_back({"Content-Type", page->type});
  response.shared_body = page->bytes;
  co_return response;
}

}  // namespace

public_pages ready_page(std::string path, std::string type, std::string bytes) {
  const auto page = std::make_shared<const ready>(
      ready{std::move(path), std::move(type), std::make_shared<const std::string>(std::move(bytes))});
  return {[page](std::string_view asked) { return asked == page->path; },
          [page](async::executor, const http_request&) { return answer(page); }};
}

}  // namespace nightlight::transport
