#include "accounts/return_links.hpp"

#include <algorithm>
#include <filesystem>

#include "sealing/aead.hpp"
#include "sealing/kept_key.hpp"

namespace nightlight::accounts {
namespace {

constexpr const char* key_name = "returns.key";

std::string context_of(const person_id& person) { return "nightlight return v1 " + person.value; }

// The secret, a line end that it cannot have, and the name.
struct opened_link {
  secret shown;
  private_text name;
};

result<opened_link> open(const sealing::secret_key& key, const return_link_row& row) {
  result<std::string> all = sealing::open_box(key, context_of(row.person), row.sealed);
  if (!all) return all.error();
  const std::size_t end = all->find('\n');
  if (end == std::string::npos) return failure::corrupt;
  return opened_link{secret{all->substr(0, end)}, private_text{all->substr(end + 1)}};
}

}  // namespace

return_links::return_links(const std::string& keys_dir) : key_(sealing::find_or_make_key(keys_dir, key_name)) {}

result<secret> return_links::link_for(records& r, const rooms::principal& who, instant until) const {
  if (domain::is_staff(who.role)) return secret{};
  auto before = r.find_return_link_of(who.person);
  if (!before) return before.error();
  secret link = secret::random(return_link_bytes);
  return_link_row row;
  if (*before) {
    row.expires_at = (*before)->expires_at;
    // One that cannot be opened any more is replaced.
    if (auto opened = open(key_, **before)) link = std::move(opened->shown);
  }
  row.secret_hash = link.hash();
  row.person = who.person;
  row.language = who.language;
  row.expires_at = std::max(row.expires_at, until);
  std::string all(link.reveal());
  all.append("\n").append(who.name.reveal());
  row.sealed = sealing::seal_box(key_, context_of(who.person), all);
  sealing::wipe(all.data(), all.size());
  if (auto kept = r.put_return_link(row); !kept) return kept.error();
  return link;
}

result<std::optional<rooms::principal>> return_links::find(records& r, const secret& shown, instant now) const {
  using found = std::optional<rooms::principal>;
  if (!shown.has_bytes(return_link_bytes)) return found{};
  const auto row = r.find_return_link(shown.hash());
  if (!row) return row.error();
  if (!*row || (*row)->expires_at <= now) return found{};
  auto opened = open(key_, **row);
  if (!opened) return found{};
  rooms::principal who;
  who.person = (*row)->person;
  who.name = std::move(opened->name);
  who.language = (*row)->language;
  return found{std::move(who)};
}

void return_links::forget(const std::string& keys_dir) { std::filesystem::remove(keys_dir + "/" + key_name); }

}  // namespace nightlight::accounts
