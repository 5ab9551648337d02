// A mail server and a web server of the test's own, on loopback and free ports, that take what comes and answer as they
// are told. Each connection has a thread; the sink's end ends them.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace nightlight::paging_tests {

using tcp = boost::asio::ip::tcp;

// Accepts until it ends, each connection on a thread that serves it and whose socket the end closes.
class sink {
 public:
  explicit sink(std::function<void(tcp::socket&)> serve);
  ~sink();
  sink(const sink&) = delete;
  sink& operator=(const sink&) = delete;

  std::uint16_t port() const { return port_; }

 private:
  void accept_all();

  boost::asio::io_context context_{1};
  tcp::acceptor acceptor_;
  std::uint16_t port_;
  std::function<void(tcp::socket&)> serve_;
  std::atomic<bool> ending_ = false;
  std::deque<tcp::socket> sockets_;  // the accepting thread's, until it has ended
  std::vector<std::thread> serving_;
  std::thread accepting_;
};

enum class mail_answer { take, refuse, refuse_for_good, drop_unanswered, stay_silent };

struct received_mail {
  std::string from;
  std::string to;
  std::string text;
  std::string user;  // the AUTH PLAIN response, when there was one

  std::string message_id() const;
};

struct smtp_manner {
  bool tls = false;       // from the first byte
  bool starttls = false;  // offers it
  std::string certificate;
  std::string key;
};

class smtp_sink {
 public:
  explicit smtp_sink(smtp_manner manner = {});

  std::uint16_t port() const { return sink_.port(); }
  // For each mail from now on, after its last byte.
  void answer_with(mail_answer what) { answer_ = what; }
  std::vector<received_mail> mails() const;

 private:
  template <class Stream>
  void converse(Stream& stream, bool secured);
  void serve(tcp::socket& socket);

  smtp_manner manner_;
  boost::asio::ssl::context tls_{boost::asio::ssl::context::tls_server};
  std::atomic<mail_answer> answer_ = mail_answer::take;
  mutable std::mutex mutex_;
  std::vector<received_mail> mails_;
  sink sink_;
};

struct received_call {
  std::string head;
  std::string body;
};

class http_sink {
 public:
  http_sink();

  std::string url() const { return "http://127.0.0.1:" + std::to_string(sink_.port()) + "/hook"; }
  void answer_with(int status) { status_ = status; }
  std::vector<received_call> calls() const;

 private:
  void serve(tcp::socket& socket);

  std::atomic<int> status_ = 204;
  mutable std::mutex mutex_;
  std::vector<received_call> calls_;
  sink sink_;
};

}  // namespace nightlight::paging_tests
