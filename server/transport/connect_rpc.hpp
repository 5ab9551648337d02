// The Connect unary protocol over our HTTP: POST /<package.Service>/<Method>, the message as protobuf or in its JSON
// mapping, errors as JSON {code, message, details}. Generated clients and plain curl both speak it. A table of methods;
// what they do is elsewhere.
#pragma once

#include <google/protobuf/message.h>

#include <boost/system/result.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "async/awaitable.hpp"
#include "base/instant.hpp"
#include "transport/client_address.hpp"
#include "transport/http_message.hpp"

namespace nightlight::transport {

// The codes of Connect that we use; each has its own HTTP status.
enum class rpc_code {
  invalid_argument,
  not_found,
  already_exists,
  permission_denied,
  resource_exhausted,
  failed_precondition,
  unimplemented,
  internal,
  unavailable,
  unauthenticated,
  aborted,
};

// A message that travels with an error: in protobuf bytes, as Connect's clients read it, and in JSON for people.
struct rpc_detail {
  std::string type;  // "nightlight.api.v1.FieldViolations"
  std::string bytes;
  std::string json;
};

rpc_detail rpc_detail_of(const google::protobuf::Message& what);

struct rpc_error {
  rpc_code code = rpc_code::internal;
  std::string reason;   // "invitation_spent": travels in the header Nightlight-Reason
  std::string message;  // for a person
  milliseconds retry_after{0};
  std::vector<rpc_detail> details{};
};

template <class Response>
using rpc_result = boost::system::result<Response, rpc_error>;

[[noreturn]] void throw_exception_from_error(const rpc_error& e, const boost::source_location& where);

// All that belongs to a call besides its message. Lives as long as the call.
struct rpc_call {
  async::executor ex;
  const http_request& request;
  came_from client;
  std::string language;                   // "en" or "es", from Accept-Language until the message says otherwise
  std::vector<http_field> answer_fields;  // sent with the answer, whatever it is
};

class rpc_table {
 public:
  // `handle` takes (Request, rpc_call&) and returns task<rpc_result<Response>>. `path` is "/package.Service/Method".
  template <class Request, class Response, class Handle>
  void add(std::string path, Handle handle) {
    methods_[std::move(path)] = {&Request::default_instance(),
                                 [handle = std::move(handle)](std::unique_ptr<message> request, rpc_call& call) {
                                   return run<Request, Response, Handle>(handle, std::move(request), call);
                                 }};
  }

  // True for a path of the form of a method, known or not: these may carry a body.
  static bool is_method_path(std::string_view path);

  // The answer to a POST on such a path.
  async::task<http_response> async_answer(rpc_call& call) const;

 private:
  using message = google::protobuf::Message;
  using erased_result = rpc_result<std::unique_ptr<message>>;

  struct method {
    const message* request;
    std::function<async::task<erased_result>(std::unique_ptr<message>, rpc_call&)> run;
  };

  template <class Request, class Response, class Handle>
  static async::task<erased_result> run(Handle handle, std::unique_ptr<message> request, rpc_call& call) {
    Request typed(std::move(static_cast<Request&>(*request)));
    rpc_result<Response> response = co_await handle(std::move(typed), call);
    if (!response) co_return response.error();
    std::unique_ptr<message> erased = std::make_unique<Response>(std::move(*response));
    co_return std::move(erased);
  }

  std::map<std::string, method, std::less<>> methods_;
};

// An error as it is written, also for what is refused before a method is found.
http_response rpc_error_response(const rpc_error& e);

}  // namespace nightlight::transport
