// Makes the write-ahead log as long as it becomes, before the first commit. A commit that lengthens its file also waits
// for the file system to write down the new length; one that writes over what is there does not. SQLite takes zeros
// behind the last frame for what is left of an older log: the end.
#pragma once

#include "adapters/sqlite/connection.hpp"

namespace nightlight::adapters {

// Room for `pages`, which is what a checkpoint waits for. Where the disk has none, the log is left as it was and grows
// while it is used. Before the connection's first transaction, or between two.
void lay_out_log(connection& db, int pages);

}  // namespace nightlight::adapters
