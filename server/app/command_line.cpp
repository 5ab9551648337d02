#include "app/command_line.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "app/commands.hpp"
#include "app/screen_command.hpp"

namespace nightlight::app {
namespace {

// Adds the commands to CLI11 and remembers which one was named. Outlives the parsing, because CLI11 writes into it.
class arguments {
 public:
  arguments() {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", NIGHTLIGHT_VERSION);
    add_serve();
    add_check_config();
    add_staff();
    add_on_call();
    add_audit();
    add_store_commands();
    add_screen();
    add_words();
  }

  int run(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
      constexpr int wrong_arguments = 2;
      return app_.exit(e) == 0 ? 0 : wrong_arguments;
    }
    return chosen_();
  }

 private:
  CLI::App* command(CLI::App& parent, const char* name, const char* meaning, std::function<int()> run) {
    CLI::App* sub = parent.add_subcommand(name, meaning);
    sub->callback([this, run = std::move(run)] { chosen_ = run; });
    return sub;
  }

  void takes_config(CLI::App* sub) { sub->add_option("--config", config_file_, "The settings (TOML)")->required(); }

  void add_serve() {
    takes_config(command(app_, "serve", "Run the server", [this] { return serve_command(config_file_); }));
  }

  void add_check_config() {
    CLI::App* check = command(app_, "check-config", "Tell what is wrong with a settings file", [this] {
      return example_ ? example_config_command() : check_config_command(config_file_);
    });
    CLI::Option* example = check->add_flag("--example", example_, "Print a file with every option and its default");
    check->add_option("file", config_file_, "The settings (TOML)")->excludes(example);
    check->parse_complete_callback([this, check] {
      if (!example_ && config_file_.empty()) throw CLI::RequiredError(check->get_name() + " FILE");
    });
  }

  void add_staff() {
    CLI::App* staff = app_.add_subcommand("staff", "The accounts of the people who look after the rooms");
    staff->require_subcommand(1);
    const auto add = [&](const char* name, const char* meaning, staff_order::kind what) {
      CLI::App* sub = command(*staff, name, meaning, [this, what] {
        order_.what = what;
        return staff_command(config_file_, order_);
      });
      takes_config(sub);
      if (what != staff_order::kind::list) sub->add_option("name", order_.name, "As it is shown")->required();
      return sub;
    };
    CLI::App* fresh = add("add", "Make an account", staff_order::kind::add);
    const CLI::IsMember roles({"facilitator", "moderator", "on_call", "admin"});
    fresh->add_option("--role", order_.role, "What she may do")->required()->check(roles);
    CLI::App* password = add("password", "Give an account another password", staff_order::kind::password);
    CLI::App* role = add("role", "Give an account another role, at once", staff_order::kind::role);
    role->add_option("role", order_.role, "What she may do from now on")->required()->check(roles);
    for (CLI::App* sub : {fresh, password}) {
      sub->add_flag("--password-stdin", order_.password_from_stdin, "Read the password from standard input");
    }
    add("disable", "Sign somebody out everywhere and let her in no more", staff_order::kind::disable);
    add("list", "Show the accounts", staff_order::kind::list);
    CLI::App* contact = command(*staff, "contact", "Say how somebody is reached when nobody takes an alert",
                                [this] { return contact_command(config_file_, order_.name); });
    takes_config(contact);
    contact->add_option("name", order_.name, "As it is shown")->required();
    // Never an argument, where every user of the machine could read it.
    contact
        ->add_flag("--email-stdin", address_from_stdin_,
                   "Read the mail address from standard input; an empty line takes it away")
        ->required();
  }

