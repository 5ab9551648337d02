#include "transport/websocket_session.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "async/spawn.hpp"
#include "transport/websocket_layer.hpp"
#include "wire/close_code.hpp"

namespace nightlight::transport {
namespace {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;

constexpr unsigned char close_frame_begins = 0x88;
constexpr std::size_t gather_frames = 64;
// Room for most messages without a buffer of their own.
constexpr std::size_t small_message_bytes = 256;
constexpr std::size_t chunk_bytes = 2048;

class websocket_session final : public std::enable_shared_from_this<websocket_session>,
                                public line,
                                public connection,
                                private websocket_layer::writer,
                                private rooms::outbox::owner,
                                private flusher::sink,
                                private deadline_wheel::entry {
 public:
  websocket_session(shard& on, stream socket, subprotocol speaks, std::unique_ptr<dialogue> talk,
                    const websocket_options& options);

  // The frame of run() is what keeps the session.
  async::task<> run(std::shared_ptr<websocket_session> self, std::unique_ptr<upgrade_request> request);

  rooms::outbox& outbox() override { return outbox_; }
  void close(std::uint16_t code, std::string_view reason) override;
  void use_staff_pace() override;
  void stop() override;
  void cut() override;

 private:
  using time_point = deadline_wheel::time_point;

  async::task<bool> upgrade(std::unique_ptr<upgrade_request> request);
  async::task<> converse();
  async::task<> finish();

  void chunk_came(std::size_t bytes);
  void message_came(std::string_view payload);
  void end_dialogue();
  void close_with(wire::close_code code, std::string_view reason) { close(static_cast<std::uint16_t>(code), reason); }
  void begin_closing(rooms::frame_ptr last);

  void flush() override;
  void wait_until_writable();
  void written_by_beast(std::string bytes) override;
  void outbox_filled() override { shard_.writes().mark(*this); }
  void outbox_overflowed() override { close_with(wire::close_code::too_slow_a_reader, "resume"); }

  void deadline_passed() override;
  void arm_next_deadline();
  std::chrono::milliseconds ping_every() const { return staff_ ? options_.staff_ping_every : options_.ping_every; }
  std::chrono::milliseconds dead_after() const { return staff_ ? options_.staff_dead_after : options_.dead_after; }

  shard& shard_;
  const websocket_options& options_;
  stream stream_;
  rooms::outbox outbox_;
  std::unique_ptr<dialogue> dialogue_;  // null once it has been told that the connection is gone
  websocket::stream<websocket_layer, false> beast_;
  std::string message_;  // room for a message longer than small_, and how much of it has come
  std::size_t message_filled_ = 0;
  async::timer* written_out_ = nullptr;  // cancelled when the outbox is empty or the connection cut
  time_point opened_at_;
  time_point heard_at_;
  time_point pinged_at_;
  time_point progress_at_;  // of writing: when the socket last took all it could
  subprotocol speaks_;
  bool open_ = false;
  bool staff_ = false;
  bool blocked_ = false;
  bool closing_ = false;  // the close frame is queued or sent
  std::array<char, small_message_bytes> small_;
};

websocket_session::websocket_session(shard& on, stream socket, subprotocol speaks, std::unique_ptr<dialogue> talk,
                                     const websocket_options& options)
    : shard_(on),
      options_(options),
      stream_(std::move(socket)),
      outbox_(*this, options.outbox),
      dialogue_(std::move(talk)),
      beast_(websocket_layer(stream_, *this)),
      speaks_(speaks) {
  shard_.join(*this);
  opened_at_ = heard_at_ = pinged_at_ = async::clock::now();
}

async::task<> websocket_session::run(std::shared_ptr<websocket_session> /*self*/,
                                     std::unique_ptr<upgrade_request> request) {
  arm_next_deadline();
  open_ = co_await upgrade(std::move(request));
  if (open_) {
    dialogue_->opened(*this);
    co_await converse();
  } else {
    begin_closing(nullptr);  // what Beast answered is queued
  }
  end_dialogue();
  co_await finish();
}

async::task<bool> websocket_session::upgrade(std::unique_ptr<upgrade_request> request) {
  beast_.set_option(websocket::stream_base::decorator([name = speaks_.name](websocket::response_type& response) {
    namespace http = boost::beast::http;
    response.set(http::field::sec_websocket_protocol, name);
    response.set(http::field::server, "nightlight");  // or Beast names itself and its version
  }));
  beast_.read_message_max(options_.message_bytes_max_before_sign_in);
  // Pings and pongs show that she is there; Beast answers them and tells nobody else.
  beast_.control_callback(
      [this](websocket::frame_type, boost::beast::string_view) { heard_at_ = shard_.wheel().now(); });
  error_code problem;
  co_await beast_.async_accept(*request, asio::redirect_error(async::use_task, problem));
  co_return !problem;
}

async::task<> websocket_session::converse() {
  for (;;) {
    const asio::mutable_buffer into =
        message_.empty() ? asio::buffer(small_) : asio::buffer(message_) + message_filled_;
    error_code problem;
    const std::size_t bytes = co_await beast_.async_read_some(into, asio::redirect_error(async::use_task, problem));
    if (problem) co_return;
    chunk_came(bytes);
  }
}

void websocket_session::chunk_came(std::size_t bytes) {
  heard_at_ = shard_.wheel().now();
  // Also for a part of a message: the last of a burst often comes in two, and its flush is worth the wait.
  shard_.writes().arrived(bytes);
  const bool was_small = message_.empty();
  if (beast_.is_message_done()) {
    const std::string longer = std::exchange(message_, {});
    message_came(was_small ? std::string_view(small_.data(), bytes)
                           : std::string_view(longer).substr(0, message_filled_ + bytes));
    message_filled_ = 0;
    return;
  }
  message_filled_ += bytes;
  if (was_small) message_.assign(small_.data(), bytes);
  message_.resize(message_filled_ + chunk_bytes);
}

void websocket_session::message_came(std::string_view payload) {
  if (closing_) return;
  if (beast_.got_binary() != (speaks_.kind == rooms::payload_kind::binary)) {
    close_with(wire::close_code::wrong_frame_kind, "wrong kind of frame");
    return;
  }
  dialogue_->received(payload);
  if (!closing_ && beast_.read_message_max() != options_.message_bytes_max && dialogue_->signed_in()) {
    beast_.read_message_max(options_.message_bytes_max);
  }
}

void websocket_session::end_dialogue() {
  if (dialogue_ && open_) dialogue_->closed();
  dialogue_.reset();
}

void websocket_session::close(std::uint16_t code, std::string_view reason) {
  if (!closing_) begin_closing(rooms::frame::closing(code, reason));
}

// The dialogue is told in a turn of its own: this may be called from the middle of one of its calls.
void websocket_session::begin_closing(rooms::frame_ptr last) {
  closing_ = true;
  if (last) outbox_.push_last(std::move(last));
  shard_.wheel().arm(*this, options_.write_within);
  asio::post(stream_.get_executor(), [self = shared_from_this()] { self->end_dialogue(); });
}

void websocket_session::stop() {
  if (!open_) {
    cut();
  } else if (!closing_) {
    dialogue_->stopping();
    close_with(wire::close_code::restarting, "restarting");
  }
}

void websocket_session::cut() {
  stream_.close();
  if (written_out_ != nullptr) written_out_->cancel();
}

void websocket_session::use_staff_pace() {
  staff_ = true;
  if (!closing_) arm_next_deadline();
}

// What the outbox holds still goes out, as far as the other side reads it before the deadline. Then it is told that
// no more comes, and what it has sent meanwhile is read away: closing on unread bytes would reset the connection,
// and a reset can overtake the close frame.
async::task<> websocket_session::finish() {
  if (!closing_) cut();
  async::timer written_out(stream_.get_executor(), async::timer::time_point::max());
  written_out_ = &written_out;
  error_code problem;
  while (stream_.is_open() && !outbox_.empty()) {
    co_await written_out.async_wait(asio::redirect_error(async::use_task, problem));
  }
  written_out_ = nullptr;
  stream_.end_output();
  problem = {};
  while (stream_.is_open() && !problem) {
    co_await stream_.async_read_some(asio::buffer(small_), asio::redirect_error(async::use_task, problem));
  }
  stream_.close();
  deadline_wheel::disarm(*this);
}

void websocket_session::flush() {
  std::array<std::string_view, gather_frames> views;
  while (!blocked_ && stream_.is_open() && !outbox_.empty()) {
    const std::size_t count = outbox_.gather(views);
    const stream::written done = stream_.try_write(std::span(views).first(count));
    outbox_.consume(done.bytes);
    if (done.problem == asio::error::would_block) {
      wait_until_writable();
    } else if (done.problem) {
      cut();
    }
  }
  if (outbox_.empty() && written_out_ != nullptr) written_out_->cancel();
}

void websocket_session::wait_until_writable() {
  blocked_ = true;
  progress_at_ = shard_.wheel().now();
  if (!closing_) arm_next_deadline();
  stream_.async_wait_writable([self = shared_from_this()](const error_code& cut_off) {
    self->blocked_ = false;
    if (!cut_off) self->flush();
  });
}

void websocket_session::written_by_beast(std::string bytes) {
  const bool closes = static_cast<unsigned char>(bytes.front()) == close_frame_begins;
  rooms::frame_ptr whole = rooms::frame::raw(std::move(bytes));
  if (!closes) {
    outbox_.push(std::move(whole));
  } else if (!closing_) {
    begin_closing(std::move(whole));
  }
}

void websocket_session::deadline_passed() {
  const time_point now = shard_.wheel().now();
  if (closing_ || now >= heard_at_ + dead_after() || (blocked_ && now >= progress_at_ + options_.write_within)) {
    cut();
    return;
  }
  if (dialogue_ && !dialogue_->signed_in() && now >= opened_at_ + options_.sign_in_within) {
    close_with(wire::close_code::sign_in_again, "no sign-in");
    return;
  }
  if (now >= pinged_at_ + ping_every()) {
    pinged_at_ = now;
    outbox_.push(rooms::frame::ping());
  }
  if (!closing_) arm_next_deadline();
}

void websocket_session::arm_next_deadline() {
  time_point next = std::min(pinged_at_ + ping_every(), heard_at_ + dead_after());
  if (dialogue_ && !dialogue_->signed_in()) next = std::min<time_point>(next, opened_at_ + options_.sign_in_within);
  if (blocked_) next = std::min<time_point>(next, progress_at_ + options_.write_within);
  shard_.wheel().arm_at(*this, next);
}

}  // namespace

void serve_websocket(shard& on, stream socket, upgrade_request request, subprotocol speaks,
                     std::unique_ptr<dialogue> talk, const websocket_options& options) {
  auto session = std::make_shared<websocket_session>(on, std::move(socket), speaks, std::move(talk), options);
  // A coroutine's frame keeps its arguments for as long as it lives: run() gives the request away.
  static_cast<void>(async::spawn(on.executor(), on.connections_gate(), "websocket session",
                                 session->run(session, std::make_unique<upgrade_request>(std::move(request)))));
}

}  // namespace nightlight::transport
