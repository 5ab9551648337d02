// Lists that come in pages: how many rows a page has, and which are on it, decided in one place for all of them. The
// token names the last row of the page before, so that what is added in between is neither missed nor told twice.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "calendar/refusal.hpp"

namespace nightlight::transport {

inline constexpr std::uint32_t page_rows_max = 200;

// What the request asks for, or `usual`; a problem of `page_size` above page_rows_max.
template <class Request>
calendar::answer<std::uint32_t> page_rows_of(const Request& request, std::uint32_t usual = page_rows_max) {
  using domain::calendar::problem_code;
  if (request.page_size() > page_rows_max) {
    return calendar::refusal(domain::calendar::problems{{"page_size", problem_code::number_out_of_range}});
  }
  return request.page_size() == 0 ? usual : request.page_size();
}

template <class Row>
struct list_page {
  std::vector<Row> rows;
  std::string next;  // empty on the last
};

// The page of `all` that is asked for; `name_of` says what names a row. page_unknown when the token names none.
template <class Row, class Request, class Name>
calendar::answer<list_page<Row>> page_in(std::vector<Row> all, const Request& request, Name name_of) {
  const auto most = page_rows_of(request);
  if (!most) return most.error();
  if (!request.page_token().empty()) {
    const auto last = std::ranges::find(all, request.page_token(), name_of);
    if (last == all.end()) return calendar::refusal(calendar::refusal_code::page_unknown);
    all.erase(all.begin(), last + 1);
  }
  list_page<Row> page{std::move(all), {}};
  if (page.rows.size() <= *most) return page;
  page.rows.resize(*most);
  page.next = name_of(page.rows.back());
  return page;
}

}  // namespace nightlight::transport
