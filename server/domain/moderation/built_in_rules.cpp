#include "domain/moderation/built_in_rules.hpp"

namespace nightlight::domain {

std::span<const built_in_rule> built_in_rules() {
  static const std::array<built_in_rule, 8> rules{{
      {"phone-number", word_action::rephrase,
       "a phone number, or the wish for one; toll-free help lines are left alone", phone_number_patterns()},
      {"email-address", word_action::rephrase, "an e-mail address", email_address_patterns()},
      {"social-handle", word_action::rephrase, "a name on another service, or the wish to move there",
       social_handle_patterns()},
      // A person reads it first: an address can also be a call for help.
      {"postal-address", word_action::hold, "where somebody lives, or the wish to know", postal_address_patterns()},
      {"link", word_action::hold, "a link to a page", link_patterns()},
      {"medicine-dose", word_action::hold, "a dose for somebody else, not her own prescription",
       medicine_dose_patterns()},
      {"diet-talk", word_action::alert, "diets and losing weight", diet_talk_patterns()},
      {"selling", word_action::hold, "something for sale", selling_patterns()},
  }};
  return rules;
}

}  // namespace nightlight::domain
