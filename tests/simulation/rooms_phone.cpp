// What a phone does with the bytes it is given, and what it holds against them.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/rooms_world.hpp"

namespace nightlight::simulation {
namespace {

// One whole frame off the front of `bytes` (RFC 6455 section 5.2), as its payload; nothing when it is not all there.
std::optional<std::string> take_frame(std::string& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
  std::size_t size = byte(1);
  std::size_t header = 2;
  if (size >= 126) {
    header = size == 126 ? 4 : 10;
    if (bytes.size() < header) return std::nullopt;
    size = 0;
    for (std::size_t i = 2; i < header; ++i) size = size << 8 | byte(i);
  }
  if (bytes.size() < header + size) return std::nullopt;
  std::string payload = bytes.substr(header, size);
  bytes.erase(0, header + size);
  return payload;
}

}  // namespace

phone::phone(world& w, rooms::shared_principal who, std::string room, wire::subprotocol spoken, std::size_t shard,
             rooms::outbox_limits limits)
    : world_(w), who_(std::move(who)), room_(std::move(room)), spoken_(spoken), shard_(shard), limits_(limits) {}

phone::~phone() {
  if (connected() && world_.up) disconnect();
}

void phone::connect(bool resume) {
  ASSERT_FALSE(connected());
  out_ = std::make_unique<rooms::outbox>(*this, limits_);
  address_ = world_.up->halls[shard_]->enter(*out_, spoken_);
  joined = false;
  waits = false;
  rooms::join_mail join{address_, spoken_, who_, std::nullopt, false, private_text{code}};
  if (resume && has_view) join.resume = wire::resume_point{epoch_id{epoch}, seen.through};
  send_mail(std::move(join));
}

void phone::disconnect() {
  world_.up->halls[shard_]->leave(address_.id);
  send_mail(rooms::departure_mail{address_});
  cut();
}

void phone::cut() {
  out_.reset();
  unread_.clear();
  overflowed_ = false;
  joined = false;
  waits = false;
}

void phone::send_mail(rooms::mail m) {
  // As from the connection's own shard.
  boost::asio::post(*world_.up->contexts[shard_], [rooms = world_.up->rooms.get(), room = room_id{room_},
                                                   m = std::move(m)]() mutable { rooms->send(room, std::move(m)); });
}

void phone::send(const std::string& id, domain::command what) {
  send_mail(rooms::command_mail{address_, spoken_, who_, command_id{id}, std::move(what)});
}

void phone::ask_history(std::uint64_t before) { send_mail(rooms::history_mail{address_, circle_number{before}}); }

void phone::drain(std::size_t bytes_max) {
  std::array<std::string_view, 8> views;
  while (bytes_max > 0 && out_ && !out_->empty()) {
    const std::size_t shown = out_->gather(views);
    std::size_t written = 0;
    for (std::size_t i = 0; i < shown && written < bytes_max; ++i) {
      const std::string_view part = views[i].substr(0, bytes_max - written);
      // A frame that begins now may not hold what was taken back before; staff read it for a while.
      if (must_not_come != nullptr && !staff() && (i > 0 || unread_.empty())) {
        for (const std::string& gone : *must_not_come) ASSERT_EQ(views[i].find(gone), std::string_view::npos) << gone;
      }
      unread_.append(part);
      written += part.size();
    }
    out_->consume(written);
    bytes_max -= written;
    while (auto payload = take_frame(unread_)) take(*payload);
  }
  if (out_ && overflowed_ && out_->empty()) {
    ++overflows;
    disconnect();
  }
}

void phone::take(const std::string& payload) {
  pb::ServerFrame f;
  if (spoken_ == wire::subprotocol::binary) {
    ASSERT_TRUE(f.ParseFromString(payload));
  } else {
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(payload, &f).ok());
  }
  if (!f.has_presence() && !f.has_typing()) stream.push_back(payload);
  if (f.has_joined()) {
    joined = true;
    waits = false;
    resumed_ = f.joined().resumed();
    epoch = f.joined().epoch();
    head_ = f.joined().head();
    member = f.joined().member();
    if (resumed_) {
      ASSERT_TRUE(has_view);
      ASSERT_GE(f.joined().head(), seen.through);
    }
    if (has_view && !resumed_ && !f.joined().reset_reason().empty()) resets.push_back(f.joined().reset_reason());
  } else if (f.has_lobby()) {
    ASSERT_FALSE(joined || staff());
    waits = f.lobby().phase() != pb::PHASE_CLOSED;
    lobby = f.lobby();
  } else if (f.has_snapshot()) {
    ASSERT_TRUE(joined && !resumed_);
    seen.shown = f.snapshot();
    seen.through = f.snapshot().through();
    has_view = true;
    if (staff()) return;
    ASSERT_EQ(f.snapshot().sanctions_size(), 0);
    ASSERT_FALSE(f.snapshot().door_locked());
    ASSERT_FALSE(f.snapshot().has_controls());
    ASSERT_EQ(f.snapshot().held_size() + f.snapshot().alerts_size() + f.snapshot().sides_size(), 0);
    ASSERT_EQ(f.snapshot().notes_size() + f.snapshot().backstage_size() + f.snapshot().waiting_size(), 0);
    ASSERT_EQ(f.snapshot().check_outs_size(), 0);
    ASSERT_EQ(f.snapshot().poll().answered(), 0u);
  } else if (f.has_event()) {
    ASSERT_NO_FATAL_FAILURE(on(f.event()));
  } else if (f.has_ack()) {
    ASSERT_TRUE(staff() || f.ack().position() == 0);
    const auto before = acks.find(f.ack().id());
    if (before != acks.end() && before->second.at_ms() != 0 &&
        (before->second.number() != f.ack().number() || before->second.position() != f.ack().position())) {
      answered_twice.emplace_back(before->second.at_ms(), f.ack().at_ms());
    }
    acks[f.ack().id()] = f.ack();
  } else if (f.has_refusal()) {
    refusals[f.refusal().id()] = f.refusal().code();
  } else if (f.has_notice()) {
    notices.push_back(f.notice());
    if (f.notice().has_you_were_removed()) joined = false;
  }
}

