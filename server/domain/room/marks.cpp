#include "domain/room/marks.hpp"

#include <algorithm>

namespace nightlight::domain {

std::vector<std::string> marks_in(const private_text& marks) {
  std::vector<std::string> each;
  for (std::string_view rest = marks.reveal(); rest.size() >= mark_bytes; rest.remove_prefix(mark_bytes)) {
    each.emplace_back(rest.substr(0, mark_bytes));
  }
  return each;
}

bool share_a_mark(const private_text& a, const private_text& b) {
  const std::vector<std::string> hers = marks_in(a);
  return std::ranges::any_of(marks_in(b),
                             [&](const std::string& m) { return std::ranges::find(hers, m) != hers.end(); });
}

}  // namespace nightlight::domain
