#include "sealing/kept_key.hpp"

#include <stdexcept>

#include "sealing/private_file.hpp"

namespace nightlight::sealing {

secret_key find_or_make_key(const std::string& folder, const std::string& name) {
  result<std::string> bytes = read_private_file(folder, name, secret_key::size);
  if (bytes && bytes->size() == secret_key::size) {
    auto key = secret_key::from_bytes(*bytes);
    wipe(bytes->data(), bytes->size());
    return key;
  }
  if (bytes || bytes.error() != failure::not_found) {
    throw std::runtime_error(folder + "/" + name + " must be a key of 32 bytes that only its owner can read");
  }
  auto key = secret_key::random();
  const bool kept = write_private_file(folder, name, key.view()) && sync_folder(folder).has_value();
  if (!kept) throw std::runtime_error("the key " + name + " cannot be written in " + folder);
  return key;
}

}  // namespace nightlight::sealing
