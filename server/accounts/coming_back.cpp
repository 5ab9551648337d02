#include "accounts/coming_back.hpp"

#include <utility>

namespace nightlight::accounts {

async::task<answer<came_back>> coming_back::async_come_back(async::executor ex, secret link, std::string language) {
  auto unit = [this, link = std::move(link), language = std::move(language)](records& r,
                                                                             answer<came_back>& in) -> result<void> {
    const instant now = clock_.now();
    auto who = links_.find(r, link, now);
    if (!who) return who.error();
    if (!*who) {
      in = denial(denial_code::invitation_unknown);
      return {};
    }
    if (!language.empty()) (*who)->language = language;
    opened_session session = make_session({**who, {}}, now, lengths_);
    if (auto kept = r.put_session(session.row); !kept) return kept;
    in = came_back{std::move(session), std::move(**who)};
    return {};
  };
  return transact<came_back>(std::move(ex), store_, std::move(unit));
}

}  // namespace nightlight::accounts
