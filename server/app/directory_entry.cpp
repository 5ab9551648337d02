#include "app/directory_entry.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "domain/calendar/local_time.hpp"
#include "domain/text/code_points.hpp"

namespace nightlight::app {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

struct spoken_field {
  std::string_view name;
  std::size_t code_points_max;
};
constexpr std::array<spoken_field, 5> in_both_languages{
    {{"name", 80}, {"about", 200}, {"who", 120}, {"topic", 40}, {"area", 60}}};
constexpr std::array<std::string_view, 8> plain_texts{"id",     "call",    "display", "web",
                                                      "source", "checked", "review",  "state"};
constexpr std::array<std::string_view, 9> shown_fields{"id",   "name", "about",   "who", "topic",
                                                       "area", "call", "display", "web"};
constexpr std::size_t plain_text_bytes_max = 300;

std::string digits_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

const Value* field_of(const Struct& entry, const std::string& field) {
  const auto found = entry.fields().find(field);
  return found == entry.fields().end() ? nullptr : &found->second;
}

class check {
 public:
  explicit check(const Struct& entry) : entry_(entry) {}

  std::vector<std::string> all() {
    for (const auto& [name, most] : in_both_languages) spoken(std::string(name), most);
    for (const std::string_view name : plain_texts) plain(std::string(name));
    languages();
    unknown();
    if (!problems_.empty()) return std::move(problems_);
    id();
    ways();
    origin();
    return std::move(problems_);
  }

 private:
  void say(const std::string& field, const std::string& what) { problems_.push_back(field + ": " + what); }

  void spoken(const std::string& field, std::size_t most) {
    const Value* both = field_of(entry_, field);
    if (both == nullptr || !both->has_struct_value()) {
      return say(field, "is missing: write it in both languages, as in {\"en\": \"…\", \"es\": \"…\"}");
    }
    for (const char* language : {"en", "es"}) {
      const std::string text = text_in(both->struct_value(), language);
      const std::string where = field + "." + language;
      if (text.empty()) say(where, "is missing");
      if (domain::code_points(text) > most) say(where, "is longer than " + std::to_string(most) + " characters");
    }
    if (both->struct_value().fields_size() > 2) say(field, "holds more than \"en\" and \"es\"");
  }

  void plain(const std::string& field) {
    const Value* value = field_of(entry_, field);
    if (value == nullptr || value->kind_case() != Value::kStringValue) {
      return say(field, "is missing: write a text; for none write \"\"");
    }
    if (value->string_value().size() > plain_text_bytes_max) say(field, "is too long");
  }

  void languages() {
    const Value* list = field_of(entry_, "languages");
    if (list == nullptr || !list->has_list_value()) {
      return say("languages", "is missing: write [\"en\", \"es\"], or [] where nobody has asked");
    }
    for (const Value& one : list->list_value().values()) {
      if (one.string_value() != "en" && one.string_value() != "es") say("languages", "may hold \"en\" and \"es\"");
    }
  }

  void unknown() {
    std::vector<std::string_view> known(plain_texts.begin(), plain_texts.end());
    for (const auto& [name, most] : in_both_languages) known.push_back(name);
    known.push_back("languages");
    std::vector<std::string> strange;
    for (const auto& [name, value] : entry_.fields()) {
      if (std::ranges::find(known, name) == known.end()) strange.push_back(name);
    }
    std::ranges::sort(strange);
    for (const std::string& name : strange) say(name, "is not a field of an entry");
  }

  void id() {
    const std::string text = text_in(entry_, "id");
    const bool good = !text.empty() && std::ranges::all_of(text, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (!good) say("id", "must be small letters, digits, _ and -, as in \"tuesday_walk\"");
  }

  void ways() {
    const std::string call = text_in(entry_, "call");
    const std::string web = text_in(entry_, "web");
    if (call.empty() && web.empty()) say("call", "there must be a number to call, or an address in web");
    phone(call, text_in(entry_, "display"));
    const auto written = [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>' && c != '\\'; };
    const bool good = web.starts_with("https://") && web.size() > 8 && std::ranges::all_of(web, written);
    if (!web.empty() && !good) say("web", "\"" + web + "\" must begin with https:// and hold no space");
  }

  // With and without the country's 1, it is the same line.
  void phone(const std::string& call, const std::string& display) {
    if (call.empty()) {
      if (!display.empty()) say("display", "is there without a number in call");
      return;
    }
    const std::string digits = digits_of(call);
    const bool international = call == "+" + digits && digits.size() >= 7 && digits.size() <= 15;
    const bool is_short = call == digits && digits.size() >= 3 && digits.size() <= 6;
    if (!international && !is_short) say("call", "must be like +13125550100, or a short number like 211");
    const std::string printed = digits_of(display);
    if (printed != digits && "1" + printed != digits) say("display", "is another number than call");
  }

  void origin() {
    if (text_in(entry_, "source").empty()) say("source", "is missing: say where it was found");
    if (!domain::calendar::local_day_of(text_in(entry_, "checked"))) {
      say("checked", "must be the day somebody looked it up, like 2026-11-24");
    }
    if (text_in(entry_, "review").empty()) say("review", "must be \"unreviewed\", or who has reviewed it");
    const std::string state = text_in(entry_, "state");
    if (state != "ok" && state != "confirm" && state != "old") say("state", "must be \"ok\", \"confirm\" or \"old\"");
  }

  const Struct& entry_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> problems_of_entry(const Struct& entry) { return check(entry).all(); }

std::string text_in(const Struct& entry, const std::string& field) {
  const Value* value = field_of(entry, field);
  return value == nullptr ? "" : value->string_value();
}

Struct shown_part(const Struct& entry) {
  Struct out;
  for (const std::string_view name : shown_fields) {
    const std::string field(name);
    (*out.mutable_fields())[field] = entry.fields().at(field);
  }
  for (const char* field : {"languages", "checked"}) (*out.mutable_fields())[field] = entry.fields().at(field);
  return out;
}

}  // namespace nightlight::app
