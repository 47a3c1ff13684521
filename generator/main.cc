#include "base/date.h"
#include "base/diagnostics.h"
#include "commands/build.h"
#include "render/markdown.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>

namespace stoplicht {
namespace {

struct Arguments {
  BuildOptions options;
  std::string format = "text";
  std::string as_of;
};

void add_options(CLI::App& command, Arguments& arguments, bool writes) {
  command.add_option("--site", arguments.options.site, "The site folder (default: this folder)")->type_name("DIR");
  if (writes)
    command.add_option("--output", arguments.options.output, "Where the website goes (default: public in the site folder)")
        ->type_name("DIR");
  command.add_flag("--strict", arguments.options.strict, "Warnings count as errors");
  command.add_option("--format", arguments.format, "How to tell the result: text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("text|json");
  command.add_option("--as-of", arguments.as_of, "Judge what is overdue on this day (default: the newest period's date)")
      ->type_name("DATE");
}

int run(int argc, char** argv) {
  CLI::App app{"Builds a website that reports to a council, period by period, from a site folder."};
  app.set_version_flag("--version", "stoplicht " STOPLICHT_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return "stoplicht: " + std::string(error.what()) + "\n  hint: stoplicht --help tells the commands and their options\n";
  });
  app.footer("Exit code: 0 fine, 1 faults in the site folder, 2 wrong command line, 3 disk or other surroundings.");

  Arguments arguments;
  CLI::App* build_command = app.add_subcommand("build", "Build the website");
  CLI::App* check_command = app.add_subcommand("check", "Look for faults, and write nothing");
  add_options(*build_command, arguments, true);
  add_options(*check_command, arguments, false);

  if (const std::string word = argc > 1 ? argv[1] : ""; !word.empty() && word[0] != '-' && word != "build" && word != "check") {
    std::fprintf(stderr, "stoplicht: there is no command '%s'\n  hint: %s\n", word.c_str(),
                 one_of_hint(word, {"build", "check"}).c_str());
    return wrong_command_line;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help or --version
    app.exit(error);
    return asked ? fine : wrong_command_line;
  }
  arguments.options.json = arguments.format == "json";
  for (const CLI::App* command : {build_command, check_command})
    for (const CLI::Option* option : command->get_options())
      if (option->count() > 0 && !option->get_lnames().empty() && !option->results().empty() && option->results().front().empty()) {
        std::fprintf(stderr, "stoplicht: --%s: nothing is named\n  hint: leave the option out for its default\n",
                     option->get_lnames().front().c_str());
        return wrong_command_line;
      }
  if (!arguments.as_of.empty()) {
    arguments.options.as_of = parse_date(arguments.as_of);
    if (!arguments.options.as_of) {
      std::fprintf(stderr, "stoplicht: --as-of: '%s' is not a date\n  hint: write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2, 2024\n", arguments.as_of.c_str());
      return wrong_command_line;
    }
  }

  initialise_markdown();
  return build_command->parsed() ? build(arguments.options) : check(arguments.options);
}

}  // namespace
}  // namespace stoplicht

int main(int argc, char** argv) {
  try {
    return stoplicht::run(argc, argv);
  } catch (const std::exception& error) {
    // Memory, or a file system that fails while we look at it: the user's data is not at fault.
    std::fprintf(stderr, "stoplicht: %s\n", error.what());
    return stoplicht::environment;
  }
}
