#include "calendar/place_names.hpp"

#include <filesystem>

#include "sealing/aead.hpp"
#include "sealing/kept_key.hpp"
#include "sealing/text_form.hpp"

namespace nightlight::calendar {
namespace {

constexpr const char* key_name = "places.key";

std::string bound_to(std::string_view what, const meeting_name& meeting, const person_id& person) {
  return "nightlight " + std::string(what) + " v1 " + domain::calendar::to_text(meeting.day) + " " + person.value;
}

}  // namespace

place_names::place_names(const std::string& keys_dir) : key_(sealing::find_or_make_key(keys_dir, key_name)) {}

std::string place_names::seal(const meeting_name& meeting, const person_id& person, const private_text& name) const {
  return sealing::seal_box(key_, bound_to("place", meeting, person), name.reveal());
}

private_text place_names::open(const place_row& row) const {
  auto opened = sealing::open_box(key_, bound_to("place", row.meeting, row.person), row.sealed_name);
  return opened ? private_text{std::move(*opened)} : private_text{};
}

std::string place_names::seal_cover(const meeting_name& meeting, const person_id& person,
                                    const private_text& words) const {
  return sealing::seal_box(key_, bound_to("cover", meeting, person), words.reveal());
}

private_text place_names::open(const cover_row& row) const {
  auto opened = sealing::open_box(key_, bound_to("cover", row.meeting, row.asked_by), row.sealed_words);
  return opened ? private_text{std::move(*opened)} : private_text{};
}

void place_names::forget(const std::string& keys_dir) { std::filesystem::remove(keys_dir + "/" + key_name); }

std::string text_of(const person_id& person) { return sealing::to_hex(person.value); }

person_id person_of(const std::string& text) {
  if (text.empty()) return {};
  return person_id{sealing::from_hex(text).value_or("not an account")};
}

}  // namespace nightlight::calendar
