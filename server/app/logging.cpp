#include "app/logging.hpp"

#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace nightlight::app {

void set_up_logging(const log_config& wanted) {
  auto logger =
      wanted.file.empty() ? spdlog::stderr_logger_mt("nightlight") : spdlog::basic_logger_mt("nightlight", wanted.file);
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->set_level(spdlog::level::from_str(wanted.level));
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
  // Protobuf says on standard error what does not parse; anybody can make it say that as often as she likes.
  google::protobuf::SetLogHandler(nullptr);
}

}  // namespace nightlight::app
