// The one file that includes Beast's HTTP.
#include "transport/http_reader.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/none.hpp>
#include <cassert>
#include <iterator>
#include <utility>

namespace nightlight::transport {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr http_problem head_too_large{431, "The request's header is too large."};
constexpr http_problem body_too_large{413, "The request's body is too large."};
constexpr http_problem body_not_taken{400, "This address takes no body."};
constexpr http_problem bad_body{400, "The request's body is not well formed."};
constexpr http_problem bad_upgrade{400, "This is not a request we can turn into a WebSocket."};
constexpr http_problem unknown_host{400, "This server does not answer for that host."};
constexpr http_problem bad_expectation{417, "The only expectation we can meet is 100-continue."};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// True when a comma-separated list of tokens holds `token` (lower case).
bool lists(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    while (!item.empty() && (item.front() == ' ' || item.front() == '\t')) item.remove_prefix(1);
    while (!item.empty() && (item.back() == ' ' || item.back() == '\t')) item.remove_suffix(1);
    if (lower(item) == token) return true;
  }
  return false;
}

}  // namespace

struct http_reader::parsing {
  http::request_parser<http::string_body> parser;
  bool extended = false;  // a chunk came with an extension
  std::size_t fields = 0;
  // Beast holds a reference to the callback, so it lives here.
  std::function<void(std::uint64_t, boost::beast::string_view, boost::beast::error_code&)> on_chunk =
      [this](std::uint64_t, boost::beast::string_view extension, boost::beast::error_code&) {
        extended = extended || !extension.empty();
      };
};

http_reader::http_reader(const http_rules& rules, time_point opened)
    : rules_(rules), cut_at_(opened + rules.header_time_max) {}

http_reader::~http_reader() = default;

http_reader::state http_reader::refuse(http_problem problem) {
  problem_ = problem;
  if (request_) refused_path_ = std::move(request_->path);
  parsing_.reset();
  request_.reset();
  buffer_.clear();
  return state::has_problem;
}

http_reader::state http_reader::feed(std::string_view bytes, time_point now) {
  if (problem_) return state::has_problem;
  buffer_.append(bytes);
  if (request_ && !parsing_) return state::has_request;
  if (!parsing_) return read_head(now);
  return read_body();
}

http_reader::state http_reader::read_head(time_point now) {
  if (!head_begun_ && !buffer_.empty()) {
    head_begun_ = true;
    cut_at_ = now + rules_.header_time_max;
  }
  const std::size_t found = buffer_.find(end_of_head);
  // Looked at line by line while it comes, so that nothing is waited for that can only be refused.
  if (found == buffer_.npos) {
    if (buffer_.size() > rules_.header_bytes_max) return refuse(head_too_large);
    for (std::size_t at = buffer_.find('\n'); at != buffer_.npos; at = buffer_.find('\n', at + 1)) {
      if (at == 0 || buffer_[at - 1] != '\r' || at == 1) return refuse(*check_head("\n"));
    }
    return state::wants_more;
  }
  const std::size_t head_size = found + end_of_head.size();
  if (head_size > rules_.header_bytes_max) return refuse(head_too_large);
  if (const auto wrong = check_head(std::string_view(buffer_).substr(0, head_size))) return refuse(*wrong);

  parsing_ = std::make_unique<parsing>();
  auto& parser = parsing_->parser;
  parser.header_limit(static_cast<std::uint32_t>(rules_.header_bytes_max));
  parser.body_limit(boost::none);  // until it is known whose body it is
  parser.on_chunk_header(parsing_->on_chunk);
  boost::beast::error_code error;
  parser.put(boost::asio::buffer(buffer_.data(), head_size), error);
  if ((error && error != http::error::need_more) || !parser.is_header_done()) {
    return refuse(bad_body);
  }
  buffer_.erase(0, head_size);
  parser.eager(true);
  return accept_head(now);
}

http_reader::state http_reader::accept_head(time_point now) {
  const auto& message = parsing_->parser.get();
  http_request request;
  request.method = std::string(message.method_string());
  const std::string_view target(message.target().data(), message.target().size());
  request.path = std::string(target.substr(0, target.find('?')));
  for (const auto& field : message) {
    request.fields.push_back({lower({field.name_string().data(), field.name_string().size()}),
                              {field.value().data(), field.value().size()}});
  }
  parsing_->fields = request.fields.size();
  request.keep_alive = !lists(request.field("connection"), "close");

  if (rules_.knows_host && !rules_.knows_host(request.field("host"))) return refuse(unknown_host);
  const bool chunked = request.has("transfer-encoding");
  const bool sized = request.has("content-length");
  if (request.has("upgrade")) {
    const bool fit = request.method == "GET" && lower(request.field("upgrade")) == "websocket" &&
                     lists(request.field("connection"), "upgrade") && !chunked && !sized;
    if (!fit) return refuse(bad_upgrade);
    request.upgrade = true;
  }
  const bool empty = !chunked && (!sized || request.field("content-length") == "0");
  if (!empty && (!rules_.takes_body || !rules_.takes_body(request.path) || request.method != "POST")) {
    return refuse(body_not_taken);
  }
  const bool expects = request.has("expect");
  const bool expects_continue = expects && lower(request.field("expect")) == "100-continue";
  const bool too_long = sized && std::stoul(std::string(request.field("content-length"))) > rules_.body_bytes_max;
  request_ = std::move(request);
  if (too_long) return refuse(body_too_large);
  if (expects && !expects_continue) return refuse(bad_expectation);
  wants_continue_ = expects_continue && !empty;
  parsing_->parser.body_limit(chunked ? rules_.chunked_bytes_max : rules_.body_bytes_max);
  cut_at_ = now + rules_.body_time_max;
  return read_body();
}

http_reader::state http_reader::read_body() {
  auto& parser = parsing_->parser;
  while (!parser.is_done() && !buffer_.empty()) {
    boost::beast::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(buffer_), error);
    buffer_.erase(0, used);
    if (error == http::error::need_more) {
      // A chunk header or a trailer that never ends would grow the buffer without end.
      if (buffer_.size() > rules_.header_bytes_max) return refuse(bad_body);
      break;
    }
    if (error) return refuse(error == http::error::body_limit ? body_too_large : bad_body);
  }
  if (!parser.is_done()) return state::wants_more;
  auto& message = parser.get();
  const auto fields = static_cast<std::size_t>(std::distance(message.begin(), message.end()));
  // Trailers and chunk extensions have no use here and are read differently by different readers.
  if (parsing_->extended || fields != parsing_->fields) return refuse(bad_body);
  request_->body = std::move(message.body());
  parsing_.reset();
  wants_continue_ = false;
  return state::has_request;
}

http_request http_reader::take_request() {
  assert(request_ && !parsing_);
  http_request taken = std::move(*request_);
  request_.reset();
  head_begun_ = false;
  return taken;
}

bool http_reader::take_continue() { return std::exchange(wants_continue_, false); }

bool http_reader::idle() const { return !problem_ && !request_ && buffer_.empty(); }

void http_reader::answered(time_point now) { cut_at_ = now + rules_.idle_time_max; }

std::string http_reader::take_leftover() { return std::move(buffer_); }

}  // namespace nightlight::transport
