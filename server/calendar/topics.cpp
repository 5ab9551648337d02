#include "calendar/topics.hpp"

#include <utility>

#include "sealing/random.hpp"

namespace nightlight::calendar {
namespace {

using domain::calendar::problem_code;
using domain::calendar::problems;
using domain::calendar::topic;
using domain::calendar::topic_plan;

constexpr std::size_t id_letters = 12;

refusal unavailable() { return refusal_code::store_unavailable; }

topic with_words(topic t, const topic_plan& typed) {
  t.title = typed.title;
  t.language = typed.language;
  t.description = typed.description;
  t.profile = typed.profile;
  return t;
}

answer<topic> save(const desk& d, topic t, const person_id& by) {
  ++t.version;
  t.changed_by = by;
  t.changed_at = d.now;
  if (!d.kept().put_topic(t)) return unavailable();
  return t;
}

}  // namespace

answer<topic> create_topic(const desk& d, const topic_plan& typed, const person_id& by) {
  if (auto wrong = domain::calendar::check_topic(typed); !wrong.empty()) return refusal(std::move(wrong));
  topic made;
  made.id = topic_id{sealing::random_base32(id_letters)};
  return save(d, with_words(std::move(made), typed), by);
}

answer<topic> update_topic(const desk& d, const topic_edit& edit, const person_id& by) {
  const auto found = d.kept().find_topic(edit.of);
  if (!found) return unavailable();
  if (!*found) return refusal(refusal_code::topic_unknown);
  const topic& was = **found;
  if (edit.seen == 0) return refusal(problems{{"etag", problem_code::missing}});
  topic mine = with_words(was, edit.typed);
  mine.retired = edit.retired;
  if (was.version != edit.seen) {
    refusal stale{refusal_code::topic_changed};
    stale.your_topic = std::move(mine);
    stale.their_topic = was;
    return stale;
  }
  if (auto wrong = domain::calendar::check_topic(edit.typed); !wrong.empty()) return refusal(std::move(wrong));
  return mine == was ? answer<topic>(was) : save(d, std::move(mine), by);
}

}  // namespace nightlight::calendar
