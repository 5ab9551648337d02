#include "ports/series_doors.hpp"

namespace nightlight {
namespace {

std::string key_of(const series_id& series) { return "door/" + series.value; }

}  // namespace

result<domain::calendar::door> find_door(records& r, const series_id& series) {
  const auto kept = r.get_setting(key_of(series));
  if (!kept) return kept.error();
  if (!*kept) return domain::calendar::door{};
  auto read = domain::calendar::door_of(**kept);
  if (!read) return failure::corrupt;
  return std::move(*read);
}

result<void> keep_door(records& r, const series_id& series, const domain::calendar::door& d) {
  return r.put_setting(key_of(series), domain::calendar::text_of(d));
}

}  // namespace nightlight
