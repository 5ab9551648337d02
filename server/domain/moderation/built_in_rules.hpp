// The rules that come with Nightlight, in English and Spanish: what people in every room try to pass on and should not.
// Each is written so that a mother's own words (milk, weights, weeks, hours, her own prescription) are left alone;
// tests/unit/domain/moderation/built_in_rules_test.cpp has those.
#pragma once

#include <span>
#include <string_view>

#include "domain/moderation/word_rule.hpp"

namespace nightlight::domain {

// Both are RE2 over folded text. A match counts when it splits no word and does not touch a match of `unless`.
struct built_in_pattern {
  std::string_view looks_for;
  std::string_view unless = {};
};

struct built_in_rule {
  std::string_view id;
  word_action action;  // until it is switched
  std::string_view meaning;
  std::span<const built_in_pattern> patterns;
};

std::span<const built_in_rule> built_in_rules();

std::span<const built_in_pattern> phone_number_patterns();
std::span<const built_in_pattern> email_address_patterns();
std::span<const built_in_pattern> social_handle_patterns();
std::span<const built_in_pattern> postal_address_patterns();
std::span<const built_in_pattern> link_patterns();
std::span<const built_in_pattern> medicine_dose_patterns();
std::span<const built_in_pattern> diet_talk_patterns();
std::span<const built_in_pattern> selling_patterns();

}  // namespace nightlight::domain
