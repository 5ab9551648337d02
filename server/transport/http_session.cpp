#include "transport/http_session.hpp"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/http/verb.hpp>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "async/spawn.hpp"
#include "transport/response_headers.hpp"
#include "transport/stop_page.hpp"

namespace nightlight::transport {
namespace {

namespace asio = boost::asio;

constexpr std::size_t read_bytes = 4096;
constexpr std::size_t joined_body_bytes = 16 * 1024;  // a body up to this goes out together with its head
constexpr std::size_t linger_bytes = 128 * 1024;
constexpr std::chrono::milliseconds linger_within{2'000};

class http_session final : public connection, private deadline_wheel::entry {
 public:
  http_session(shard& on, stream socket, const http_front& front)
      : shard_(on), front_(front), stream_(std::move(socket)), reader_(front.rules, async::clock::now()) {
    shard_.join(*this);
    peer_ = stream_.peer_address();
  }

  // The frame of run() is what keeps the session.
  async::task<> run(std::shared_ptr<http_session> self);

  void stop() override;
  void cut() override { stream_.close(); }

 private:
  async::task<bool> shake_hands();
  async::task<bool> next_request();
  // False when the connection is to end.
  async::task<bool> serve(http_request request);
  async::task<> upgrade(http_request request);
  async::task<bool> answer(const http_response& response, bool keep_alive, bool head_only);
  async::task<> refuse(http_response response, bool secure);
  async::task<bool> write_all(std::string_view bytes);
  async::task<> linger();

  void deadline_passed() override { cut(); }

  shard& shard_;
  const http_front& front_;
  stream stream_;
  http_reader reader_;
  asio::ip::address peer_;
  bool waiting_ = false;  // for a request of which nothing has come
  bool stopping_ = false;
  std::array<char, read_bytes> buffer_;
};

// A method of the API answers in its own form, whatever was wrong with the request.
http_response answer_to(const http_problem& problem, std::string_view path) {
  if (!rpc_table::is_method_path(path)) return plain_response(problem.status, problem.words);
  http_response response =
      rpc_error_response({rpc_code::invalid_argument, "not_understood", std::string(problem.words), {}});
  response.status = problem.status;
  return response;
}

async::task<> http_session::run(std::shared_ptr<http_session> /*self*/) {
  bool open = co_await shake_hands();
  while (open && !stopping_) {
    open = co_await next_request();
    if (!open) break;
    http_request request = reader_.take_request();
    if (request.upgrade) {
      co_await upgrade(std::move(request));
      break;
    }
    open = co_await serve(std::move(request));
  }
  deadline_wheel::disarm(*this);
  stream_.close();
}

void http_session::stop() {
  stopping_ = true;
  if (waiting_) stream_.close();
}

async::task<bool> http_session::shake_hands() {
  shard_.wheel().arm_at(*this, reader_.cut_at());
  if (!stream_.encrypted()) co_return true;
  error_code problem;
  co_await stream_.async_handshake(asio::redirect_error(async::use_task, problem));
  co_return !problem;
}

async::task<bool> http_session::next_request() {
  http_reader::state state = reader_.feed({}, async::clock::now());
  while (state == http_reader::state::wants_more) {
    if (reader_.take_continue()) {
      const bool told = co_await write_all("HTTP/1.1 100 Continue\r\n\r\n");
      if (!told) co_return false;
    }
    shard_.wheel().arm_at(*this, reader_.cut_at());
    waiting_ = reader_.idle();
    error_code problem;
    const std::size_t bytes =
        co_await stream_.async_read_some(asio::buffer(buffer_), asio::redirect_error(async::use_task, problem));
    waiting_ = false;
    if (problem || bytes == 0) co_return false;
    state = reader_.feed({buffer_.data(), bytes}, async::clock::now());
  }
  if (state == http_reader::state::has_request) {
    deadline_wheel::disarm(*this);
    co_return true;
  }
  http_response response = answer_to(reader_.problem(), reader_.refused_path());
  co_await refuse(std::move(response), stream_.encrypted());
  co_return false;
}

async::task<bool> http_session::serve(http_request request) {
  const came_from client = client_of(request, peer_, stream_.encrypted(), front_.proxies);
  if (!may_speak(client, peer_)) {
    http_response response = plain_response(403, "Please come by https.");
    co_await refuse(std::move(response), false);
    co_return false;
  }
  const http_response response = co_await front_.paths.async_answer(shard_.executor(), request, client);
  const bool keep_alive = request.keep_alive && !response.close && !stopping_;
  const bool written = co_await answer(response, keep_alive, request.method == "HEAD");
  if (!written) co_return false;
  if (!keep_alive) {
    co_await linger();
    co_return false;
  }
  reader_.answered(async::clock::now());
  co_return true;
}

async::task<bool> http_session::answer(const http_response& response, bool keep_alive, bool head_only) {
  std::string head = response_head(response, keep_alive, front_.now());
  const std::string_view body = head_only ? std::string_view{} : response.bytes();
  if (body.size() <= joined_body_bytes) head.append(body);
  bool written = co_await write_all(head);
  if (written && body.size() > joined_body_bytes) written = co_await write_all(body);
  co_return written;
}

async::task<> http_session::refuse(http_response response, bool secure) {
  add_protective_fields(response, secure);
  const bool written = co_await answer(response, false, false);
  if (written) co_await linger();
}

async::task<bool> http_session::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    shard_.wheel().arm(*this, front_.write_within);
    error_code problem;
    const std::size_t written = co_await stream_.async_write_some(asio::buffer(bytes.data(), bytes.size()),
                                                                  asio::redirect_error(async::use_task, problem));
    if (problem) co_return false;
    bytes.remove_prefix(written);
  }
  deadline_wheel::disarm(*this);
  co_return true;
}

// Closing on unread bytes would reset the connection, and a reset can overtake the answer: say that no more comes, and
// read away what is still on its way, for a little while.
async::task<> http_session::linger() {
  shard_.wheel().arm(*this, linger_within);
  stream_.end_output();
  error_code problem;
  std::size_t discarded = 0;
  while (!problem && stream_.is_open() && discarded < linger_bytes) {
    discarded +=
        co_await stream_.async_read_some(asio::buffer(buffer_), asio::redirect_error(async::use_task, problem));
  }
}

async::task<> http_session::upgrade(http_request request) {
  const came_from client = client_of(request, peer_, stream_.encrypted(), front_.proxies);
  http_response refusal;
  if (!may_speak(client, peer_)) {
    refusal = plain_response(403, "Please come by https.");
  } else if (!reader_.take_leftover().empty()) {
    refusal = plain_response(400, "Wait for the answer before you speak.");
  } else {
    auto verdict = co_await async_admit_upgrade(shard_.executor(), request, front_.ours, front_.sessions);
    if (auto* ticket = std::get_if<upgrade_ticket>(&verdict)) {
      namespace http = boost::beast::http;
      ticket->address_prefix = address_prefix(client.address);
      upgrade_request handshake{http::verb::get, request.path, 11};
      for (const http_field& f : request.fields) handshake.insert(f.name, f.value);
      const subprotocol speaks{*choose_subprotocol(request), ticket->kind};
      std::unique_ptr<dialogue> talk = front_.talk(shard_, std::move(*ticket));
      serve_websocket(shard_, std::move(stream_), std::move(handshake), speaks, std::move(talk), front_.conversation);
      co_return;
    }
    refusal = std::get<http_response>(std::move(verdict));
  }
  co_await refuse(std::move(refusal), client.secure);
}

}  // namespace

http_rules rules_for(const site& ours, http_rules limits) {
  limits.takes_body = [](std::string_view path) { return rpc_table::is_method_path(path) || is_stop_path(path); };
  limits.knows_host = [&ours](std::string_view host) { return ours.knows_host(host); };
  return limits;
}

void serve_http(shard& on, stream socket, const http_front& front) {
  auto session = std::make_shared<http_session>(on, std::move(socket), front);
  static_cast<void>(async::spawn(on.executor(), on.connections_gate(), "http session", session->run(session)));
}

}  // namespace nightlight::transport