std::uint32_t phone::choice() const {
  const std::uint64_t open = seen.shown.poll().number();
  std::uint32_t newest = 0;
  for (const pb::Notice& n : notices) {
    if (n.has_your_answer() && n.your_answer().poll() == open) newest = n.your_answer().choice();
  }
  return newest;
}

void phone::on(const pb::Event& e) {
  ASSERT_TRUE(joined && has_view);
  const bool staff_only = e.body_case() >= pb::Event::kMemberMuted;
  if (staff()) {
    ASSERT_EQ(e.position(), seen.through + 1);
    ASSERT_EQ(staff_only, e.number() == 0);
    ASSERT_TRUE(!e.has_poll_answered() || e.by() == 0) << "who it was is told to nobody";
  } else {
    ASSERT_EQ(e.position(), 0u);
    ASSERT_EQ(e.number(), seen.through + 1);
    ASSERT_FALSE(staff_only);
    ASSERT_EQ(e.retracted().by(), 0u);
    ASSERT_EQ(e.member_joined().waited(), 0u);
  }
  const bool begins =
      e.has_phase_changed() && e.phase_changed().phase() == pb::PHASE_OPEN && seen.shown.phase() == pb::PHASE_CLOSED;
  seen.apply(e, staff());
  const pb::WordClass purged = e.words_purged().words();
  const bool talk = purged == pb::WORD_CLASS_TALK || purged == pb::WORD_CLASS_EVERYTHING;
  if (e.has_words_purged() && talk && seen.shown.phase() == pb::PHASE_CLOSED) {
    seen.shown.clear_messages();
    for (pb::Person& p : *seen.shown.mutable_people()) p.clear_name();
  }
  // Whoever has gone is told nothing more.
  const bool live = seen.through > head_;
  if (live && e.has_member_left() && e.member_left().member() == member) joined = false;
  if (begins) {
    // Other people, other numbers: only a snapshot tells it all.
    has_view = false;
    joined = false;
    acks.clear();
    disconnect();
  }
}

}  // namespace nightlight::simulation
