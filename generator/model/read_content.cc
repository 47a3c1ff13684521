#include <algorithm>

#include "base/text.h"
#include "model/reading.h"

// Gives every Markdown file to what it is about; the folders say what that is.
namespace stoplicht {
namespace {

constexpr std::string_view periods_content = "content/periods/";
constexpr std::string_view pages_content = "content/pages/";
constexpr std::string_view commitments_content = "content/commitments/";

void warn_of_front_matter(Reading& reading, const MarkdownDocument& document) {
  const Json& root = document.root();
  if (root.is_object() && root.empty()) return;
  reading.diagnostics.warning("front-matter-unused", document.at(""), "the front matter of this file is not read",
                              "leave it out: the file holds a text only");
}

void unused(Reading& reading, const std::string& path, std::string hint) {
  reading.diagnostics.warning("file-unused", Location{path, 0, 0, 1, ""}, "nothing reads this file", std::move(hint));
}

void read_progress(Reading& reading, const Period& period, const std::string& path, const MarkdownDocument& document) {
  warn_of_front_matter(reading, document);
  if (reading.progress_read.contains(&document)) return;
  const std::string_view project = stem(path, ".md");
  if (reading.projects.incomplete) return;
  std::vector<std::string_view> reported;
  for (const ProjectReport& report : period.projects) reported.push_back(report.project->id);
  const bool known = reading.projects.find(project) != nullptr;
  std::string hint = "add the project to data/periods/" + period.id + ".json, or remove the file";
  if (!known && reported.empty()) hint = "the period reports on no project";
  if (!known && !reported.empty()) hint = reading.hints_left-- > 0 ? one_of_hint(project, reported) : "";
  reading.diagnostics.error("progress-without-report", document.source().whole(),
                            known
                                ? "period " + in_quotes(period.id) + " does not report on project " + in_quotes(project)
                                : "unknown project " + in_quotes(project),
                            std::move(hint));
}

void read_local_text(Reading& reading, Period& period, const std::string& path, const MarkdownDocument& document) {
  warn_of_front_matter(reading, document);
  const std::string_view id = stem(path, ".md");
  const Organisation* council = reading.organisations.find(id);
  if (council != nullptr && council->kind == OrganisationKind::municipality) {
    period.local_texts.push_back({council, Text{&document, &period}});
    return;
  }
  if (reading.organisations.incomplete) return;
  std::vector<std::string_view> municipalities;
  for (const Organisation* each : reading.site.municipalities()) municipalities.push_back(each->id);
  std::string hint = "the file has the id of a municipality as its name";
  if (!municipalities.empty() && reading.hints_left-- > 0) hint += "; " + one_of_hint(id, municipalities);
  reading.diagnostics.error(
      "local-text-council", document.source().whole(),
      council != nullptr ? in_quotes(id) + " is not a municipality" : "unknown municipality " + in_quotes(id),
      std::move(hint));
}

void read_period_file(Reading& reading, const std::string& path, const MarkdownDocument* document) {
  const std::string_view rest = std::string_view(path).substr(periods_content.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) {
    unused(reading, path, "texts of a period stand in a folder of their own: content/periods/<period>/");
    return;
  }
  const std::string_view id = rest.substr(0, slash);
  const std::string_view name = rest.substr(slash + 1);
  Period* period = reading.periods.find(id);
  if (period == nullptr) {
    if (name.starts_with("letters/")) reading.letters_missed = true;
    if (!reading.periods.incomplete) {
      const std::string hint = hint_for(reading, reading.periods, id);
      unused(reading, path,
             "there is no data/periods/" + std::string(id) + ".json" + (hint.empty() ? "" : "; " + hint));
    }
    return;
  }
  const std::size_t folder_end = name.rfind('/');
  const std::string_view folder = folder_end == std::string_view::npos ? "" : name.substr(0, folder_end);
  const std::string file(name.substr(folder_end == std::string_view::npos ? 0 : folder_end + 1));
  if (folder == "letters") reading.with_letters.insert(period);
  if (document == nullptr) {
    if (folder == "letters") reading.letters_missed = true;
    return;
  }
  if (name == "summary.md") {
    read_summary(reading, *period, *document);
  } else if (folder == "letters") {
    read_letter(reading, *period, path, *document);
  } else if (folder == "progress") {
    if (period->id != id) return;  // The file of the period has another name than its id: reported there.
    read_progress(reading, *period, path, *document);
  } else if (folder == "councils") {
    read_local_text(reading, *period, path, *document);
  } else if (folder.empty()) {
    period->pages.push_back(read_page(reading, period, path, *document));
  } else {
    const std::vector<std::string_view> folders{"letters", "progress", "councils"};
    std::string_view meant = closest(folder, folders);
    unused(reading, path,
           meant.empty() ? "a period has texts in letters/, progress/ and councils/, and beside summary.md"
                         : "did you mean '" + content_folder(*period) + std::string(meant) + "/" + file + "'?");
  }
}

void read_commitment_file(Reading& reading, const std::string& path, const MarkdownDocument* document) {
  const std::string_view id = stem(path, ".md");
  Commitment* commitment = reading.commitments.find(id);
  if (commitment == nullptr) {
    if (reading.commitments.incomplete || document == nullptr) return;
    reading.diagnostics.error(
        "closure-without-commitment", document->source().whole(), "unknown commitment " + in_quotes(id),
        "the file has the id of its commitment as its name; " + hint_for(reading, reading.commitments, id));
    return;
  }
  CommitmentEntry& entry = reading.commitment_entries[reading.commitment_entry.at(commitment)];
  entry.closure_missed = document == nullptr;
  if (document == nullptr) return;
  warn_of_front_matter(reading, *document);
  commitment->closure = Text{document, reading.site.newest()};
}

bool is_directly_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.find('/', folder.size()) == std::string_view::npos;
}

void read_file(Reading& reading, const std::string& path, const MarkdownDocument* document) {
  if (path.starts_with(periods_content)) {
    read_period_file(reading, path, document);
  } else if (is_directly_in(path, commitments_content)) {
    read_commitment_file(reading, path, document);
  } else if (is_directly_in(path, pages_content)) {
    if (document != nullptr) reading.site.pages.push_back(read_page(reading, nullptr, path, *document));
  } else if (document != nullptr) {
    const std::string file = path.substr(path.rfind('/') + 1);
    const std::string in_pages = std::string(pages_content) + file;
    const std::string in_commitments = std::string(commitments_content) + file;
    std::string_view meant = closest(path, {in_pages, in_commitments});
    unused(reading, path,
           meant.empty() ? "texts stand in content/periods/, content/pages/ and content/commitments/"
                         : "did you mean '" + std::string(meant) + "'?");
  }
}

// A folder that was not read may hold letters.
void look_for_missed_letters(Reading& reading) {
  for (const auto& period : reading.site.periods) {
    if (!reading.missed(content_folder(*period) + "letters")) continue;
    reading.letters_missed = true;
    reading.depth_known.erase(period.get());
  }
}

void check_summaries(Reading& reading) {
  for (const auto& period : reading.site.periods) {
    const std::string path = content_folder(*period) + "summary.md";
    if (period->summary.document != nullptr || reading.missed(path)) continue;
    reading.diagnostics.error("period-without-summary", period->document->source().whole(),
                              "period " + in_quotes(period->id) + " has no summary",
                              "write " + path + ", with a 'headline'");
  }
}

}  // namespace

void read_content(Reading& reading) {
  for (const auto& [path, document] : reading.folder.content) {
    read_file(reading, path, document.get());
  }
  // What the loader could not read it may also have left out.
  for (const std::string& path : reading.unreadable) {
    if (path.starts_with("content/") && path.ends_with(".md") && !reading.folder.content.contains(path)) {
      read_file(reading, path, nullptr);
    }
  }
  look_for_missed_letters(reading);
  check_summaries(reading);
  std::stable_sort(reading.site.pages.begin(), reading.site.pages.end(), [](const auto& a, const auto& b) {
    return a->order != b->order ? a->order < b->order : a->address < b->address;
  });
  std::map<const Organisation*, std::size_t> order;
  for (const auto& organisation : reading.site.organisations) order.emplace(organisation.get(), order.size());
  for (const auto& period : reading.site.periods) {
    std::sort(period->local_texts.begin(), period->local_texts.end(),
              [&order](const auto& a, const auto& b) { return order.at(a.council) < order.at(b.council); });
    std::stable_sort(period->pages.begin(), period->pages.end(), [](const auto& a, const auto& b) {
      return a->order != b->order ? a->order < b->order : a->address < b->address;
    });
  }
}

}  // namespace stoplicht
