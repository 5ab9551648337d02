// The paging records of memory_records: ordered maps, copied with it.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "ports/paging_records.hpp"

namespace nightlight::adapters {

class memory_paging final : public paging_records {
 public:
  result<void> put_contact(const contact_row& row) override;
  result<std::optional<contact_row>> find_contact(const person_id& person) override;
  result<void> delete_contact(const person_id& person) override;

  result<void> put_on_call(const on_call_row& row) override;
  result<std::vector<on_call_row>> list_on_call() override;
  result<void> delete_on_call(const person_id& person, instant from) override;
  result<void> delete_on_call_over(instant now) override;

  result<void> add_page(const page_row& row) override;
  result<std::optional<page_row>> find_page(const std::string& id) override;
  result<void> put_page(const page_row& row) override;
  result<std::vector<page_row>> pages_due(instant now, std::size_t rows_max) override;
  result<std::optional<instant>> next_page_due() override;
  result<bool> any_page_waits(const std::string& recipient) override;
  result<void> call_off_pages(const room_id& room, const meeting_id& meeting, alert_number alert) override;
  result<void> delete_pages_over(instant at_before) override;

 private:
  std::map<person_id, contact_row> contacts_;
  std::map<std::pair<instant, person_id>, on_call_row> on_call_;
  std::map<std::string, page_row> pages_;
};

}  // namespace nightlight::adapters
