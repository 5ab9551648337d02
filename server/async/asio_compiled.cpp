// Asio's implementation, compiled once for every target.
#include <boost/asio/impl/src.hpp>