  void add_on_call() {
    CLI::App* on_call = app_.add_subcommand("on-call", "Who is called when nobody in a room takes an alert");
    on_call->require_subcommand(1);
    const auto add = [&](const char* name, const char* meaning, on_call_order::kind what) {
      CLI::App* sub = command(*on_call, name, meaning, [this, what] {
        on_call_.what = what;
        return on_call_command(config_file_, on_call_);
      });
      takes_config(sub);
      if (what == on_call_order::kind::list) return sub;
      sub->add_option("name", on_call_.name, "The account, as it is shown")->required();
      sub->add_option("--from", on_call_.from, "From this moment on, in UTC: 2026-11-24T19:00")->required();
      return sub;
    };
    CLI::App* turn = add("add", "Put somebody on call", on_call_order::kind::add);
    turn->add_option("--until", on_call_.until, "Up to this moment, in UTC")->required();
    add("remove", "Take a turn away", on_call_order::kind::remove);
    add("list", "Show the turns that are not over", on_call_order::kind::list);
  }

  void add_audit() {
    CLI::App* audit =
        app_.add_subcommand("audit", "What staff and administrators did, and whether the record is whole");
    audit->require_subcommand(1);
    const auto add = [&](const char* name, const char* meaning, audit_order::kind what) {
      CLI::App* sub = command(*audit, name, meaning, [this, what] {
        audit_.what = what;
        return audit_command(config_file_, audit_);
      });
      takes_config(sub);
      sub->add_option("--after", audit_.after, "Begin after the record of this number");
      return sub;
    };
    CLI::App* verify = add("verify", "Tell the first record that was changed or is missing", audit_order::kind::verify);
    verify->add_option("--checkpoint", audit_.checkpoint, "A checkpoint that an earlier check printed");
    CLI::App* list = add("list", "Show the records", audit_order::kind::list);
    list->add_option("--room", audit_.room, "Of this room only");
    list->add_option("--since", audit_.since, "From this moment on: 2026-11-24 or 2026-11-24T19:00:00Z");
  }

  void add_store_commands() {
    takes_config(command(app_, "migrate", "Bring the database to this release; the server must not run",
                         [this] { return migrate_command(config_file_); }));
    takes_config(command(app_, "seed-demo", "Make a demo evening of invented people",
                         [this] { return seed_demo_command(config_file_); }));
    CLI::App* load = command(app_, "seed-load", "Make rooms full of members for load tools",
                             [this] { return seed_load_command(config_file_, load_); });
    takes_config(load);
    load->add_option("--rooms", load_.rooms, "How many")->required()->check(CLI::Range(1, 10000));
    load->add_option("--members", load_.members, "How many in each")->required()->check(CLI::Range(1, 100000));
    load->add_option("--out", load_.out, "Where their tokens go, as JSON lines")->required();
  }

  void add_screen() {
    CLI::App* screen = command(app_, "screen", "Show what would be flagged: JSON lines in, verdicts out", [this] {
      return run_screen_command(std::cin, std::cout, lexicon_dir_.empty() ? found_lexicon_dir() : lexicon_dir_, room_);
    });
    screen->add_option("--room", room_, "The room of lines that name none: general, spanish, pregnancy, nicu, loss");
    screen->add_option("--lexicon", lexicon_dir_, "Where the lexicon is; else config/lexicon is looked for");
  }

  void add_words() {
    CLI::App* words = command(app_, "words", "Try rules of conduct: lines of text in, what they would meet out",
                              [this] { return words_command(std::cin, std::cout, words_); });
    words->add_option("--config", words_.config_file, "The settings that name the organisation's rules (TOML)");
    words->add_option("--rules", words_.rules_file, "Rules to try above those, as a room has them");
  }

  CLI::App app_{"Nightlight: moderated live text rooms for expectant and new mothers", "nightlight"};
  std::function<int()> chosen_;
  std::filesystem::path config_file_;
  bool example_ = false;
  staff_order order_;
  bool address_from_stdin_ = false;
  on_call_order on_call_;
  audit_order audit_;
  load_order load_;
  words_order words_;
  std::string room_ = "general";
  std::filesystem::path lexicon_dir_;
};

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  try {
    return arguments().run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "nightlight: " << e.what() << '\n';
    return 1;
  }
}

}  // namespace nightlight::app
