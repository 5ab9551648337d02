// Asio's TLS, for the sinks alone: the server has OpenSSL on the descriptor instead.
#include <boost/asio/ssl/impl/src.hpp>
