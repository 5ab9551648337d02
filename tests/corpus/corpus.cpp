#include "corpus/corpus.hpp"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace nightlight::corpus {
namespace {

using google::protobuf::Struct;

constexpr std::string_view later_batches[] = {"5",   "5e",  "5m",  "5s",  "6",   "6e",  "6f",  "6s",  "7",   "8a",
                                              "8b",  "9a",  "10e", "10f", "10g", "10h", "10i", "11j", "11k", "11l",
                                              "12a", "12b", "12c", "12d", "12e", "12f", "12g", "12h", "12i", "12j",
                                              "12k", "12l", "12m", "12q", "12r", "12s", "12u"};

item item_of(const Struct& object, kind what) {
  const auto& fields = object.fields();
  item made;
  made.what = what;
  made.id = fields.at("id").string_value();
  made.language = fields.contains("lang") ? fields.at("lang").string_value() : "mix";
  made.room = domain::care::profile_named(fields.at("room").string_value());
  for (const auto& m : fields.at("messages").list_value().values()) made.messages.push_back(m.string_value());
  const auto& expect = fields.at("expect").struct_value().fields();
  made.expected =
      domain::care::named<domain::care::level>(domain::care::level_names, expect.at("level").string_value()).value();
  for (const auto& c : expect.at("categories").list_value().values()) {
    made.categories.push_back(static_cast<domain::care::category>(std::stoi(c.string_value().substr(1))));
  }
  made.check = in_check_part(made.id);
  return made;
}

void read_file(const std::filesystem::path& path, kind what, std::vector<item>& out) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    try {
      Struct object;
      if (!google::protobuf::util::JsonStringToMessage(line, &object).ok()) throw std::runtime_error("not JSON");
      out.push_back(item_of(object, what));
    } catch (const std::exception& e) {
      throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + e.what());
    }
  }
}

}  // namespace

bool by_another_hand(std::string_view id) {
  const auto batch = id.substr(1, id.find('-') - 1);  // behind the letter that says what it is
  return std::ranges::find(later_batches, batch) != std::end(later_batches);
}

bool in_check_part(std::string_view id) { return id.ends_with('7') && by_another_hand(id); }

std::vector<item> read_corpus(const std::filesystem::path& dir) {
  std::vector<item> all;
  read_file(dir / "positive.jsonl", kind::positive, all);
  read_file(dir / "trap.jsonl", kind::trap, all);
  read_file(dir / "everyday.jsonl", kind::everyday, all);
  return all;
}

}  // namespace nightlight::corpus
