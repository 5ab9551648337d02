#include "care/incident_box.hpp"

#include <filesystem>

#include "sealing/aead.hpp"
#include "sealing/digest.hpp"
#include "sealing/kept_key.hpp"
#include "sealing/key_file.hpp"
#include "sealing/private_file.hpp"
#include "sealing/text_form.hpp"
#include "wire/incident_record.hpp"

namespace nightlight::care {
namespace {

constexpr const char* requests_name = "incidents.key";
constexpr std::string_view file_prefix = "incident-";

std::string file_of(const incident_id& id, incident_part part) {
  const char* ending = part == incident_part::record ? ".record.key" : ".excerpt.key";
  return std::string(file_prefix) + sealing::to_hex(id.value) + ending;
}

std::string bound_to(std::string_view what, const incident_id& id) {
  return "nightlight incident v1 " + std::string(what) + " " + id.value;
}

std::string bound_to_entry(const incident_id& id, std::uint32_t number) {
  return bound_to("entry " + std::to_string(number), id);
}

}  // namespace

incident_box::incident_box(std::string keys_dir)
    : keys_dir_(std::move(keys_dir)), requests_(sealing::find_or_make_key(keys_dir_, requests_name)) {}

result<void> incident_box::keep_key(const incident_id& id, incident_part part, const sealing::secret_key& key) const {
  if (auto kept = sealing::write_private_file(keys_dir_, file_of(id, part), key.view()); !kept) return kept;
  return sealing::sync_folder(keys_dir_);
}

result<sealing::secret_key> incident_box::find_key(const incident_id& id, incident_part part) const {
  return sealing::find_key_file(keys_dir_, file_of(id, part));
}

result<void> incident_box::destroy_key(const incident_id& id, incident_part part) const {
  return sealing::destroy_key_file(keys_dir_, file_of(id, part));
}

std::string incident_box::fingerprint(std::string_view request) const {
  return sealing::hmac_sha256(requests_.view(), request);
}

void incident_box::forget(const std::string& keys_dir) {
  std::filesystem::remove(keys_dir + "/" + requests_name);
  for (const auto& file : std::filesystem::directory_iterator{keys_dir}) {
    if (file.path().filename().native().starts_with(file_prefix)) std::filesystem::remove(file.path());
  }
}

std::string seal_record(const sealing::secret_key& key, const incident_id& id, const domain::incident& what) {
  return sealing::seal_box(key, bound_to("record", id), wire::encode_incident(what));
}

std::string seal_excerpt(const sealing::secret_key& key, const incident_id& id, const private_text& words) {
  return sealing::seal_box(key, bound_to("excerpt", id), words.reveal());
}

std::string seal_entry(const sealing::secret_key& key, const incident_id& id, std::uint32_t number,
                       const domain::log_entry& entry) {
  return sealing::seal_box(key, bound_to_entry(id, number), wire::encode_entry(entry));
}

result<domain::incident> open_record(const sealing::secret_key& key, const incident_row& row) {
  const auto opened = sealing::open_box(key, bound_to("record", row.id), row.sealed);
  if (!opened) return opened.error();
  return wire::decode_incident(*opened);
}

result<private_text> open_excerpt(const sealing::secret_key& key, const incident_row& row) {
  auto opened = sealing::open_box(key, bound_to("excerpt", row.id), row.sealed_excerpt);
  if (!opened) return opened.error();
  return private_text{std::move(*opened)};
}

result<domain::log_entry> open_entry(const sealing::secret_key& key, const incident_entry_row& row) {
  const auto opened = sealing::open_box(key, bound_to_entry(row.incident, row.number), row.sealed);
  if (!opened) return opened.error();
  return wire::decode_entry(*opened);
}

}  // namespace nightlight::care
