#include "transport/connect_rpc.hpp"

#include <google/protobuf/util/json_util.h>

#include <array>
#include <cstdlib>
#include <optional>

namespace nightlight::transport {
namespace {

namespace json = google::protobuf::util;

enum class codec { proto, json };

struct code_form {
  std::string_view name;
  unsigned status;
};

// In the order of rpc_code.
constexpr std::array<code_form, 11> codes{{
    {"invalid_argument", 400},
    {"not_found", 404},
    {"already_exists", 409},
    {"permission_denied", 403},
    {"resource_exhausted", 429},
    {"failed_precondition", 400},
    {"unimplemented", 501},
    {"internal", 500},
    {"unavailable", 503},
    {"unauthenticated", 401},
    {"aborted", 409},
}};
static_assert(codes.size() == static_cast<std::size_t>(rpc_code::aborted) + 1);

std::string quoted(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20) {
      out.append("\\u00").append({hex[byte >> 4U], hex[byte & 0xfU]});
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

// RFC 4648, section 4, without padding, as Connect writes details.
std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(c);
    for (held += 8; held >= 6; held -= 6) out.push_back(letters[(bits >> (held - 6)) & 0x3fU]);
  }
  if (held > 0) out.push_back(letters[(bits << (6 - held)) & 0x3fU]);
  return out;
}

std::string written(const std::vector<rpc_detail>& details) {
  std::string out;
  for (const rpc_detail& d : details) {
    out += out.empty() ? ",\"details\":[" : ",";
    out += "{\"type\":" + quoted(d.type) + ",\"value\":\"" + base64(d.bytes) + "\",\"debug\":" + d.json + "}";
  }
  return out.empty() ? out : out + "]";
}

std::optional<codec> codec_of(std::string_view content_type) {
  const std::string_view kind = content_type.substr(0, content_type.find(';'));
  if (kind == "application/proto") return codec::proto;
  if (kind == "application/json") return codec::json;
  return std::nullopt;
}

// What is wrong with it, or nothing. What a newer client says beyond this release is passed over, as in protobuf.
std::optional<std::string> parse(codec c, const std::string& body, google::protobuf::Message& into) {
  if (c == codec::proto) return into.ParseFromString(body) ? std::nullopt : std::optional(std::string("."));
  json::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  const auto read = json::JsonStringToMessage(body, &into, options);
  return read.ok() ? std::nullopt : std::optional(": " + std::string(read.message()));
}

http_response written(codec c, const google::protobuf::Message& message) {
  http_response response;
  if (c == codec::proto) {
    response.fields.push_back({"Content-Type", "application/proto"});
    response.body = message.SerializeAsString();
    return response;
  }
  response.fields.push_back({"Content-Type", "application/json"});
  if (!json::MessageToJsonString(message, &response.body).ok()) {
    return rpc_error_response({rpc_code::internal, "not_written", "The answer could not be written.", {}});
  }
  return response;
}

http_response unsupported_media_type() {
  http_response response = plain_response(415, "Send application/json or application/proto.");
  response.fields.push_back({"Accept-Post", "application/json, application/proto"});
  return response;
}

// What Connect's own header fields ask for and we do not do; nothing when all is well.
std::optional<rpc_error> unmet_wish(const http_request& request) {
  const std::string_view version = request.field("connect-protocol-version");
  if (!version.empty() && version != "1") {
    return rpc_error{rpc_code::invalid_argument, "protocol_version", "This server speaks version 1 of Connect.", {}};
  }
  const std::string_view encoding = request.field("content-encoding");
  if (!encoding.empty() && encoding != "identity") {
    return rpc_error{rpc_code::unimplemented, "compressed", "Please send the request without compression.", {}};
  }
  return std::nullopt;
}

}  // namespace

void throw_exception_from_error(const rpc_error&, const boost::source_location&) { std::abort(); }

rpc_detail rpc_detail_of(const google::protobuf::Message& what) {
  rpc_detail detail{what.GetTypeName(), what.SerializeAsString(), {}};
  if (!json::MessageToJsonString(what, &detail.json).ok()) detail.json = "{}";
  return detail;
}

bool rpc_table::is_method_path(std::string_view path) { return path.starts_with("/nightlight.api."); }

async::task<http_response> rpc_table::async_answer(rpc_call& call) const {
  const auto found = methods_.find(call.request.path);
  if (found == methods_.end()) {
    http_response response = rpc_error_response({rpc_code::unimplemented, "method_unknown", "No such method.", {}});
    response.status = 404;
    co_return response;
  }
  const std::optional<codec> c = codec_of(call.request.field("content-type"));
  if (!c) co_return unsupported_media_type();
  if (const auto unmet = unmet_wish(call.request)) co_return rpc_error_response(*unmet);
  std::unique_ptr<message> request(found->second.request->New());
  if (const auto wrong = parse(*c, call.request.body, *request)) {
    const std::string words = "The message does not parse" + *wrong;
    co_return rpc_error_response({rpc_code::invalid_argument, "not_understood", words, {}});
  }
  erased_result result = co_await found->second.run(std::move(request), call);
  http_response response = result ? written(*c, **result) : rpc_error_response(result.error());
  for (http_field& f : call.answer_fields) response.fields.push_back(std::move(f));
  co_return response;
}

http_response rpc_error_response(const rpc_error& e) {
  const code_form& form = codes.at(static_cast<std::size_t>(e.code));
  http_response response;
  response.status = form.status;
  response.fields.push_back({"Content-Type", "application/json"});
  if (!e.reason.empty()) response.fields.push_back({"Nightlight-Reason", e.reason});
  if (e.retry_after.count() > 0) {
    const auto whole = std::chrono::ceil<std::chrono::seconds>(e.retry_after);
    response.fields.push_back({"Retry-After", std::to_string(whole.count())});
  }
  response.body = "{\"code\":" + quoted(form.name) + ",\"message\":" + quoted(e.message) + written(e.details) + "}";
  return response;
}

}  // namespace nightlight::transport
