#include "app/directory_file.hpp"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <iterator>
#include <set>

#include "app/config.hpp"
#include "app/directory_entry.hpp"

namespace nightlight::app {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

constexpr std::size_t file_bytes_max = 1 << 20;
constexpr int entries_max = 500;

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

// Nothing but a note and the entries; what is wrong in words, or nothing.
std::string shape_problem(const Struct& whole) {
  for (const auto& [name, value] : whole.fields()) {
    if (name != "note" && name != "entries")
      return name + ": is not known here; the file holds \"note\" and \"entries\"";
  }
  const auto entries = whole.fields().find("entries");
  if (entries == whole.fields().end() || !entries->second.has_list_value()) return "entries: must be a list, as in []";
  if (entries->second.list_value().values_size() > entries_max) {
    return "entries: are more than " + std::to_string(entries_max);
  }
  return "";
}

std::string as_json(const Struct& whole) {
  std::string out;
  const bool written = google::protobuf::util::MessageToJsonString(whole, &out).ok();
  return written ? out : "";
}

class reading {
 public:
  explicit reading(std::string name) : name_(std::move(name)) {}

  directory_file read(const Struct& whole) {
    const std::string wrong = shape_problem(whole);
    if (!wrong.empty()) return {"", {name_ + ": " + wrong}};
    Struct shown;
    auto& list = *(*shown.mutable_fields())["entries"].mutable_list_value();
    int number = 0;
    for (const Value& one : whole.fields().at("entries").list_value().values()) {
      const bool is_right = check(++number, one);
      if (!is_right || text_in(one.struct_value(), "state") != "ok") continue;
      *list.add_values()->mutable_struct_value() = shown_part(one.struct_value());
    }
    if (out_.problems.empty()) out_.shown = as_json(shown);
    return std::move(out_);
  }

 private:
  bool check(int number, const Value& one) {
    const std::string id = text_in(one.struct_value(), "id");
    const std::string where = name_ + ": entry " + std::to_string(number) + (id.empty() ? "" : " (" + id + ")") + ": ";
    if (!one.has_struct_value()) {
      out_.problems.push_back(where + "must be written in { and }");
      return false;
    }
    const std::vector<std::string> wrong = problems_of_entry(one.struct_value());
    for (const std::string& what : wrong) out_.problems.push_back(where + what);
    const bool is_new = ids_.insert(id).second;
    if (!is_new && !id.empty()) out_.problems.push_back(where + "id: an entry before has the same");
    return wrong.empty() && is_new;
  }

  const std::string name_;
  std::set<std::string> ids_;
  directory_file out_;
};

}  // namespace

directory_file read_directory(const std::string& name, std::string_view text) {
  if (text.size() > file_bytes_max) return {"", {name + ": is larger than a megabyte"}};
  Struct whole;
  const auto parsed = google::protobuf::util::JsonStringToMessage(std::string(text), &whole);
  if (!parsed.ok()) return {"", {name + ": is not JSON: " + first_line(parsed.message().ToString())}};
  return reading(name).read(whole);
}

directory_file load_directory(const std::filesystem::path& file) {
  std::error_code unknown;
  const bool by_default = file == std::filesystem::path(config{}.organisation.directory_file);
  if (file.empty() || (by_default && !std::filesystem::exists(file, unknown))) {
    return read_directory("", R"({"entries": []})");
  }
  std::ifstream in(file, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(file, unknown)) return {"", {file.string() + ": cannot be read"}};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return read_directory(file.string(), text);
}

}  // namespace nightlight::app
