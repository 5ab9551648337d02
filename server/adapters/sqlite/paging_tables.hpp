// The records of ports/paging_records.hpp on one connection, beside record_tables.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/row_reader.hpp"
#include "ports/paging_records.hpp"

namespace nightlight::adapters {

class paging_tables final : public paging_records, private row_reader {
 public:
  explicit paging_tables(connection& db);

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

  using row_reader::take_broken;

 private:
  result<void> write(statement& how, const page_row& row);

  statement put_contact_, find_contact_, delete_contact_;
  statement put_on_call_, list_on_call_, delete_on_call_, delete_on_call_over_;
  statement add_page_, find_page_, put_page_, pages_due_, next_page_due_, any_waits_, call_off_pages_,
      delete_pages_over_;
};

}  // namespace nightlight::adapters
