// Distinct types for values that must never be mixed up: numbers that only count, and opaque identifiers.
// They compare and hash; they do not add, and they have no formatter.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace nightlight {

// An integer of its own kind. Zero means "none" for every kind we have.
template <class Tag, class Integer>
struct strong_number {
  using value_type = Integer;
  Integer value = 0;

  constexpr strong_number() = default;
  constexpr explicit strong_number(Integer v) : value(v) {}
  constexpr explicit operator bool() const { return value != 0; }
  constexpr strong_number next() const { return strong_number{static_cast<Integer>(value + 1)}; }
  friend constexpr auto operator<=>(strong_number, strong_number) = default;
};

// An identifier made by a machine: short ASCII text or raw bytes, safe to index by, never typed by a person.
template <class Tag>
struct strong_id {
  std::string value;

  strong_id() = default;
  explicit strong_id(std::string v) : value(std::move(v)) {}
  explicit operator bool() const { return !value.empty(); }
  friend auto operator<=>(const strong_id&, const strong_id&) = default;
};

}  // namespace nightlight

template <class Tag, class Integer>
struct std::hash<nightlight::strong_number<Tag, Integer>> {
  std::size_t operator()(nightlight::strong_number<Tag, Integer> n) const noexcept {
    return std::hash<Integer>{}(n.value);
  }
};

template <class Tag>
struct std::hash<nightlight::strong_id<Tag>> {
  std::size_t operator()(const nightlight::strong_id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
