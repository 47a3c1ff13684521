#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "base/output_file.h"
#include "load/site_folder.h"
#include "model/next_period.h"

namespace stoplicht {

// The files with which the writing of a period begins, in the site's language, relative to the site folder. What nobody
// can know yet is a placeholder (model/placeholders.h), so that `check` names each place; a light is "not-reported" and
// a value null. Texts come first, the period's data last: until that is there, the site has no new period.
// `sources`: the site folder as it was read; the data file of the period before gives its keys' order.
std::vector<OutputFile> period_draft(const NextPeriod& next, const Site& site, const SiteFolder& sources);

// Whether nobody has written in the letter since period_draft made it: its title, each of its lines, and what asks for
// its date, are as a draft has them. So one that the site's data has changed since (a commitment has another due date)
// is no draft any more: better to keep a letter that holds nothing than to lose a word.
bool is_untouched_draft(const Letter& letter, const Site& site);

// What a period about this time is called: "Eerste helft van 2025", in the language of `locale`.
std::string name_of_time(const PeriodTime& time, const Locale& locale);

// As a data file names it: "half-year".
std::string word_of_kind(PeriodKind kind);

}  // namespace stoplicht
