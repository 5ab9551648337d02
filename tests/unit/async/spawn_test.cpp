#include "async/spawn.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <sstream>
#include <stdexcept>

namespace nightlight::async {
namespace {

task<> note(bool& ran) {
  ran = true;
  co_return;
}

task<> fail() {
  throw std::runtime_error("what she said");
  co_return;
}

struct spawned_work : testing::Test {
  boost::asio::io_context context;
  gate g{context.get_executor()};
  std::ostringstream log;
  std::shared_ptr<spdlog::logger> before = spdlog::default_logger();

  void SetUp() override {
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(log)));
  }
  void TearDown() override { spdlog::set_default_logger(before); }
};

TEST_F(spawned_work, is_counted_until_it_ends) {
  bool ran = false;
  ASSERT_TRUE(spawn(context.get_executor(), g, "noting", note(ran)));
  EXPECT_EQ(g.inside(), 1u);
  context.run();
  EXPECT_TRUE(ran);
  EXPECT_EQ(g.inside(), 0u);
}

TEST_F(spawned_work, does_not_start_in_a_closing_gate) {
  bool ran = false;
  g.close();
  EXPECT_FALSE(spawn(context.get_executor(), g, "noting", note(ran)));
  context.run();
  EXPECT_FALSE(ran);
}

TEST_F(spawned_work, that_throws_leaves_the_gate_and_is_logged_by_type_alone) {
  ASSERT_TRUE(spawn(context.get_executor(), g, "failing", fail()));
  context.run();
  EXPECT_EQ(g.inside(), 0u);
  EXPECT_NE(log.str().find("failing ended by std::runtime_error"), std::string::npos) << log.str();
  EXPECT_EQ(log.str().find("she said"), std::string::npos) << log.str();
}

}  // namespace
}  // namespace nightlight::async
