#include "app/data_state.hpp"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iterator>

namespace nightlight::app {
namespace {

constexpr std::string_view unread = "unreviewed";

void note_check(data_state& all, const std::string& day) {
  if (!day.empty() && (all.oldest_check.empty() || day < all.oldest_check)) all.oldest_check = day;
}

std::string text_in(const google::protobuf::Struct& entry, const std::string& name) {
  const auto found = entry.fields().find(name);
  return found == entry.fields().end() ? std::string{} : found->second.string_value();
}

// What stands after `name` in a line of the head, which ends at the first empty line.
void read_head(std::istream& file, data_state& all) {
  const auto after = [](const std::string& line, std::string_view name) {
    return line.starts_with(name) ? line.substr(name.size()) : std::string{};
  };
  ++all.entries;
  bool read = false;
  std::string line;
  while (std::getline(file, line) && !line.empty()) {
    if (const auto version = after(line, "version "); version > all.version) all.version = version;
    note_check(all, after(line, "looked_up "));
    if (const auto review = after(line, "review "); !review.empty()) read = review != unread;
  }
  if (!read) ++all.unreviewed;
}

}  // namespace

data_state lexicon_state(const std::filesystem::path& dir) {
  data_state all;
  std::error_code wrong;
  for (const auto& file : std::filesystem::directory_iterator(dir, wrong)) {
    if (file.path().extension() != ".lexicon") continue;
    std::ifstream in(file.path());
    read_head(in, all);
  }
  return all;
}

data_state entries_state(std::string_view text, const std::string& list) {
  data_state all;
  google::protobuf::Struct whole;
  if (!google::protobuf::util::JsonStringToMessage(std::string(text), &whole).ok()) return all;
  const auto found = whole.fields().find(list);
  if (found == whole.fields().end()) return all;
  for (const auto& one : found->second.list_value().values()) {
    const google::protobuf::Struct& entry = one.struct_value();
    if (text_in(entry, "state") != "ok") {
      ++all.waiting;
      continue;
    }
    ++all.entries;
    note_check(all, text_in(entry, "checked"));
    const std::string review = text_in(entry, "review");
    if (review.empty() || review == unread) ++all.unreviewed;
  }
  return all;
}

data_state entries_state_of(const std::filesystem::path& file, const std::string& list) {
  std::ifstream in(file);
  return entries_state(std::string{std::istreambuf_iterator<char>(in), {}}, list);
}

}  // namespace nightlight::app
