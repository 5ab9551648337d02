// Rows as comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nightlight::domain {

// With quotes where they are needed. What begins as a formula does (=, +, -, @, a tab or a line's end, spaces before
// them passed over) gets an apostrophe in front, as OWASP advises.
std::string csv_cell(std::string_view text);

// Ends with CRLF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace nightlight::domain
