#include "model/rehearsal.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/rehearsal_findings.h"

namespace stoplicht {
namespace {

// What a run that was killed left behind: `publish` writes it anew.
constexpr std::string_view passed_by_publish = "edition-file-unknown";

struct Named {
  std::string_view id;  // Of a diagnostic, or how it begins.
  Ask ask;
};

constexpr std::array asked_by_rules{
    Named{"text-placeholder", Ask::fill_in},
    Named{"light-unexplained", Ask::explanation},
    Named{"override-", Ask::justification},
    Named{"target-without-decision", Ask::decision},
    Named{"target-published", Ask::decision},
    Named{"commitment-closed-elsewhere", Ask::commitment},
    Named{"commitment-closed-without-letter", Ask::commitment},
    Named{"commitment-closure-", Ask::commitment},
    Named{"commitment-not-closed", Ask::commitment},
    Named{"period-without-summary", Ask::text},
    Named{"link-", Ask::link},
    Named{"image-alt", Ask::image},
};

Ask asked_by(const Diagnostic& diagnostic) {
  for (const Named& each : asked_by_rules)
    if (each.id.ends_with('-') ? diagnostic.id.starts_with(each.id) : diagnostic.id == each.id) return each.ask;
  return diagnostic.severity == Severity::error ? Ask::mend : Ask::look;
}

// Where a finding stands among the others.
class Order {
 public:
  Order(const Site& site, const std::vector<const Period*>& drafts) : site_(site), drafts_(drafts) {}

  auto operator()(const Finding& finding) const {
    const Location& at = finding.where;
    return std::tuple(!finding.blocks, draft(finding.period), programme(finding.programme), project(finding),
                      finding.ask, at.file, at.line, at.column);
  }

 private:
  std::size_t draft(const Period* period) const {  // What all periods share comes last.
    return static_cast<std::size_t>(std::find(drafts_.begin(), drafts_.end(), period) - drafts_.begin());
  }
  std::size_t programme(const Programme* programme) const {  // What belongs to none comes first.
    if (programme == nullptr) return 0;
    const auto& all = site_.programmes;
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.get() == programme; });
    return static_cast<std::size_t>(at - all.begin()) + 1;
  }
  static std::size_t project(const Finding& finding) {
    if (finding.project == nullptr || finding.period == nullptr) return 0;
    const auto& all = finding.period->projects;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.project == finding.project; });
    return static_cast<std::size_t>(at - all.begin()) + 1;
  }

  const Site& site_;
  const std::vector<const Period*>& drafts_;
};

}  // namespace

std::size_t Rehearsal::blocking() const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& each) { return each.blocks; }));
}

std::vector<const Period*> periods_to_rehearse(const Site& site, const Archive& archive) {
  std::vector<const Period*> out;
  for (const auto& period : site.periods)
    if (archive.newest(period->id) == nullptr && (out.empty() || !archive.empty())) out.push_back(period.get());
  return out;
}

Rehearsal rehearse(const Site& site, const Archive& archive, const SiteFolder& folder,
                   const std::vector<Diagnostic>& diagnostics) {
  Rehearsal out;
  out.drafts = periods_to_rehearse(site, archive);
  out.whole = std::none_of(diagnostics.begin(), diagnostics.end(),
                           [](const Diagnostic& each) { return each.severity == Severity::error; });
  Owners owners(site, out.drafts);
  for (const Diagnostic& diagnostic : diagnostics) {
    Finding finding{asked_by(diagnostic), diagnostic.id != passed_by_publish, nullptr, nullptr, nullptr,
                    diagnostic.where};
    finding.diagnostic = diagnostic;
    owners.assign(finding);
    finding.sheet = sheet_place_of(finding);
    out.findings.push_back(std::move(finding));
  }
  for (const Period* draft : out.drafts) {
    if (draft->document == nullptr) continue;
    find_gaps(*draft, out.findings);
    find_jumps(*draft, out.findings);
    find_numbers(site, *draft, out.findings);
    find_unknown_commitments(site, *draft, out.findings);
    find_long_sentences(*draft, out.findings);
    if (draft == out.drafts.front()) find_promises(site, folder, *draft, out.findings);
    for (Completeness& each : completeness_of(site, *draft)) out.completeness.push_back(each);
  }
  const Order order(site, out.drafts);
  std::stable_sort(out.findings.begin(), out.findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
  return out;
}

}  // namespace stoplicht
