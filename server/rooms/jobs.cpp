#include "rooms/jobs.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sealing/text_form.hpp"

namespace nightlight::rooms {
namespace {

using domain::word_class;
using sealing::retention_class;

constexpr purge_kind purge_talk{"purge_talk", word_class::talk};
constexpr purge_kind purge_set_aside{"purge_set_aside", word_class::set_aside};
constexpr purge_kind purge_reports{"purge_reports", word_class::report};
// Of meetings that closed under an earlier release, which kept every class for as long as the talk.
constexpr purge_kind purge_everything{"purge_words", word_class::everything};

constexpr std::array kinds{purge_talk, purge_set_aside, purge_reports, purge_everything};

constexpr std::array talk_keys{retention_class::talk, retention_class::set_aside};
constexpr std::array set_aside_keys{retention_class::set_aside};
constexpr std::array report_keys{retention_class::report};

}  // namespace

std::span<const purge_kind> purge_kinds() { return kinds; }

word_class words_of(const job_row& job) {
  const auto known = std::ranges::find(kinds, std::string_view(job.kind), &purge_kind::job);
  return known == kinds.end() ? word_class::everything : known->words;
}

std::vector<job_row> purge_jobs(const ended_meeting& of) {
  const std::string subject = of.room.value + "/" + sealing::to_hex(of.meeting.value);
  const instant talk = of.closed_at + std::chrono::hours{of.retention_hours};
  const instant set_aside = std::max(of.closed_at, of.opened_at + set_aside_kept);
  std::vector<job_row> jobs{{std::string(purge_talk.job), subject, talk, 0},
                            {std::string(purge_reports.job), subject, of.closed_at + reports_kept, 0}};
  if (set_aside < talk) jobs.push_back({std::string(purge_set_aside.job), subject, set_aside, 0});
  return jobs;
}

std::optional<std::pair<room_id, meeting_id>> purge_subject(std::string_view subject) {
  const std::size_t slash = subject.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto meeting = sealing::from_hex(subject.substr(slash + 1));
  if (!meeting) return std::nullopt;
  return std::pair{room_id{std::string(subject.substr(0, slash))}, meeting_id{std::move(*meeting)}};
}

std::span<const sealing::retention_class> classes_of(domain::word_class words) {
  switch (words) {
    case word_class::talk: return talk_keys;
    case word_class::set_aside: return set_aside_keys;
    case word_class::report: return report_keys;
    case word_class::everything: break;
  }
  return sealing::all_retention_classes;
}

}  // namespace nightlight::rooms
