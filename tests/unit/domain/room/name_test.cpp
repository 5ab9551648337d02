#include "domain/room/name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace nightlight::domain {
namespace {

std::string skeleton(const char* name) { return skeleton_of(private_text{name}); }

std::string shown(std::string_view typed) {
  const name_finding finding = check_name(typed, limits{});
  const auto* name = std::get_if<private_text>(&finding);
  return name != nullptr ? std::string(name->reveal()) : std::string(code_name(std::get<refusal_code>(finding)));
}

TEST(skeleton, is_the_same_for_names_that_look_alike) {
  constexpr std::pair<const char*, const char*> pairs[] = {
      {"Ana", "ANA"},     {"Ana", "Aña"},     {"Ana", "A n a"},  {"Ana", "A-n.a"},
      {"Alice", "AIice"}, {"Alice", "A1ice"}, {"Kim", "Кim"},    {"Helen", "НELEN"},
      {"Bob", "B0b"},     {"Mia", "MIA"},     {"iris", "IRIS"},  {"Martha", "Rnartha"},
      {"Scope", "Ѕсоре"}, {"Zoë", "Zoe"},     {"Ana", "Ａｎａ"}, {"Ana", "𝐀𝐧𝐚"}};
  for (const auto& [a, b] : pairs) {
    EXPECT_EQ(skeleton(a), skeleton(b)) << a << " and " << b;
  }
}

TEST(skeleton, is_different_for_names_that_differ) {
  constexpr std::pair<const char*, const char*> pairs[] = {{"Ana", "Anna"},     {"Ana", "Ava"},  {"Kim", "Kam"},
                                                           {"Ana 1", "Ana 2"},  {"Ana", "Ana🌙"}, {"Lena", "Lina"},
                                                           {"María", "Mariana"}};
  for (const auto& [a, b] : pairs) EXPECT_NE(skeleton(a), skeleton(b)) << a << " and " << b;
}

TEST(skeleton, of_a_skeleton_is_itself) {
  for (const char* name : {"Alice", "María José", "Кim", "🌙🌙", "Ming 明玉", ""}) {
    const std::string once = skeleton(name);
    EXPECT_EQ(skeleton(once.c_str()), once) << name;
  }
}

TEST(name, is_shown_tidied_and_composed) {
  EXPECT_EQ(shown("  Ana   Luz "), "Ana Luz");
  EXPECT_EQ(shown("Ana\tLuz"), "Ana Luz");
  EXPECT_EQ(shown("Begon\xcc\x83"
                  "a"),
            "Begoña");
  EXPECT_EQ(shown("Ａｎａ"), "Ana");
  EXPECT_EQ(shown("José María"), "José María");
}

TEST(name, of_any_bytes_is_a_finding_and_not_a_crash) {
  EXPECT_EQ(shown(std::string_view("\0\0", 2)), "name_not_allowed");
  EXPECT_EQ(shown("\xff\xfe\xfd"), "name_not_allowed");
  EXPECT_EQ(shown("\xf0\x9f"), "name_too_short");
  EXPECT_EQ(shown(std::string(50'000, '\xf0')), "name_too_long");
  EXPECT_EQ(shown("<b>Ana</b>"), "name_not_allowed");
  EXPECT_EQ(shown("\xed\xa0\x80\xed\xb0\x80"), "name_not_allowed");
}

TEST(name, bounds_are_the_configured_ones) {
  limits narrow;
  narrow.name_code_points_min = 3;
  narrow.name_code_points_max = 4;
  const auto finding = [&](std::string_view typed) { return check_name(typed, narrow); };
  EXPECT_EQ(std::get<refusal_code>(finding("An")), refusal_code::name_too_short);
  EXPECT_EQ(std::get<refusal_code>(finding("Anita")), refusal_code::name_too_long);
  EXPECT_TRUE(std::holds_alternative<private_text>(finding("Anna")));
}

}  // namespace
}  // namespace nightlight::domain
