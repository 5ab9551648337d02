// Which types a std::variant can hold.
#pragma once

#include <concepts>
#include <variant>

namespace nightlight::domain {

template <class Kind, class Variant>
inline constexpr bool is_kind_of = false;
template <class Kind, class... Kinds>
inline constexpr bool is_kind_of<Kind, std::variant<Kinds...>> = (std::same_as<Kind, Kinds> || ...);

template <class Kind, class Variant>
concept kind_of = is_kind_of<Kind, Variant>;

}  // namespace nightlight::domain
