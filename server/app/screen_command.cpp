#include "app/screen_command.hpp"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "domain/care/screen.hpp"

namespace nightlight::app {
namespace {

namespace care = domain::care;
using google::protobuf::Struct;
using google::protobuf::Value;

std::string json_of(const Value& v) {
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(v, &text).ok()) return "null";
  return text;
}

const Value* field(const Struct& object, const std::string& name) {
  const auto found = object.fields().find(name);
  return found == object.fields().end() ? nullptr : &found->second;
}

std::string error_line(const Value* id, std::string_view what) {
  std::string out = "{";
  if (id != nullptr) out += "\"id\":" + json_of(*id) + ",";
  return out.append("\"error\":\"").append(what).append("\"}");
}

void append_hit(std::string& out, const care::hit& h, const care::said_words& w) {
  if (out.back() == '}') out += ',';
  out += "{\"message\":" + std::to_string(w.message) + ",\"category\":\"C" + std::to_string(h.about) +
         "\",\"rule\":\"" + h.rule + "\",\"start\":" + std::to_string(w.span.begin) +
         ",\"end\":" + std::to_string(w.span.end) + ",\"level\":\"" + std::string(care::name_of(h.says)) +
         "\",\"modifiers\":[";
  bool first = true;
  for (std::size_t i = 0; i < care::modifier_count; ++i) {
    const auto m = static_cast<care::modifier>(i);
    if (!h.has(m)) continue;
    if (!first) out += ',';
    out += '"' + std::string(care::name_of(m)) + '"';
    first = false;
  }
  out += "]}";
}

std::string verdict_line(const Value* id, const care::verdict& v) {
  std::string out = "{";
  if (id != nullptr) out += "\"id\":" + json_of(*id) + ",";
  out += "\"level\":\"" + std::string(care::name_of(v.says)) + "\",\"hits\":[";
  for (const auto& h : v.hits) {
    for (const auto& w : h.words) append_hit(out, h, w);
  }
  return out += "]}";
}

}  // namespace

result<std::vector<care::lexicon_source>> read_lexicon_sources(const std::filesystem::path& dir) {
  std::error_code missing;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(dir, missing)) {
    if (entry.path().extension() == ".lexicon") paths.push_back(entry.path());
  }
  if (missing || paths.empty()) return failure::not_found;
  std::sort(paths.begin(), paths.end());
  std::vector<care::lexicon_source> sources;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) return failure::corrupt;
    sources.push_back({path.filename().string(), std::move(content).str()});
  }
  return sources;
}

std::filesystem::path found_lexicon_dir() {
  const std::filesystem::path here = "config/lexicon";
  std::error_code unknown;
  if (std::filesystem::is_directory(here, unknown)) return here;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  for (auto above = program.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    if (std::filesystem::is_directory(above / here, unknown)) return above / here;
  }
  return program.parent_path().parent_path() / "share/nightlight/lexicon";
}

std::string screened_line(const care::lexicon& lex, std::string_view line, std::string_view default_room) {
  Struct object;
  const google::protobuf::StringPiece piece(line.data(), line.size());
  if (!google::protobuf::util::JsonStringToMessage(piece, &object).ok())
    return error_line(nullptr, "not a JSON object");
  const Value* id = field(object, "id");
  const Value* messages = field(object, "messages");
  if (messages == nullptr || !messages->has_list_value()) return error_line(id, "messages is not a list");
  std::vector<std::string_view> said;
  for (const Value& m : messages->list_value().values()) {
    if (m.kind_case() != Value::kStringValue) return error_line(id, "a message is not a string");
    said.push_back(m.string_value());
  }
  const Value* room = field(object, "room");
  const bool named = room != nullptr && room->kind_case() == Value::kStringValue;
  const auto profile = care::profile_named(named ? std::string_view(room->string_value()) : default_room);
  return verdict_line(id, care::screen(lex, profile, said));
}

int run_screen_command(std::istream& in, std::ostream& out, const std::filesystem::path& lexicon_dir,
                       std::string_view default_room) {
  const auto sources = read_lexicon_sources(lexicon_dir);
  if (!sources) {
    std::cerr << "no lexicon in " << lexicon_dir << "\n";
    return 1;
  }
  const auto parsed = care::parse_lexicon(*sources);
  for (const auto& p : parsed.problems) std::cerr << p.file << ":" << p.line << ": " << p.what << "\n";
  if (!parsed.made) return 1;
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    out << screened_line(*parsed.made, line, default_room) << "\n";
  }
  out.flush();
  return 0;
}

int run_lexicon_lint(std::ostream& out, const std::filesystem::path& lexicon_dir) {
  const auto sources = read_lexicon_sources(lexicon_dir);
  if (!sources) {
    out << "no lexicon in " << lexicon_dir.string() << "\n";
    return 1;
  }
  const auto parsed = care::parse_lexicon(*sources);
  for (const auto& p : parsed.problems) out << p.file << ":" << p.line << ": " << p.what << "\n";
  return parsed.made ? 0 : 1;
}

}  // namespace nightlight::app
