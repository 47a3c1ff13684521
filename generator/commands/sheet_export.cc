#include "commands/draft_period.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/sheet.h"
#include "model/sheet_form.h"
#include "write/form_workbook.h"

namespace stoplicht {

ExitCode export_sheet(const SheetExportOptions& options) {
  return run_to_end([&] {
    OpenSite site;
    open_for_draft(site, options.site);
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
      rows += (rows.empty() ? ": " : ", ") + counted(sheet.rows.size(), "row in ", "rows in ") + sheet.name;
    say("wrote " + output.string() + rows);
    say("next: fill it in, save it as .xlsx, and run: stoplicht sheet import " + output.string());
    return fine;
  });
}

}  // namespace stoplicht
