// The whole process as an object: built from the settings in the order in which things need each other, stopped in
// the reverse. What is wrong with the machine (a port that is taken, keys that others may read) is thrown at
// construction, in words for the operator.
#pragma once

#include <cstdint>
#include <memory>

#include "app/config.hpp"

namespace nightlight::app {

class server {
 public:
  explicit server(config settings);
  server(const server&) = delete;
  server& operator=(const server&) = delete;
  // Stops as stop() does.
  ~server();

  // Serves from now on. Connections that came since construction have been waiting in the backlog.
  void start();
  std::uint16_t port() const;

  // Reads certificate and key again. A broken pair changes nothing, is logged, and answers false.
  bool reload_certificate();

  // Reads the lexicon again: from the next message on, the new one is what listens. A broken one changes nothing, is
  // logged, and answers false.
  bool reload_lexicon();

  // Accepts no more, tells everyone, lets what was taken be answered, cuts who has not gone in time, and returns when
  // no work is left. Idempotent.
  void stop();

 private:
  struct graph;
  std::unique_ptr<graph> graph_;
};

}  // namespace nightlight::app
