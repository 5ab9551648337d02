// What Beast's websocket::stream sits on: reads come from the connection's stream, writes enter its outbox whole. Beast
// writes pongs, closes and the handshake by itself; written to the socket directly they would land in the middle of a
// frame that is half sent. Included by websocket_session.cpp alone.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/role.hpp>
#include <cstddef>
#include <string>
#include <utility>

#include "transport/stream.hpp"

namespace nightlight::transport {

class websocket_layer {
 public:
  using executor_type = async::executor;

  // Takes what Beast wrote: a whole frame, or the answer to the upgrade.
  class writer {
   public:
    virtual void written_by_beast(std::string bytes) = 0;

   protected:
    ~writer() = default;
  };

  // Both outlive the layer.
  websocket_layer(stream& socket, writer& to) : stream_(&socket), writer_(&to) {}

  executor_type get_executor() const { return stream_->get_executor(); }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return stream_->async_read_some(buffers, std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(error_code, std::size_t)>(
        [this](auto handler, const Buffers& from) {
          const std::size_t size = boost::asio::buffer_size(from);
          writer_->written_by_beast(std::string(boost::asio::buffers_begin(from), boost::asio::buffers_end(from)));
          boost::asio::post(get_executor(), boost::beast::bind_front_handler(std::move(handler), error_code(), size));
        },
        token, buffers);
  }

  // Ending the connection is the session's work, behind whatever the outbox still holds.
  template <class Handler>
  friend void async_teardown(boost::beast::role_type, websocket_layer& layer, Handler&& handler) {
    boost::asio::post(layer.get_executor(),
                      boost::beast::bind_front_handler(std::forward<Handler>(handler), error_code()));
  }
  friend void teardown(boost::beast::role_type, websocket_layer&, error_code& problem) { problem = {}; }
  friend void beast_close_socket(websocket_layer& layer) { layer.stream_->close(); }

 private:
  stream* stream_;
  writer* writer_;
};

}  // namespace nightlight::transport
