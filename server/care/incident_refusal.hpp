// Why something about an incident was refused: a code for programs, words for whoever asked, and the fields that are
// wrong.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string_view>
#include <utility>

#include "domain/incident/incident.hpp"

namespace nightlight::care {

enum class incident_refusal_code : std::uint8_t {
  fields_wrong,
  alert_unknown,  // never there, or gone with its room's words
  alert_open,
  not_yours,
  written_already,
  excerpt_too_late,
  incident_unknown,  // or not hers to read
  decision_unknown,
  own_decision,
  signed_already,
  log_full,
  key_reused,
  store_unavailable,
};

struct incident_refusal {
  incident_refusal_code code{};
  domain::calendar::problems fields{};

  incident_refusal() = default;
  incident_refusal(incident_refusal_code c) : code(c) {}
  incident_refusal(domain::calendar::problems wrong)
      : code(incident_refusal_code::fields_wrong), fields(std::move(wrong)) {}
  incident_refusal(domain::incident_no why);
};

// A value, or why not.
template <class T>
using answer = boost::system::result<T, incident_refusal>;

// For value() without a value: a bug, which stops the process.
[[noreturn]] void throw_exception_from_error(const incident_refusal& r, const boost::source_location& where);

std::string_view name_of(incident_refusal_code code);
// "es" or, for anything else, English.
std::string_view words_of(incident_refusal_code code, std::string_view language);

}  // namespace nightlight::care
