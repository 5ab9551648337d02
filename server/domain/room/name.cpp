#include "domain/room/name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

namespace nightlight::domain {
namespace {

constexpr int marks_in_a_row_max = 2;
constexpr int digits_max = 4;  // "Ana 2019" is a name, a phone number is not

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKDInstance(status);
}

const USpoofChecker* spoof_checker() {
  static const auto checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&status), uspoof_close);
  }();
  return checker.get();
}

icu::UnicodeString tidy(std::string_view typed) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString normal = nfkc().normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(typed.data(), static_cast<int>(typed.size()))), status);
  icu::UnicodeString tidied;
  for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    const UChar32 c = normal.char32At(i);
    const bool space = u_isUWhiteSpace(c);
    if (space && (tidied.isEmpty() || tidied.endsWith(u' '))) continue;
    tidied.append(space ? UChar32{u' '} : c);
  }
  return tidied.trim();
}

// Letters and signs that show nothing (Hangul fillers, an empty Braille cell) would make two equal-looking names. The
// variation selector that asks for a colourful emoji is harmless: a skeleton leaves it out.
bool shows_nothing(UChar32 c) {
  constexpr UChar32 emoji_variation = 0xfe0f;
  constexpr UChar32 empty_braille = 0x2800;
  if (c == emoji_variation) return false;
  return c == empty_braille || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool may_stand_in_a_name(UChar32 c) {
  constexpr std::u32string_view joiners = U" -'.’&!";
  if (joiners.find(static_cast<char32_t>(c)) != std::u32string_view::npos) return true;
  constexpr UChar32 replacement = 0xfffd;  // stands for bytes that are not text
  if (c == replacement || shows_nothing(c)) return false;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_SYMBOL: return true;
    default: return false;  // controls, format characters, punctuation, private use: ICU has 30 categories
  }
}

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK; }

bool characters_are_fit(const icu::UnicodeString& name) {
  int marks = 0;
  int digits = 0;
  int letters = 0;
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 c = name.char32At(i);
    if (!may_stand_in_a_name(c)) return false;
    marks = is_mark(c) ? marks + 1 : 0;
    digits += u_isdigit(c) ? 1 : 0;
    letters += u_isalpha(c) || u_charType(c) == U_OTHER_SYMBOL ? 1 : 0;
    if (marks > marks_in_a_row_max || digits > digits_max) return false;
  }
  return letters > 0;
}

// A dot between letters reads as an address on the web: "ana.com". "J. Ana" and "ana." do not.
bool reads_as_address(const icu::UnicodeString& name) {
  for (int32_t i = name.indexOf(u'.'); i > 0; i = name.indexOf(u'.', i + 1)) {
    if (i + 2 < name.length() && u_isalpha(name.char32At(i + 1)) && u_isalpha(name.char32At(i + 2))) return true;
  }
  return false;
}

icu::UnicodeString shape_of(const icu::UnicodeString& letters) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString shape;
  uspoof_getSkeletonUnicodeString(spoof_checker(), 0, letters, shape, &status);
  return shape.foldCase();
}

// Shapes are taken twice: once of the letters as typed, for capitals that look alike (a Cyrillic Ka in "Kim"), and once
// of the folded ones. Folding makes a capital I of "AIice" an i, so i counts as the l that it looked like.
std::string skeleton_of(const icu::UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString plain = nfkd().normalize(name, status);
  icu::UnicodeString letters;
  for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    const UChar32 c = plain.char32At(i);
    if (!is_mark(c) && !u_ispunct(c) && !u_isUWhiteSpace(c)) letters.append(c);
  }
  icu::UnicodeString skeleton = shape_of(shape_of(letters));
  skeleton.findAndReplace(icu::UnicodeString(u'i'), icu::UnicodeString(u'l'));
  std::string utf8;
  skeleton.toUTF8String(utf8);
  return utf8;
}

template <std::size_t N>
std::array<std::string, N> skeletons_of(const std::array<const char16_t*, N>& words) {
  std::array<std::string, N> skeletons;
  std::ranges::transform(words, skeletons.begin(),
                         [](const char16_t* w) { return skeleton_of(icu::UnicodeString(w)); });
  return skeletons;
}

// Long words count anywhere in a name, short ones only as words: "Modesta" is nobody's moderator.
bool looks_like_staff(const icu::UnicodeString& name) {
  static const auto anywhere = skeletons_of(
      std::array{u"moderator", u"moderadora", u"moderador", u"facilitator", u"facilitadora", u"facilitador", u"admin",
                 u"staff", u"nightlight", u"on call", u"support team", u"equipo de apoyo", u"system", u"sistema"});
  static const auto as_word =
      skeletons_of(std::array{u"mod", u"mods", u"host", u"team", u"equipo", u"anfitriona", u"official", u"oficial"});
  const std::string skeleton = skeleton_of(name);
  if (std::ranges::any_of(anywhere, [&](const std::string& r) { return skeleton.find(r) != std::string::npos; })) {
    return true;
  }
  for (int32_t from = 0; from < name.length();) {
    const int32_t space = name.indexOf(u' ', from);
    const int32_t to = space < 0 ? name.length() : space;
    if (std::ranges::find(as_word, skeleton_of(name.tempSubStringBetween(from, to))) != as_word.end()) return true;
    from = to + 1;
  }
  return false;
}

}  // namespace

name_finding check_name(std::string_view typed, const limits& rules) {
  // Four bytes are the longest code point; anything longer is too long before any work is done on it.
  if (typed.size() > rules.name_code_points_max * 16) return refusal_code::name_too_long;
  const icu::UnicodeString name = tidy(typed);
  const auto length = static_cast<std::size_t>(name.countChar32());
  if (length < rules.name_code_points_min) return refusal_code::name_too_short;
  if (length > rules.name_code_points_max) return refusal_code::name_too_long;
  if (!characters_are_fit(name) || reads_as_address(name) || looks_like_staff(name)) {
    return refusal_code::name_not_allowed;
  }
  std::string utf8;
  name.toUTF8String(utf8);
  return private_text{std::move(utf8)};
}

std::string skeleton_of(const private_text& name) {
  const std::string_view words = name.reveal();
  return skeleton_of(icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<int>(words.size()))));
}

}  // namespace nightlight::domain
