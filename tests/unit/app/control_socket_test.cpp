#include "app/control_socket.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace nightlight::app {
namespace {

std::filesystem::path fresh_folder(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / ("nightlight-" + name);
  std::filesystem::remove_all(folder);
  return folder;
}

control::v1::Reply echo(const control::v1::Request& request) {
  control::v1::Reply reply;
  reply.set_done(true);
  reply.set_words("for " + request.disable_staff().name());
  return reply;
}

control::v1::Request disable(const std::string& name) {
  control::v1::Request request;
  request.mutable_disable_staff()->set_name(name);
  return request;
}

TEST(control_socket, answers_one_caller_after_another) {
  const auto folder = fresh_folder("control");
  std::filesystem::create_directories(folder);
  control_socket server(folder / "control.sock", echo);
  for (const char* name : {"Kim", "Lee"}) {
    const auto reply = ask_control_socket(folder / "control.sock", disable(name));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->words(), std::string("for ") + name);
  }
}

TEST(control_socket, is_for_its_owner_alone_and_gone_afterwards) {
  const auto folder = fresh_folder("control-mode");
  std::filesystem::create_directories(folder);
  const auto path = folder / "control.sock";
  {
    control_socket server(path, echo);
    struct stat state {};
    ASSERT_EQ(::stat(path.c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(control_socket, takes_the_place_of_a_dead_server_s_socket_and_may_have_a_long_name) {
  const auto folder = fresh_folder("control-long") / std::string(120, 'x');
  std::filesystem::create_directories(folder);
  const auto path = folder / "control.sock";
  EXPECT_FALSE(ask_control_socket(path, disable("Kim")));
  descriptor dead(::open((folder / "control.sock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  control_socket server(path, echo);
  EXPECT_TRUE(ask_control_socket(path, disable("Kim")));
}

}  // namespace
}  // namespace nightlight::app
