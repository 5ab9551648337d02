// One connection that speaks HTTP: reads requests in order, answers each before it reads the next, and turns into a
// conversation when one of them asks for that and may. After a problem it answers once, says that no more comes, and
// closes.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "accounts/sessions.hpp"
#include "base/instant.hpp"
#include "transport/client_address.hpp"
#include "transport/dialogue.hpp"
#include "transport/http_reader.hpp"
#include "transport/origin.hpp"
#include "transport/routes.hpp"
#include "transport/shard.hpp"
#include "transport/stream.hpp"
#include "transport/upgrade.hpp"
#include "transport/websocket_session.hpp"

namespace nightlight::transport {

// What every HTTP connection needs. Built once, before the first connection; shared by all shards, so what it refers to
// is either constant or says that any thread may call it.
struct http_front {
  const http_rules& rules;
  const site& ours;
  const routes& paths;
  accounts::sessions& sessions;
  std::vector<network> proxies;
  std::function<instant()> now;
  // The dialogue of a conversation that has been let in. Called on the shard.
  std::function<std::unique_ptr<dialogue>(shard& on, upgrade_ticket ticket)> talk;
  const websocket_options& conversation;
  std::chrono::milliseconds write_within{10'000};  // without progress
};

// The rules of the reader for a site: bodies for the API alone, hosts that are ours. `ours` outlives them.
http_rules rules_for(const site& ours, http_rules limits = {});

// Serves the connection until it ends, TLS handshake included. On the shard's thread. `front` outlives the shard.
void serve_http(shard& on, stream socket, const http_front& front);

}  // namespace nightlight::transport
