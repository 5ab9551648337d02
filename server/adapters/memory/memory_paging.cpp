#include "adapters/memory/memory_paging.hpp"

#include <algorithm>

namespace nightlight::adapters {

result<void> memory_paging::put_contact(const contact_row& row) {
  contacts_[row.person] = row;
  return {};
}

result<std::optional<contact_row>> memory_paging::find_contact(const person_id& person) {
  const auto found = contacts_.find(person);
  if (found == contacts_.end()) return std::optional<contact_row>{};
  return std::optional{found->second};
}

result<void> memory_paging::delete_contact(const person_id& person) {
  contacts_.erase(person);
  return {};
}

result<void> memory_paging::put_on_call(const on_call_row& row) {
  on_call_[{row.from, row.person}] = row;
  return {};
}

result<std::vector<on_call_row>> memory_paging::list_on_call() {
  std::vector<on_call_row> rows;
  for (const auto& [key, row] : on_call_) rows.push_back(row);
  return rows;
}

result<void> memory_paging::delete_on_call(const person_id& person, instant from) {
  on_call_.erase({from, person});
  return {};
}

result<void> memory_paging::delete_on_call_over(instant now) {
  std::erase_if(on_call_, [&](const auto& entry) { return entry.second.until <= now; });
  return {};
}

result<void> memory_paging::add_page(const page_row& row) {
  pages_.try_emplace(row.id, row);
  return {};
}

result<std::optional<page_row>> memory_paging::find_page(const std::string& id) {
  const auto found = pages_.find(id);
  if (found == pages_.end()) return std::optional<page_row>{};
  return std::optional{found->second};
}

result<void> memory_paging::put_page(const page_row& row) {
  pages_[row.id] = row;
  return {};
}

result<std::vector<page_row>> memory_paging::pages_due(instant now, std::size_t rows_max) {
  std::vector<page_row> rows;
  for (const auto& [id, row] : pages_) {
    if (row.state == page_state::waiting && row.due_at <= now) rows.push_back(row);
  }
  std::ranges::stable_sort(rows, {}, &page_row::due_at);
  if (rows.size() > rows_max) rows.resize(rows_max);
  return rows;
}

result<std::optional<instant>> memory_paging::next_page_due() {
  std::optional<instant> next;
  for (const auto& [id, row] : pages_) {
    if (row.state == page_state::waiting && (!next || row.due_at < *next)) next = row.due_at;
  }
  return next;
}

result<bool> memory_paging::any_page_waits(const std::string& recipient) {
  return std::ranges::any_of(pages_, [&](const auto& entry) {
    return entry.second.recipient == recipient && entry.second.state == page_state::waiting;
  });
}

result<void> memory_paging::call_off_pages(const room_id& room, const meeting_id& meeting, alert_number alert) {
  for (auto& [id, row] : pages_) {
    const bool its = row.room == room && row.meeting == meeting && row.alert == alert;
    if (its && row.state == page_state::waiting) row.state = page_state::called_off;
  }
  return {};
}

result<void> memory_paging::delete_pages_over(instant at_before) {
  std::erase_if(pages_, [&](const auto& entry) { return entry.second.at < at_before; });
  return {};
}

}  // namespace nightlight::adapters
