#include "sealing/keyring.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "sealing/key_file.hpp"
#include "sealing/private_file.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::sealing {
namespace {

constexpr std::string_view key_suffix = ".key";

// <meeting in hex>.<class>.key; nothing for any other name.
std::optional<std::pair<meeting_id, retention_class>> parse_name(std::string_view name) {
  if (!name.ends_with(key_suffix)) return std::nullopt;
  name.remove_suffix(key_suffix.size());
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto meeting = from_hex(name.substr(0, dot));
  if (!meeting || meeting->empty()) return std::nullopt;
  for (retention_class kept : all_retention_classes) {
    if (name.substr(dot + 1) == std::to_string(static_cast<std::uint32_t>(kept))) {
      return std::pair{meeting_id{std::move(*meeting)}, kept};
    }
  }
  return std::nullopt;
}

std::string name_of(const meeting_id& meeting, retention_class kept) {
  return to_hex(meeting.value) + "." + std::to_string(static_cast<std::uint32_t>(kept)) + std::string{key_suffix};
}

}  // namespace

keyring::keyring(std::string keys_dir) : keys_dir_(std::move(keys_dir)) {
  if (::mkdir(keys_dir_.c_str(), 0700) != 0 && errno != EEXIST) {
    throw std::runtime_error("keys_dir " + keys_dir_ + " cannot be made");
  }
  struct stat found {};
  if (::stat(keys_dir_.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) {
    throw std::runtime_error("keys_dir " + keys_dir_ + " is not a directory that can be used");
  }
  if (found.st_uid != ::geteuid() || (found.st_mode & 077) != 0) {
    throw std::runtime_error("keys_dir " + keys_dir_ +
                             " must belong to the account that runs nightlight and be closed to everyone else "
                             "(chmod 700)");
  }
  remove_unfinished_files(keys_dir_);
}

result<void> keyring::make(const meeting_id& meeting) {
  for (retention_class kept : all_retention_classes) {
    if (::access(path_of(meeting, kept).c_str(), F_OK) == 0) continue;
    const secret_key key = secret_key::random();
    if (auto made = write_private_file(keys_dir_, name_of(meeting, kept), key.view()); !made) return made;
  }
  return sync_folder(keys_dir_);
}

result<secret_key> keyring::find(const meeting_id& meeting, retention_class kept) const {
  return find_key_file(keys_dir_, name_of(meeting, kept));
}

result<void> keyring::destroy(const meeting_id& meeting, retention_class kept) {
  return destroy_key_file(keys_dir_, name_of(meeting, kept));
}

result<std::vector<std::pair<meeting_id, retention_class>>> keyring::list() const {
  std::vector<std::pair<meeting_id, retention_class>> found;
  std::error_code error;
  for (std::filesystem::directory_iterator at{keys_dir_, error}, end; !error && at != end; at.increment(error)) {
    if (auto named = parse_name(at->path().filename().native())) found.push_back(std::move(*named));
  }
  if (error) return failure::store_unavailable;
  return found;
}

std::string keyring::path_of(const meeting_id& meeting, retention_class kept) const {
  return keys_dir_ + "/" + name_of(meeting, kept);
}

}  // namespace nightlight::sealing
