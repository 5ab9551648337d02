#include "domain/room/verdict.hpp"

#include <algorithm>

namespace nightlight::domain {

member_number number_for(const wish& w) {
  return w.who != nullptr ? w.who->number : member_number{static_cast<std::uint32_t>(w.room.members.size() + 1)};
}

instant time_of(const wish& w) { return std::max(w.around.now, w.room.newest_time); }

refusal held_back(refusal_code code, const sanction& by, instant time) {
  return {code, by.until == instant{} ? milliseconds{0} : by.until - time};
}

std::size_t code_points(std::string_view utf8) {
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(utf8, starts));
}

}  // namespace nightlight::domain
