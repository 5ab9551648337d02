// The contract of ports/store.hpp: rooms, staff and sessions.
#include <gtest/gtest.h>

#include "contract/under_test.hpp"

namespace nightlight::contract {
namespace {

class records_contract : public contract_test {
 protected:
  // Runs a check in a transaction of its own.
  template <class Check>
  void in_a_unit(Check check) {
    EXPECT_TRUE(transact([&](records& r) -> result<void> {
      check(r);
      return {};
    }));
  }

  static staff_row staff(const std::string& id, const std::string& name_key) {
    return {person_id{id}, "Kim of " + name_key, name_key, "$argon2id$" + id, 3, false, ""};
  }
  static session_row session(const std::string& hash, const std::string& person, std::int64_t expires_ms) {
    return {hash,
            "page " + hash,
            person_id{person},
            2,
            std::string("sealed\0name", 11),
            "es",
            "2026-11",
            room_id{"tuesdayroom2"},
            from_unix_ms(1),
            from_unix_ms(expires_ms),
            std::string("marks\0sealed", 12)};
  }
};

TEST_P(records_contract, a_room_is_kept_whole_and_replaced_whole) {
  in_a_unit([&](records& r) {
    room_row row{tuesday, epoch_id{"epoch1"}, "Newborn nights", "es", 48, 30, 16, from_unix_ms(7), {}, {}, 0, "nicu"};
    EXPECT_TRUE(r.put_room(row));
    row.title = "Newborn evenings";
    row.epoch = epoch_id{"epoch2"};
    row.starts_at = from_unix_ms(8);
    row.ends_at = from_unix_ms(9);
    row.late_entry_minutes = 20;
    EXPECT_TRUE(r.put_room(row));
  });
  in_a_unit([&](records& r) {
    const auto found = r.find_room(tuesday);
    ASSERT_TRUE(found && found->has_value());
    EXPECT_EQ((*found)->id, tuesday);
    EXPECT_EQ((*found)->epoch, epoch_id{"epoch2"});
    EXPECT_EQ((*found)->title, "Newborn evenings");
    EXPECT_EQ((*found)->language, "es");
    EXPECT_EQ((*found)->starts_at, from_unix_ms(8));
    EXPECT_EQ((*found)->ends_at, from_unix_ms(9));
    EXPECT_EQ((*found)->late_entry_minutes, 20U);
    EXPECT_EQ((*found)->retention_hours, 48u);
    EXPECT_EQ((*found)->slow_mode_seconds, 30u);
    EXPECT_EQ((*found)->capacity, 16u);
    EXPECT_EQ((*found)->created_at, from_unix_ms(7));
    EXPECT_EQ((*found)->profile, "nicu");
    EXPECT_EQ(*r.find_room(friday), std::nullopt);
  });
}

TEST_P(records_contract, rooms_are_listed_oldest_first) {
  in_a_unit([&](records& r) {
    EXPECT_TRUE(r.list_rooms()->empty());
    EXPECT_TRUE(r.put_room({tuesday, {}, "second", "en", 24, 0, 0, from_unix_ms(20)}));
    EXPECT_TRUE(r.put_room({friday, {}, "first", "en", 24, 0, 0, from_unix_ms(10)}));
    const auto rooms = r.list_rooms();
    ASSERT_EQ(rooms->size(), 2u);
    EXPECT_EQ((*rooms)[0].title, "first");
  });
}

TEST_P(records_contract, a_log_and_a_room_record_of_one_name_do_not_get_in_each_others_way) {
  ASSERT_TRUE(append(rows_for(tuesday, first_meeting, 0)));
  in_a_unit([&](records& r) {
    EXPECT_EQ(*r.find_room(tuesday), std::nullopt);
    EXPECT_TRUE(r.put_room({tuesday, {}, "title", "en", 24, 0, 0, from_unix_ms(20)}));
  });
  EXPECT_EQ(append(rows_for(tuesday, first_meeting, 1)), position{2});
}

TEST_P(records_contract, staff_are_found_by_name_and_by_id) {
  in_a_unit([&](records& r) {
    auto row = staff("id-a", "kim");
    row.disabled = true;
    row.totp_secret = std::string("\0totp", 5);
    EXPECT_TRUE(r.put_staff(row));
  });
  in_a_unit([&](records& r) {
    const auto by_name = r.find_staff("kim");
    const auto by_id = r.find_staff_by_id(person_id{"id-a"});
    for (const auto& found : {by_name, by_id}) {
      ASSERT_TRUE(found && found->has_value());
      EXPECT_EQ((*found)->id, person_id{"id-a"});
      EXPECT_EQ((*found)->name, "Kim of kim");
      EXPECT_EQ((*found)->password_hash, "$argon2id$id-a");
      EXPECT_EQ((*found)->role, 3u);
      EXPECT_TRUE((*found)->disabled);
      EXPECT_EQ((*found)->totp_secret, std::string("\0totp", 5));
    }
    EXPECT_EQ(*r.find_staff("lee"), std::nullopt);
    EXPECT_EQ(*r.find_staff_by_id(person_id{"id-b"}), std::nullopt);
  });
}

TEST_P(records_contract, two_staff_accounts_cannot_share_a_name) {
  in_a_unit([&](records& r) {
    EXPECT_TRUE(r.put_staff(staff("id-a", "kim")));
    EXPECT_EQ(r.put_staff(staff("id-b", "kim")).error(), failure::already_exists);
    EXPECT_TRUE(r.put_staff(staff("id-b", "lee"))) << "the refusal does not end the unit";
    EXPECT_EQ(r.put_staff(staff("id-b", "kim")).error(), failure::already_exists) << "nor take it by renaming";
    EXPECT_TRUE(r.put_staff(staff("id-a", "kim lee"))) << "renaming";
    EXPECT_TRUE(r.put_staff(staff("id-c", "kim"))) << "the name is free again";
    const auto all = r.list_staff();
    ASSERT_EQ(all->size(), 3u);
    EXPECT_EQ((*all)[0].name_key, "kim");
    EXPECT_EQ((*all)[1].name_key, "kim lee");
    EXPECT_EQ((*all)[2].name_key, "lee");
  });
}

TEST_P(records_contract, a_session_is_found_by_its_cookie_half) {
  in_a_unit([&](records& r) { EXPECT_TRUE(r.put_session(session(std::string("\0h", 2), "ana", 50))); });
  in_a_unit([&](records& r) {
    const auto found = r.find_session(std::string("\0h", 2));
    ASSERT_TRUE(found && found->has_value());
    EXPECT_EQ((*found)->page_half_hash, std::string("page \0h", 7));
    EXPECT_EQ((*found)->person, person_id{"ana"});
    EXPECT_EQ((*found)->role, 2u);
    EXPECT_EQ((*found)->sealed_name, std::string("sealed\0name", 11));
    EXPECT_EQ((*found)->language, "es");
    EXPECT_EQ((*found)->guidelines_version, "2026-11");
    EXPECT_EQ((*found)->room, tuesday);
    EXPECT_EQ((*found)->created_at, from_unix_ms(1));
    EXPECT_EQ((*found)->expires_at, from_unix_ms(50));
    EXPECT_EQ((*found)->sealed_marks, std::string("marks\0sealed", 12));
    EXPECT_EQ(*r.find_session(std::string("\0i", 2)), std::nullopt);
  });
}

TEST_P(records_contract, a_session_has_the_role_that_its_account_has_now) {
  in_a_unit([&](records& r) {
    EXPECT_TRUE(r.put_session(session("h", "kim", 50)));
    EXPECT_EQ((*r.find_session("h"))->role, session("h", "kim", 50).role) << "no account: as it was made";
    staff_row kim;
    kim.id = person_id{"kim"};
    kim.name = kim.name_key = "kim";
    for (const std::uint32_t role : {2U, 3U}) {
      kim.role = role;
      EXPECT_TRUE(r.put_staff(kim));
      EXPECT_EQ((*r.find_session("h"))->role, role);
    }
  });
}

TEST_P(records_contract, sessions_end_one_by_one_by_person_and_by_time) {
  in_a_unit([&](records& r) {
    for (const auto& row : {session("a1", "ana", 100), session("a2", "ana", 300), session("b1", "bea", 200),
                            session("c1", "cleo", 300)}) {
      EXPECT_TRUE(r.put_session(row));
    }
    EXPECT_TRUE(r.delete_sessions_expired(from_unix_ms(200)));
    EXPECT_EQ(*r.find_session("a1"), std::nullopt);
    EXPECT_EQ(*r.find_session("b1"), std::nullopt) << "a session ends at its moment";
    EXPECT_TRUE(r.find_session("a2")->has_value());
    EXPECT_TRUE(r.delete_sessions_of(person_id{"ana"}));
    EXPECT_EQ(*r.find_session("a2"), std::nullopt);
    EXPECT_TRUE(r.find_session("c1")->has_value());
    EXPECT_TRUE(r.delete_session("c1"));
    EXPECT_TRUE(r.delete_session("c1"));
    EXPECT_EQ(*r.find_session("c1"), std::nullopt);
  });
}

TEST_P(records_contract, a_link_back_is_one_for_each_person_and_ends_at_its_time) {
  return_link_row ana{std::string("h\0", 2), person_id{"ana"}, std::string("s\0x", 3), "es", from_unix_ms(20)};
  const return_link_row bea{"other", person_id{"bea"}, "sealed", "en", from_unix_ms(30)};
  in_a_unit([&](records& r) {
    EXPECT_TRUE(r.put_return_link(ana));
    EXPECT_TRUE(r.put_return_link(bea));
    EXPECT_EQ(*r.find_return_link(ana.secret_hash), ana);
    EXPECT_EQ(*r.find_return_link_of(person_id{"ana"}), ana);
    const std::string before = ana.secret_hash;
    ana.secret_hash = "new";
    EXPECT_TRUE(r.put_return_link(ana));
    EXPECT_EQ(*r.find_return_link(before), std::nullopt);
    EXPECT_EQ(*r.find_return_link("new"), ana);
    EXPECT_TRUE(r.delete_return_links_expired(from_unix_ms(19)));
    EXPECT_TRUE(r.find_return_link("new")->has_value());
    EXPECT_TRUE(r.delete_return_links_expired(from_unix_ms(20)));
    EXPECT_EQ(*r.find_return_link("new"), std::nullopt);
    EXPECT_EQ(*r.find_return_link_of(person_id{"bea"}), bea);
  });
}

TEST_P(records_contract, a_setting_is_replaced) {
  in_a_unit([&](records& r) {
    EXPECT_EQ(*r.get_setting("demo"), std::nullopt);
    EXPECT_TRUE(r.put_setting("demo", "1"));
    EXPECT_TRUE(r.put_setting("demo", ""));
    EXPECT_EQ(*r.get_setting("demo"), "");
  });
}

NIGHTLIGHT_CONTRACT(records_contract);

}  // namespace
}  // namespace nightlight::contract
