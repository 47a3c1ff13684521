#include "base/message_catalogue.h"
#include "commands/draft_period.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/sheet.h"
#include "model/sheet_form.h"
#include "write/form_workbook.h"

namespace stoplicht {

ExitCode export_sheet(const SheetExportOptions& options) {
  const auto export_it = [&] {
    OpenSite site;
    open_for_draft(site, options.site, options.language);
    SheetForm form;
    make_sheet_form(form, site.present, site.folder, draft_period(site, options.period));
    const std::filesystem::path output =
        options.output.empty() ? std::filesystem::path(options.period + ".xlsx") : options.output;
    if (output.extension() != ".xlsx")
      throw Refusal{wrong_command_line, "--output: '" + output.string() + "' does not end in .xlsx",
                    "name a workbook: " + options.period + ".xlsx"};
    if (const std::string failure = write_form_workbook(form, output); !failure.empty())
      throw Refusal{environment, failure, "name another file with --output"};
    std::string rows;
    for (const FormSheet& sheet : form.sheets)
      rows += (rows.empty() ? ": " : ", ") +
              in_language(options.language, "terminal", counted(sheet.rows.size(), "row in ", "rows in ") + sheet.name);
    say("wrote " + output.string() + rows, options.language);
    say("next: fill it in, save it as .xlsx, and run: stoplicht sheet import " + output.string(), options.language);
    return fine;
  };
  return run_to_end(export_it, options.language);
}

}  // namespace stoplicht
