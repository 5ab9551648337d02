#include "scenarios/play.hpp"

#include "scenarios/checker.hpp"
#include "scenarios/outcome.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/verbs.hpp"

namespace nightlight::scenario {
namespace {

class player {
 public:
  explicit player(const script& s) : script_(s), stage_(s) {}

  performance play() {
    for (const script_line& line : script_.lines) {
      phrase p = line.what;
      set_clock(line, p);
      if (p.ended()) continue;
      std::vector<std::string> wrong;
      if (!check_line(p, script_, stage_, wrong) && !change_the_world(p)) act(p, line, wrong);
      for (const std::string& w : wrong) add(line, w);
    }
    for (const domain::logged_event& e : stage_.log()) result_.events.insert(e.what.body.index());
    return std::move(result_);
  }

 private:
  void set_clock(const script_line& line, phrase& p) {
    const bool set_back = p.take("the clock is set back");
    if (!line.timed) return;
    if (line.at < newest_ && !set_back) p.complain("this is earlier than the line before");
    newest_ = line.at;
    stage_.set_clock(line.at);
  }

  bool change_the_world(phrase& p) {
    if (p.take("staff connections drop")) {
      stage_.set_staff_here(false);
    } else if (p.take("staff connections are back")) {
      stage_.set_staff_here(true);
    } else if (!take_phone(p) && !take_role(p) && !take_heard(p)) {
      return false;
    }
    p.expect_end();
    return true;
  }

  // "Dee comes with Ana's phone": another session, and the room is told the same marks.
  bool take_phone(phrase& p) {
    phrase ahead = p;
    const auto who = ahead.take_one_of(script_.labels());
    if (!who || !ahead.take("comes with")) return false;
    const auto owner = reading{ahead, *who, script_, stage_}.take_owner();
    if (!owner || !ahead.take("phone")) ahead.complain("with whose phone?");
    p = ahead;
    stage_.share_marks(*who, *owner);
    return true;
  }

  // "Kim becomes on-call": her account has another role; the room learns of it from what she does.
  bool take_role(phrase& p) {
    phrase ahead = p;
    const auto who = ahead.take_one_of(script_.labels());
    if (!who || !ahead.take("becomes")) return false;
    if (ahead.take("a facilitator")) {
      stage_.set_role(*who, domain::role::facilitator);
    } else if (ahead.take("on-call")) {
      stage_.set_role(*who, domain::role::on_call);
    } else {
      ahead.complain("becomes a facilitator or on-call?");
    }
    p = ahead;
    return true;
  }

  // "Ana's words call staff as red "c2.die"": what the rules for words will find in what she writes next.
  bool take_heard(phrase& p) {
    phrase ahead = p;
    const auto owner = reading{ahead, "", script_, stage_}.take_owner();
    if (!owner || !ahead.take("words")) return false;
    p = ahead;
    domain::heard_words heard;
    do {
      if (p.take("call staff as")) {
        heard.care = care(p);
      } else if (p.take("break the rule")) {
        heard.conduct = conduct(p);
      } else {
        p.complain("her words do what? \"" + p.text() + "\"");
      }
    } while (p.take("and"));
    stage_.set_heard(*owner, std::move(heard));
    return true;
  }

  static domain::care_flag care(phrase& p) {
    using enum domain::alert_level;
    domain::care_flag flag;
    flag.level = p.take("soft") ? soft : p.take("amber") ? amber : p.take("red") ? red : none;
    flag.rule = p.take_quoted().value_or("");
    flag.category = flag.rule.substr(0, flag.rule.find('.'));
    flag.lexicon = "1";
    return flag;
  }

  static domain::conduct_flag conduct(phrase& p) {
    domain::conduct_flag flag;
    flag.rule = p.take_quoted().value_or("");
    if (p.take("that holds")) {
      flag.action = domain::conduct_action::hold;
    } else if (p.take("that tells the team")) {
      flag.action = domain::conduct_action::alert;
    } else if (p.take("that asks for other words")) {
      flag.action = domain::conduct_action::rephrase;
    } else {
      p.complain("a rule that holds, that tells the team or that asks for other words?");
    }
    return flag;
  }

  void act(phrase p, const script_line& line, std::vector<std::string>& wrong) {
    phrase deed = p.until_mark("→");
    const std::string all = deed.text();
    phrase verb = deed.until_mark("(");
    std::string id = "line-" + std::to_string(line.where.line);
    if (deed.take("id")) id = deed.word();
    const std::string words = all.substr(0, all.find(" ( "));
    const reply r = perform(verb, id, words);
    verb.expect_end();
    if (r.refused) result_.refusals.insert(r.refused->code);
    const outcome happened = outcome_of(r, stage_);
    result_.outcomes.insert(happened.is);
    result_.heard = result_.heard || happened.heard;
    if (p.ended()) {
      if (r.refused) wrong.push_back("this should go well, but: " + in_words(happened));
      return;
    }
    const outcome expected = read_outcome(p);
    if (!matches(expected, happened))
      wrong.push_back("expected \"" + in_words(expected) + "\", but: " + in_words(happened));
  }

  reply perform(phrase& verb, const std::string& id, const std::string& words) {
    if (verb.take("the room notices that staff are gone")) return as_system(domain::note_staff_absent{});
    if (verb.take("the room notices that staff are back")) return as_system(domain::note_staff_returned{});
    if (verb.take("the room looks at the clock")) return as_system(domain::note_time{});
    if (verb.take("the room forgets its words")) return as_system(domain::note_words_purged{stage_.room().meeting});
    const auto forgetting = [&](domain::word_class kind) {
      return as_system(domain::note_words_purged{stage_.room().meeting, kind});
    };
    if (verb.take("the room forgets what was said")) return forgetting(domain::word_class::talk);
    if (verb.take("the room forgets what was set aside")) return forgetting(domain::word_class::set_aside);
    if (verb.take("the room forgets what was reported")) return forgetting(domain::word_class::report);
    if (verb.take("the room forgets the words of meeting")) {
      const auto which = verb.take_number();
      return as_system(domain::note_words_purged{stage::meeting_called(static_cast<int>(which.value_or(0)))});
    }
    if (const auto news = read_news_beside(verb, script_, stage_)) return as_system(*news);
    const auto who = verb.take_one_of(script_.labels());
    if (!who) verb.complain("who is this? \"" + verb.text() + "\"");
    if (verb.take("writes from outside")) {
      const domain::note_appeal appeal{private_text{verb.take_quoted().value_or("")}, stage_.marks_of(*who)};
      return as_system(appeal);
    }
    if (verb.take("lifts from the list the ban of")) {
      const auto whose = verb.take_one_of(script_.labels());
      if (!whose) verb.complain("whose ban? \"" + verb.text() + "\"");
      return as_system(stage_.lifting(*who, *whose));
    }
    const domain::command what = read_verb(verb, *who, script_, stage_);
    result_.commands.insert(what.index());
    return stage_.ask(*who, what, id, words);
  }

  reply as_system(const domain::command& what) {
    result_.commands.insert(what.index());
    return stage_.ask_as_system(what);
  }

  void add(const script_line& line, const std::string& what) {
    result_.wrong.push_back(line.where.file + ":" + std::to_string(line.where.line) + ": " + what);
  }

  const script& script_;
  stage stage_;
  instant newest_;
  performance result_;
};

}  // namespace

performance play(const script& s) { return player{s}.play(); }

}  // namespace nightlight::scenario
