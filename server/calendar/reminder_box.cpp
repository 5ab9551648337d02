#include "calendar/reminder_box.hpp"

#include <filesystem>

#include "sealing/aead.hpp"
#include "sealing/kept_key.hpp"

namespace nightlight::calendar {
namespace {

constexpr const char* key_name = "reminders.key";

std::string context_of(const person_id& person) { return "nightlight reminder v1 " + person.value; }

}  // namespace

reminder_box::reminder_box(const std::string& keys_dir) : key_(sealing::find_or_make_key(keys_dir, key_name)) {}

// One a line: none of the three has a line end in it.
std::string reminder_box::seal(const person_id& person, const reached_by& how) const {
  std::string all(how.address.reveal());
  all.append("\n").append(how.link.reveal()).append("\n").append(how.stop.reveal());
  std::string sealed = sealing::seal_box(key_, context_of(person), all);
  sealing::wipe(all.data(), all.size());
  return sealed;
}

result<reached_by> reminder_box::open(const person_id& person, const std::string& sealed) const {
  result<std::string> opened = sealing::open_box(key_, context_of(person), sealed);
  if (!opened) return opened.error();
  const std::size_t first = opened->find('\n');
  const std::size_t second = first == std::string::npos ? first : opened->find('\n', first + 1);
  if (second == std::string::npos) return failure::corrupt;
  reached_by how{private_text{opened->substr(0, first)}, private_text{opened->substr(first + 1, second - first - 1)},
                 private_text{opened->substr(second + 1)}};
  sealing::wipe(opened->data(), opened->size());
  return how;
}

void reminder_box::forget(const std::string& keys_dir) { std::filesystem::remove(keys_dir + "/" + key_name); }

}  // namespace nightlight::calendar
