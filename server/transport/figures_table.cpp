#include "transport/figures_table.hpp"

#include "domain/figures/csv.hpp"
#include "domain/text/padded.hpp"

namespace nightlight::transport {
namespace {

using domain::amount;
using row = std::vector<std::string>;

struct table_words {
  row of_meeting;
  row of_week;
  row of_both;
  std::string climbed;
  std::string fewer;
  std::string kept_back;
  std::string to;
};

const table_words english{
    {"opened", "meeting", "minutes"},
    {"week", "meetings"},
    {"came", "first time here", "shares without an answer", "went lighter", "went the same", "went heavier",
     "red alerts", "red taken after: median", "red taken after: slowest", "amber alerts", "amber taken after: median",
     "amber taken after: slowest", "soft alerts", "soft taken after: median", "soft taken after: slowest"},
    "alerts that climbed",
    "fewer than 5",
    "kept back",
    " to "};
const table_words spanish{
    {"empezó", "reunión", "minutos"},
    {"semana", "reuniones"},
    {"vinieron", "por primera vez", "mensajes sin respuesta", "se fueron más ligeras", "se fueron igual",
     "se fueron con más peso", "avisos rojos", "rojos atendidos en: mediana", "rojos atendidos en: el más lento",
     "avisos ámbar", "ámbar atendidos en: mediana", "ámbar atendidos en: el más lento", "avisos suaves",
     "suaves atendidos en: mediana", "suaves atendidos en: el más lento"},
    "avisos que subieron",
    "menos de 5",
    "no se dice",
    " a "};

const table_words& words_in(std::string_view language) { return language == "es" ? spanish : english; }

std::string cell_of(const amount& a, const table_words& words) {
  if (a.exact()) return std::to_string(a.least);
  if (a.most < domain::few) return words.fewer;
  return a.least == 0 ? words.kept_back : std::to_string(a.least) + words.to + std::to_string(a.most);
}

std::string cell_of(seconds s) {
  const std::int64_t all = s.count();
  return domain::padded(all / 3600, 2) + ":" + domain::padded(all / 60 % 60, 2) + ":" + domain::padded(all % 60, 2);
}

void add(row& line, const row& more) { line.insert(line.end(), more.begin(), more.end()); }

void add(row& line, const domain::summary& s, const table_words& words) {
  for (const amount& a : {s.attendance, s.first_timers, s.unanswered, s.lighter, s.same, s.heavier}) {
    line.push_back(cell_of(a, words));
  }
  for (const domain::level_summary& level : s.alerts) {
    line.push_back(cell_of(level.alerts, words));
    line.push_back(level.until_taken ? cell_of(level.until_taken->median) : "");
    line.push_back(level.until_taken ? cell_of(level.until_taken->slowest) : "");
  }
}

}  // namespace

std::string day_words(std::chrono::sys_days day) {
  return domain::calendar::to_text(domain::calendar::local_day{day.time_since_epoch()});
}

std::string meetings_table(const std::vector<counted_meeting>& meetings, std::string_view language,
                           const domain::calendar::zone_rules& zones, const std::string& zone) {
  const table_words& words = words_in(language);
  row names = words.of_meeting;
  add(names, words.of_both);
  std::string table = domain::csv_line(names);
  for (const counted_meeting& m : meetings) {
    const auto opened = std::chrono::floor<std::chrono::minutes>(zones.local_of(zone, m.figures.opened_at));
    row line{domain::calendar::to_text(opened), m.title, std::to_string(minutes_of(m.figures))};
    add(line, domain::summary_of(m.figures), words);
    table += domain::csv_line(line);
  }
  return table;
}

std::string weeks_table(const std::vector<domain::week_summary>& weeks, std::string_view language) {
  const table_words& words = words_in(language);
  row names = words.of_week;
  add(names, words.of_both);
  names.push_back(words.climbed);
  std::string table = domain::csv_line(names);
  for (const domain::week_summary& week : weeks) {
    row line{day_words(week.monday), std::to_string(week.meetings)};
    add(line, week.all, words);
    line.push_back(cell_of(week.climbed, words));
    table += domain::csv_line(line);
  }
  return table;
}

}  // namespace nightlight::transport
