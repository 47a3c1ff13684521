#include "commands/init.h"

#include "base/text.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/shipped.h"
#include "commands/today.h"
#include "model/mistyped_time.h"
#include "model/next_period.h"
#include "render/starter.h"
#include "write/new_files.h"

namespace stoplicht {
namespace {

std::string running_half_year() {
  const std::optional<Date> now = today();
  if (!now) throw Refusal{environment, "the clock does not tell what day it is", "name the period: --period 2025-h1"};
  return std::to_string(now->year) + (now->month <= 6 ? "-h1" : "-h2");
}

void refuse_taken_names(const InitOptions& options, const std::vector<OutputFile>& files) {
  std::string failure;
  const std::vector<std::string> taken = taken_names(options.folder, files, failure);
  if (!failure.empty()) throw Refusal{environment, failure, ""};
  if (!taken.empty())
    throw Refusal{
        wrong_command_line,
        "nothing was written: " + on_one_line(options.folder.string()) + " has these already: " + join(taken, ", "),
        "name a folder that is new, or one without files of these names"};
}

ExitCode begin_site(const InitOptions& options) {
  const std::string period = options.period.empty() ? running_half_year() : options.period;
  const std::optional<PeriodTime> time = time_of(period);
  if (!time) {
    const std::string meant = time_meant_by(period);
    throw Refusal{
        wrong_command_line, "--period: '" + on_one_line(period) + "' tells no time",
        meant.empty() ? "write when it is: 2025-h1, 2025-q1, 2025-04, 2025" : "did you mean '" + meant + "'?"};
  }
  const std::vector<OutputFile> files = first_files(shipped_files("starter"), period, *time);
  refuse_taken_names(options, files);
  if (const std::string failure = write_new_files(options.folder, files); !failure.empty())
    throw Refusal{environment, failure, ""};
  const auto tell_line = [&](const std::string& line) { say(line, options.language); };
  for (const OutputFile& file : files) tell_line("wrote " + on_one_line((options.folder / file.address).string()));
  const std::string site = " --site " + on_one_line(options.folder.string());
  tell_line("next: read " + on_one_line((options.folder / "LEESMIJ.md").string()));
  tell_line("next: stoplicht serve" + site + ", which shows the website in a browser");
  tell_line("next: stoplicht check" + site + ", which names every place that is still to be filled in");
  return fine;
}

}  // namespace

ExitCode init(const InitOptions& options) {
  return run_to_end([&] { return begin_site(options); }, options.language);
}

}  // namespace stoplicht
