// Beast's implementation, compiled once for every target.
#include <boost/beast/src.hpp>
