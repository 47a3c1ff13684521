#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/language.h"
#include "base/message_catalogue.h"
#include "commands/build.h"
#include "commands/diff.h"
#include "commands/init.h"
#include "commands/letter_import.h"
#include "commands/new_period.h"
#include "commands/publish.h"
#include "commands/serve.h"
#include "commands/sheet.h"
#include "commands/unexpected_words.h"
#include "commands/verify.h"
#include "render/markdown.h"

namespace stoplicht {
namespace {

struct Arguments {
  BuildOptions options;
  PublishOptions publishing;
  VerifyOptions verifying;
  DiffOptions comparing;
  InitOptions founding;
  NewPeriodOptions beginning;
  SheetExportOptions exporting;
  SheetImportOptions importing;
  LetterImportOptions importing_letter;
  ServeOptions serving;
  std::string format = "text";
  std::string as_of, on;
  std::string language;
};

// A command and what it does once the command line was understood.
struct Command {
  CLI::App* app = nullptr;
  std::function<ExitCode()> run;
};

const char* const date_hint = "write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2, 2024";

void add_site(CLI::App& command, std::filesystem::path& site) {
  command.add_option("--site", site, "The site folder (default: this folder)")->type_name("DIR");
}

void add_format(CLI::App& command, std::string& format) {
  command.add_option("--format", format, "How to tell the result: text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("text|json");
}

// To a command and those in it.
void add_language(CLI::App& command, std::string& language) {
  command.add_option("--lang", language, "The language of what is said here: en or nl (default: that of your system)")
      ->check(CLI::IsMember({"en", "nl"}).description(""))
      ->type_name("en|nl");
  for (CLI::App* each : command.get_subcommands([](const CLI::App*) { return true; })) add_language(*each, language);
}

void add_build_options(CLI::App& command, Arguments& arguments, bool writes) {
  add_site(command, arguments.options.site);
  if (writes) {
    command
        .add_option("--output", arguments.options.output, "Where the website goes (default: public in the site folder)")
        ->type_name("DIR");
    command.add_option("--sign", arguments.options.key, "Sign the list of files with this secret key of minisign")
        ->type_name("KEY");
  }
  command.add_flag("--strict", arguments.options.strict, "Warnings count as errors");
  add_format(command, arguments.format);
  command
      .add_option("--as-of", arguments.as_of, "Judge what is overdue on this day (default: the newest period's date)")
      ->type_name("DATE");
}

void add_publish_options(CLI::App& command, Arguments& arguments, const char* period) {
  PublishOptions& options = arguments.publishing;
  add_site(command, options.site);
  command.add_option("period", options.period, period)->required()->type_name("PERIOD");
  command.add_option("--on", arguments.on, "The day of publication (default: today)")->type_name("DATE");
  CLI::Option* sign =
      command.add_option("--sign", options.key, "Sign with this secret key of minisign")->type_name("KEY");
  command.add_flag("--unsigned", options.without_signature, "Do not sign, although data/site.json names a key")
      ->excludes(sign);
  command.add_flag("--dry-run", options.dry_run, "Tell what it would do, and write nothing");
}

void add_sheet_commands(CLI::App& app, Arguments& arguments, std::vector<Command>& commands) {
  CLI::App& sheet = *app.add_subcommand("sheet", "Fill in a period in a spreadsheet");
  sheet.require_subcommand(1);

  SheetExportOptions& exporting = arguments.exporting;
  commands.push_back({sheet.add_subcommand("export", "Write the form of a period as a workbook (.xlsx)"),
                      [&] { return export_sheet(exporting); }});
  CLI::App& writing = *commands.back().app;
  add_site(writing, exporting.site);
  writing.add_option("period", exporting.period, "The period: 2025-h1")->required()->type_name("PERIOD");
  writing.add_option("--output", exporting.output, "The file to write (default: PERIOD.xlsx)")->type_name("FILE");

  SheetImportOptions& importing = arguments.importing;
  commands.push_back({sheet.add_subcommand("import", "Take over what was filled in, after showing what changes"),
                      [&] { return import_sheet(importing); }});
  CLI::App& reading = *commands.back().app;
  add_site(reading, importing.site);
  reading.add_option("file", importing.file, "The form: .xlsx, or one sheet of it as .csv")
      ->required()
      ->type_name("FILE");
  reading.add_option("--period", importing.period, "The period (default: the one that the form names)")
      ->type_name("PERIOD");
  reading.add_option("--sheet", importing.sheet, "Which sheet a .csv file is (default: told by its headings)")
      ->type_name("NAME");
  reading.add_flag("--dry-run", importing.dry_run, "Tell what it would change, and write nothing");
  reading.add_flag("--yes", importing.confirmed, "Also write what removes something, and unlikely figures");
}

void add_letter_commands(CLI::App& app, Arguments& arguments, std::vector<Command>& commands) {
  CLI::App& letter = *app.add_subcommand("letter", "Take over a letter that was written in Word");
  letter.require_subcommand(1);

  LetterImportOptions& importing = arguments.importing_letter;
  commands.push_back({letter.add_subcommand("import", "Turn a letter from Word (.docx) into a letter of a period"),
                      [&] { return import_letter(importing); }});
  CLI::App& reading = *commands.back().app;
  add_site(reading, importing.site);
  reading.add_option("file", importing.file, "The letter: a Word document (.docx)")->required()->type_name("FILE");
  reading.add_option("--period", importing.period, "The period that it belongs to: 2025-h1")
      ->required()
      ->type_name("PERIOD");
  reading.add_option("--council", importing.council, "The municipality whose council it is for: hilversum")
      ->required()
      ->type_name("COUNCIL");
  reading
      .add_option("--name", importing.name,
                  "The name of its file (default: that of the letter to this council that is there, or the council's)")
      ->type_name("NAME");
  reading.add_flag("--figures", importing.figures, "Write {{ ... }} where a number is one figure of the period");
  reading.add_flag("--replace", importing.replace, "Put it in the place of a draft in which nobody has written yet");
  reading.add_flag("--dry-run", importing.dry_run, "Tell what it would do, and write nothing");
}

std::vector<Command> add_commands(CLI::App& app, Arguments& arguments) {
  std::vector<Command> commands;
  const auto add = [&](const char* name, const char* what, std::function<ExitCode()> run) -> CLI::App& {
    commands.push_back({app.add_subcommand(name, what), std::move(run)});
    return *commands.back().app;
  };
  add_build_options(add("build", "Build the website", [&] { return build(arguments.options); }), arguments, true);
  add_build_options(add("check", "Look for faults, and build nothing", [&] { return check(arguments.options); }),
                    arguments, false);
  commands.back()
      .app
      ->add_option("--report", arguments.options.report,
                   "Write what still stands between the draft and its publication, as a page for people")
      ->type_name("FILE.html");

  InitOptions& founding = arguments.founding;
  CLI::App& first =
      add("init", "Begin a site: write a folder that builds, to be filled in", [&] { return init(founding); });
  first.add_option("folder", founding.folder, "The site folder: new, or without files of the same names")
      ->required()
      ->type_name("DIR");
  first
      .add_option("--period", founding.period, "The first period: 2025-h1, 2025-q1 (default: the half-year it is now)")
      ->type_name("PERIOD");

  NewPeriodOptions& beginning = arguments.beginning;
  CLI::App& starting = add("new", "Begin a period: write the files that it needs, from the period before it",
                           [&] { return new_period(beginning); });
  add_site(starting, beginning.site);
  starting.add_option("period", beginning.period, "The period: 2025-h1, 2025-q1, 2025-04")
      ->required()
      ->type_name("PERIOD");
  starting
      .add_option("--from", beginning.from,
                  "The period to go on from (default: the newest that reports on projects, or else the newest)")
      ->type_name("PERIOD");
  starting.add_flag("--dry-run", beginning.dry_run, "Tell what it would do, and write nothing");

  add_sheet_commands(app, arguments, commands);
  add_letter_commands(app, arguments, commands);

  ServeOptions& serving = arguments.serving;
  CLI::App& previewing =
      add("serve", "Show the website in a browser while it is being written", [&] { return serve(serving); });
  add_site(previewing, serving.site);
  previewing.add_option("--port", serving.port, "Where (default: 7890; 0: a port that is free)")
      ->check(CLI::Range(0, 65535).description(""))
      ->type_name("N");
  previewing.add_flag("--host", serving.all_networks, "Let others on this network look, too: a telephone on the desk");

  PublishOptions& publishing = arguments.publishing;
  add_publish_options(add("publish", "Seal a period: publish its first edition", [&] { return publish(publishing); }),
                      arguments, "The period: 2020-07");

  CLI::App& correcting = add("correct", "Publish the next edition of a period from its changed files",
                             [&] { return correct(publishing); });
  add_publish_options(correcting, arguments, "The period: 2020-07");
  correcting.add_option("--reason", publishing.reason, "Why, for readers")->required()->type_name("TEXT");
  correcting.add_flag("--allow-removal", publishing.allow_removal,
                      "The correction may take away projects, values and texts");
  correcting.add_flag("--shared", publishing.shared, "Take names, targets and scales as the shared files say them now");

  CLI::App& withdrawing =
      add("withdraw", "Take a part of a published period out of view", [&] { return withdraw(publishing); });
  add_publish_options(withdrawing, arguments, "The period, or one edition of it: 2020-07, 2020-07@v1");
  withdrawing.add_option("parts", publishing.parts, "What: letters/hilversum, projects/ggz, T20-27")->type_name("PART");
  withdrawing.add_flag("--whole", publishing.whole,
                       "All of one edition, which a later one replaced: 2020-07@v1 --whole");
  withdrawing.add_option("--reason", publishing.reason, "Why, for readers")->required()->type_name("TEXT");

  DiffOptions& comparing = arguments.comparing;
  CLI::App& diffing =
      add("diff", "Tell what is different between two periods or editions, always from the older to the newer",
          [&] { return diff(comparing); });
  add_site(diffing, comparing.site);
  diffing.add_option("a", comparing.first, "A period or an edition: 2020-07, 2020-07@v1, 2020-07@sources")
      ->required()
      ->type_name("A");
  diffing
      .add_option("b", comparing.second,
                  "The one to compare it with; the older of the two is told first, in whatever order they are named")
      ->required()
      ->type_name("B");
  add_format(diffing, arguments.format);

  CLI::App& verifying = add("verify", "Check that nothing was changed since it was published and built",
                            [&] { return verify(arguments.verifying); });
  verifying
      .add_option("folder", arguments.verifying.folder,
                  "A site folder, or a website that was built (default: this folder)")
      ->type_name("DIR");
  verifying
      .add_option("--output", arguments.verifying.output,
                  "Where the website of the site folder is (default: public in it)")
      ->type_name("DIR");
  verifying
      .add_option("--key", arguments.verifying.keys,
                  "Public key of minisign, or its file (default: the one in data/site.json)")
      ->type_name("KEY")
      ->expected(1)
      ->take_all();
  add_format(verifying, arguments.format);
  return commands;
}

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

// Before anything is read: what is wrong with the command line is told in it as well.
MessageLanguage language_of(int argc, char** argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view name;
    if (word == option && i + 1 < argc) name = argv[i + 1];
    if (word.starts_with(option) && word.substr(option.size()).starts_with('=')) name = word.substr(option.size() + 1);
    if (const auto language = message_language(name)) return *language;
  }
  return language_of_locale(variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
}

void set_language(Arguments& arguments, MessageLanguage language) {
  arguments.options.language = arguments.publishing.language = arguments.verifying.language = language;
  arguments.comparing.language = arguments.founding.language = arguments.beginning.language = language;
  arguments.exporting.language = arguments.importing.language = arguments.importing_letter.language = language;
  arguments.serving.language = language;
}

std::string in_words(MessageLanguage language, const std::string& sentence) {
  return in_language(language, "command-line", sentence);
}

// "stoplicht: <message>" and a hint.
std::string fault_text(MessageLanguage language, const std::string& message, const std::string& hint) {
  const std::string mark = language == MessageLanguage::dutch ? "tip" : "hint";
  return "stoplicht: " + in_words(language, message) + "\n  " + mark + ": " + in_words(language, hint) + "\n";
}

// What --help tells of a command, in the language.
void translate(CLI::App& command, MessageLanguage language) {
  command.description(in_words(language, command.get_description()));
  if (!command.get_name().empty()) command.group(in_words(language, command.get_group()));
  for (const char* label : {"Usage", "Positionals", "OPTIONS", "SUBCOMMAND", "REQUIRED", "Excludes"})
    command.get_formatter()->label(label, in_words(language, label));
  for (CLI::Option* option : command.get_options()) {
    option->description(in_words(language, option->get_description()));
    option->group(in_words(language, option->get_group()));
    if (const std::string type = option->get_type_name(); !type.empty()) option->type_name(in_words(language, type));
  }
  for (CLI::App* each : command.get_subcommands([](const CLI::App*) { return true; })) translate(*each, language);
}

// The long names of the options of the command that was named.
std::vector<std::string> option_names(const CLI::App& app) {
  if (const std::vector<CLI::App*> named = app.get_subcommands(); !named.empty()) return option_names(*named.front());
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
  return names;
}

// False when the text is given and no date.
bool read_date(const std::string& text, std::optional<Date>& date) {
  if (text.empty()) return true;
  date = parse_date(text);
  return date.has_value();
}

int run(int argc, char** argv) {
  CLI::App app{"Builds a website that reports to a council, period by period, from a site folder."};
  app.set_version_flag("--version", "stoplicht " STOPLICHT_VERSION);
  app.require_subcommand(1);
  const MessageLanguage language = language_of(argc, argv);
  app.failure_message([language](const CLI::App* all, const CLI::Error& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
      const CommandLineFault fault = fault_of_unexpected(all->remaining(true), option_names(*all));
      return fault_text(language, fault.message, fault.hint);
    }
    return fault_text(language, error.what(), "stoplicht --help tells the commands and their options");
  });
  app.footer(in_words(
      language, "Exit code: 0 fine, 1 faults in the site folder, 2 wrong command line, 3 disk or other surroundings."));
  const auto wrong = [language](const std::string& message, const std::string& hint) {
    std::fputs(fault_text(language, message, hint).c_str(), stderr);
    return wrong_command_line;
  };

  Arguments arguments;
  set_language(arguments, language);
  const std::vector<Command> commands = add_commands(app, arguments);
  add_language(app, arguments.language);
  if (language != MessageLanguage::english) translate(app, language);

  if (const std::string word = argc > 1 ? argv[1] : ""; !word.empty() && word[0] != '-') {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), word) == names.end())
      return wrong("there is no command '" + word + "'", one_of_hint(word, {names.begin(), names.end()}));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help or --version
    app.exit(error);
    return asked ? fine : wrong_command_line;
  }
  for (const Command& command : commands)
    for (const CLI::Option* option : command.app->get_options())
      if (option->count() > 0 && !option->get_lnames().empty() && !option->results().empty() &&
          option->results().front().empty())
        return wrong("--" + option->get_lnames().front() + ": nothing is named",
                     option->get_required() ? "write it behind the option" : "leave the option out for its default");
  arguments.options.json = arguments.format == "json";
  arguments.verifying.json = arguments.comparing.json = arguments.options.json;
  if (!read_date(arguments.as_of, arguments.options.as_of))
    return wrong("--as-of: '" + arguments.as_of + "' is not a date", date_hint);
  if (!read_date(arguments.on, arguments.publishing.on))
    return wrong("--on: '" + arguments.on + "' is not a date", "write a day: 2024-04-18");

  initialise_markdown();
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run();
  return wrong_command_line;
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
