#include "paging/support/sinks.hpp"

#include <sys/socket.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace nightlight::paging_tests {
namespace {

namespace net = boost::asio;
using error = boost::system::error_code;

// Lines in, lines out; a connection that is gone reads as an empty line for ever.
template <class Stream>
class lines {
 public:
  explicit lines(Stream& stream) : stream_(stream) {}

  std::string read() { return read_until("\r\n"); }
  std::string read_until(const std::string& end) {
    error gone;
    const std::size_t n = net::read_until(stream_, net::dynamic_buffer(waiting_), end, gone);
    gone_ = gone_ || gone;
    std::string line = waiting_.substr(0, n);
    waiting_.erase(0, n);
    return line;
  }
  std::string read_bytes(std::size_t count) {
    error gone;
    while (waiting_.size() < count && !gone) {
      char more[4096];
      const std::size_t n = stream_.read_some(net::buffer(more), gone);
      waiting_.append(more, n);
    }
    return waiting_.substr(0, count);
  }
  void write(const std::string& text) {
    error gone;
    net::write(stream_, net::buffer(text), gone);
    gone_ = gone_ || gone;
  }
  bool gone() const { return gone_; }

 private:
  Stream& stream_;
  std::string waiting_;
  bool gone_ = false;
};

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

}  // namespace

sink::sink(std::function<void(tcp::socket&)> serve)
    : acceptor_(context_, {net::ip::address_v4::loopback(), 0}),
      port_(acceptor_.local_endpoint().port()),
      serve_(std::move(serve)),
      accepting_([this] { accept_all(); }) {}

void sink::accept_all() {
  for (;;) {
    error wrong;
    tcp::socket socket = acceptor_.accept(wrong);
    if (ending_ || wrong) return;
    sockets_.push_back(std::move(socket));
    serving_.emplace_back([this, &s = sockets_.back()] {
      serve_(s);
      ::shutdown(s.native_handle(), SHUT_RDWR);
    });
  }
}

sink::~sink() {
  ending_ = true;
  error ignored;
  tcp::socket waker(context_);
  waker.connect({net::ip::address_v4::loopback(), port_}, ignored);
  accepting_.join();
  for (tcp::socket& s : sockets_) ::shutdown(s.native_handle(), SHUT_RDWR);
  for (std::thread& t : serving_) t.join();
}

std::string received_mail::message_id() const { return between(text, "Message-ID: ", "\r\n"); }

smtp_sink::smtp_sink(smtp_manner manner) : manner_(std::move(manner)), sink_([this](tcp::socket& s) { serve(s); }) {
  if (manner_.certificate.empty()) return;
  tls_.use_certificate_chain_file(manner_.certificate);
  tls_.use_private_key_file(manner_.key, net::ssl::context::pem);
}

std::vector<received_mail> smtp_sink::mails() const {
  const std::lock_guard lock(mutex_);
  return mails_;
}

void smtp_sink::serve(tcp::socket& socket) {
  if (!manner_.tls) {
    lines<tcp::socket>(socket).write("220 sink\r\n");
    return converse(socket, false);
  }
  net::ssl::stream<tcp::socket&> secured(socket, tls_);
  error refused;
  secured.handshake(net::ssl::stream_base::server, refused);
  if (refused) return;
  lines<net::ssl::stream<tcp::socket&>>(secured).write("220 sink\r\n");
  converse(secured, true);
}

template <class Stream>
void smtp_sink::converse(Stream& stream, bool secured) {
  lines<Stream> talk(stream);
  received_mail mail;
  while (!talk.gone()) {
    const std::string line = talk.read();
    if (line.starts_with("EHLO")) {
      const bool offers = manner_.starttls && !secured;
      talk.write(std::string("250-sink\r\n") + (offers ? "250-STARTTLS\r\n" : "250-AUTH PLAIN\r\n") +
                 "250 SIZE 100000\r\n");
    } else if (line.starts_with("STARTTLS")) {
      talk.write("220 go ahead\r\n");
      if constexpr (std::is_same_v<Stream, tcp::socket>) {
        net::ssl::stream<tcp::socket&> inside(stream, tls_);
        error refused;
        inside.handshake(net::ssl::stream_base::server, refused);
        if (!refused) converse(inside, true);
      }
      return;
    } else if (line.starts_with("AUTH PLAIN")) {
      mail.user = line.size() > 13 ? line.substr(11, line.size() - 13) : "";
      if (mail.user.empty()) {
        talk.write("334 \r\n");
        mail.user = talk.read();
      }
      talk.write("235 ok\r\n");
    } else if (line.starts_with("MAIL FROM:")) {
      mail.from = between(line, "<", ">");
      talk.write("250 ok\r\n");
    } else if (line.starts_with("RCPT TO:")) {
      mail.to = between(line, "<", ">");
      talk.write("250 ok\r\n");
    } else if (line.starts_with("DATA")) {
      talk.write("354 go ahead\r\n");
      mail.text = talk.read_until("\r\n.\r\n");
      {
        const std::lock_guard lock(mutex_);
        mails_.push_back(mail);
      }
      const mail_answer how = answer_;
      if (how == mail_answer::drop_unanswered) return;
      if (how == mail_answer::take) talk.write("250 taken\r\n");
      if (how == mail_answer::refuse) talk.write("451 not now\r\n");
      if (how == mail_answer::refuse_for_good) talk.write("550 no such mailbox\r\n");
    } else if (line.starts_with("QUIT")) {
      talk.write("221 bye\r\n");
      return;
    } else if (!talk.gone()) {
      talk.write("250 ok\r\n");
    }
  }
}

http_sink::http_sink() : sink_([this](tcp::socket& s) { serve(s); }) {}

std::vector<received_call> http_sink::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

void http_sink::serve(tcp::socket& socket) {
  lines<tcp::socket> talk(socket);
  received_call call;
  call.head = talk.read_until("\r\n\r\n");
  const std::string length = between(call.head, "Content-Length: ", "\r\n");
  if (length.empty()) return;
  call.body = talk.read_bytes(std::stoul(length));
  {
    const std::lock_guard lock(mutex_);
    calls_.push_back(call);
  }
  talk.write("HTTP/1.1 " + std::to_string(status_) + " so\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  error ignored;
  socket.shutdown(tcp::socket::shutdown_both, ignored);
}

}  // namespace nightlight::paging_tests
