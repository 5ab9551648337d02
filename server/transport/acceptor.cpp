#include "transport/acceptor.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/redirect_error.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

#include "async/spawn.hpp"

namespace nightlight::transport {
namespace {

namespace ip = boost::asio::ip;

constexpr int backlog = 4096;
// Taken in one turn before others on the shard have theirs.
constexpr int accepted_at_once_max = 64;
// What the kernel holds of a connection beyond what is on its way: a slow reader's backlog belongs into its outbox,
// which is bounded and can still take words back.
constexpr int unsent_bytes_max = 64 * 1024;
constexpr std::chrono::milliseconds pause_when_exhausted{100};

// Closes what it holds unless it is released.
class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  descriptor& operator=(descriptor&&) = delete;
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

// What accept4(2) says of a connection that failed while it waited: the next one may be fine.
bool concerns_one_connection(int number) {
  switch (number) {
    case EINTR:
    case ECONNABORTED:
    case EPROTO:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EHOSTDOWN:
    case ENONET:
    case EHOSTUNREACH:
    case EOPNOTSUPP:
    case ENETUNREACH:
    case EPERM: return true;
    default: return false;
  }
}

ip::address address_of(const sockaddr_storage& peer) {
  if (peer.ss_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &peer, sizeof v4);
    return ip::address_v4(ntohl(v4.sin_addr.s_addr));
  }
  sockaddr_in6 v6;
  std::memcpy(&v6, &peer, sizeof v6);
  ip::address_v6::bytes_type bytes;
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return ip::address_v6(bytes);
}

}  // namespace

acceptor::acceptor(std::vector<shard*> shards, connection_limits& limits, const tls_context* tls,
                   serve serve_connection)
    : shards_(std::move(shards)),
      limits_(limits),
      tls_(tls),
      serve_(std::move(serve_connection)),
      socket_(shards_.at(0)->executor()),
      pause_(shards_.at(0)->executor()),
      gate_(shards_.at(0)->executor()) {}

result<void> acceptor::open(const ip::tcp::endpoint& at) {
  error_code problem;
  socket_.open(at.protocol(), problem);
  if (!problem) socket_.set_option(ip::tcp::acceptor::reuse_address(true), problem);
  if (!problem) socket_.bind(at, problem);
  if (!problem) socket_.listen(backlog, problem);
  if (!problem) socket_.native_non_blocking(true, problem);
  if (problem) return problem;
  return {};
}

ip::tcp::endpoint acceptor::local_endpoint() const {
  error_code closed;
  return socket_.local_endpoint(closed);
}

void acceptor::start() {
  post_to(*shards_.front(), [this] {
    const bool started = async::spawn(shards_.front()->executor(), gate_, "acceptor", run());
    if (!started) socket_.close();
  });
}

async::task<> acceptor::async_stop() {
  error_code ignored;
  socket_.close(ignored);
  pause_.cancel();
  co_await gate_.async_close();
}

async::task<> acceptor::run() {
  while (socket_.is_open()) {
    error_code problem;
    co_await socket_.async_wait(ip::tcp::acceptor::wait_read, boost::asio::redirect_error(async::use_task, problem));
    if (!socket_.is_open() || accept_waiting()) continue;
    pause_.expires_after(pause_when_exhausted);
    co_await pause_.async_wait(boost::asio::redirect_error(async::use_task, problem));
  }
}

bool acceptor::accept_waiting() {
  for (int taken = 0; taken < accepted_at_once_max; ++taken) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    const int number =
        ::accept4(socket_.native_handle(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (number >= 0) {
      deal(number, address_of(peer));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return true;
    } else if (!concerns_one_connection(errno)) {
      spdlog::warn("cannot accept connections: {}; pausing", std::strerror(errno));
      return false;
    }
  }
  return true;
}

void acceptor::deal(int number, const ip::address& from) {
  descriptor accepted(number);
  std::optional<connection_limits::ticket> place = limits_.admit(from);
  if (!place) return;
  const int on = 1;
  ::setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ::setsockopt(number, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent_bytes_max, sizeof unsent_bytes_max);
  shard& target = *shards_[next_shard_++ % shards_.size()];
  post_to(target,
          [this, &target, v6 = from.is_v6(), accepted = std::move(accepted), place = std::move(*place)]() mutable {
            tcp_socket socket(target.executor());
            error_code problem;
            socket.assign(v6 ? ip::tcp::v6() : ip::tcp::v4(), accepted.get(), problem);
            if (problem) return;
            accepted.release();
            socket.native_non_blocking(true, problem);
            if (problem) return;
            serve_(target, stream(std::move(socket), tls_ ? tls_->connect() : nullptr, std::move(place)));
          });
}

}  // namespace nightlight::transport
