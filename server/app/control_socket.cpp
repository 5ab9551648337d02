#include "app/control_socket.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace nightlight::app {
namespace {

constexpr std::size_t request_bytes_max = 64 * 1024;
constexpr std::size_t reply_bytes_max = 1024 * 1024;
constexpr timeval patience{.tv_sec = 10, .tv_usec = 0};

void check(bool done, const char* what) {
  if (!done) throw std::system_error(errno, std::generic_category(), what);
}

// A socket's name in the file system may have 107 bytes; the way through the folder's descriptor is always short.
class short_name {
 public:
  explicit short_name(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    folder_ = descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const std::string name = "/proc/self/fd/" + std::to_string(folder_.get()) + "/" + path.filename().string();
    assert(name.size() < sizeof address_.sun_path);
    address_.sun_family = AF_UNIX;
    std::memcpy(address_.sun_path, name.c_str(), name.size() + 1);
  }

  bool found() const { return static_cast<bool>(folder_); }
  const sockaddr* address() const { return reinterpret_cast<const sockaddr*>(&address_); }
  static constexpr socklen_t size() { return sizeof(sockaddr_un); }

 private:
  descriptor folder_;
  sockaddr_un address_{};
};

void limit_patience(const descriptor& fd) {
  ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

bool send_all(const descriptor& to, const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = ::send(to.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) return false;
    sent += static_cast<std::size_t>(n);
  }
  return true;
}

// Everything until the other side has shut down; nothing on an error, a timeout or too much.
std::optional<std::string> receive_all(const descriptor& from, std::size_t bytes_max) {
  std::string bytes;
  std::array<char, 4096> chunk;
  for (;;) {
    const ssize_t n = ::recv(from.get(), chunk.data(), chunk.size(), 0);
    if (n == 0) return bytes;
    if (n < 0 || bytes.size() + static_cast<std::size_t>(n) > bytes_max) return std::nullopt;
    bytes.append(chunk.data(), static_cast<std::size_t>(n));
  }
}

// The mode of the socket keeps others out; this also holds where its file was moved or its mode changed.
bool is_own_user_or_root(const descriptor& caller) {
  ucred who{};
  socklen_t size = sizeof who;
  if (::getsockopt(caller.get(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return false;
  return who.uid == ::geteuid() || who.uid == 0;
}

}  // namespace

std::filesystem::path control_socket_path(const std::filesystem::path& database) {
  return database.parent_path() / "control.sock";
}

control_socket::control_socket(std::filesystem::path path, answerer answer)
    : path_(std::move(path)), answer_(std::move(answer)) {
  listening_ = descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  check(static_cast<bool>(listening_), "control socket");
  stopping_ = descriptor(::eventfd(0, EFD_CLOEXEC));
  check(static_cast<bool>(stopping_), "control socket");
  // On Linux the file takes the mode that the socket has when it is bound.
  check(::fchmod(listening_.get(), S_IRUSR | S_IWUSR) == 0, "control socket");
  std::filesystem::remove(path_);
  const short_name name(path_);
  check(name.found() && ::bind(listening_.get(), name.address(), short_name::size()) == 0, path_.c_str());
  check(::listen(listening_.get(), 8) == 0, path_.c_str());
  thread_ = std::thread([this] { serve(); });
}

control_socket::~control_socket() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stopping_.get(), &one, sizeof one);
  thread_.join();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void control_socket::serve() {
  for (;;) {
    std::array<pollfd, 2> waiting{{{listening_.get(), POLLIN, 0}, {stopping_.get(), POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;  // a signal
    if (waiting[1].revents != 0) return;
    const descriptor caller(::accept4(listening_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (caller && is_own_user_or_root(caller)) serve_one(caller);
  }
}

void control_socket::serve_one(const descriptor& caller) {
  limit_patience(caller);
  const std::optional<std::string> bytes = receive_all(caller, request_bytes_max);
  control::v1::Request request;
  if (!bytes || !request.ParseFromString(*bytes)) return;
  send_all(caller, answer_(request).SerializeAsString());
}

std::optional<control::v1::Reply> ask_control_socket(const std::filesystem::path& path,
                                                     const control::v1::Request& request) {
  const short_name name(path);
  const descriptor server(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!server || !name.found()) return std::nullopt;
  limit_patience(server);
  if (::connect(server.get(), name.address(), short_name::size()) != 0) return std::nullopt;
  if (!send_all(server, request.SerializeAsString())) return std::nullopt;
  ::shutdown(server.get(), SHUT_WR);
  const std::optional<std::string> bytes = receive_all(server, reply_bytes_max);
  control::v1::Reply reply;
  if (!bytes || !reply.ParseFromString(*bytes)) return std::nullopt;
  return reply;
}

}  // namespace nightlight::app
