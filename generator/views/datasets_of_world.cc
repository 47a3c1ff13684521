#include <optional>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/datasets.h"

namespace stoplicht {
namespace {

// The table that a chart shows, by the address that its CSV has on the data page.
std::optional<Table> table_at(const Scene& scene, const std::string& address) {
  if (address == matrix_csv) return matrix_table(scene);
  if (address == distribution_csv) return distribution_table(scene);
  if (address == landscape_csv) return landscape_table(scene);
  for (const auto& indicator : scene.site.indicators) {
    if (address == indicator_csv(*indicator)) return indicator_table(scene, *indicator);
    if (address == shares_csv(*indicator)) return shares_table(scene, *indicator);
  }
  for (const auto& programme : scene.site.programmes) {
    if (address == budget_csv(*programme)) return budget_table(scene, *programme);
    for (const auto& project : programme->projects)
      if (address == history_csv(*project)) return strip_table(scene, *project);
  }
  return std::nullopt;
}

// Every CSV that a table of the context leads to.
void find_links(const Json& value, std::set<std::string>& out) {
  if (value.is_object()) {
    if (const auto csv = value.find("csv"); csv != value.end() && csv->is_object())
      out.insert(csv->at("href").get<std::string>());
    for (const auto& [key, inner] : value.items()) find_links(inner, out);
  } else if (value.is_array()) {
    for (const Json& inner : value) find_links(inner, out);
  }
}

// The charts that stand in a text; only where their tables are is of interest.
void find_charts(const Scene& scene, const Period& period, const Text& text, const std::string& page_address,
                 std::set<std::string>& out) {
  if (text.document == nullptr || text.document->body().find("chart") == std::string_view::npos) return;
  bool in_block = false;
  for (const std::string_view each : split(text.document->body(), '\n')) {
    const std::string_view line = trim(each);
    std::string hint;
    if (in_block && !line.empty()) {
      if (const auto chart = embedded_chart(scene, period, line, page_address, hint)) find_links(chart->context, out);
      in_block = false;
    }
    if (line.starts_with("```") || line.starts_with("~~~"))
      in_block = trim(line.substr(std::min(line.find_first_not_of(line.front()), line.size()))) == "chart";
  }
}

}  // namespace

void publish_tables_of_world(const Scene& scene, const Period& period, const std::string& page_address,
                             PageView& view) {
  std::set<std::string> links;
  find_links(view.context, links);
  for (const MarkdownSlot& slot : view.texts) find_charts(scene, period, slot.text, page_address, links);
  if (page_address == address_of(period)) {
    for (const LocalText& local : period.local_texts) find_charts(scene, period, local.text, page_address, links);
    for (const auto& commitment : scene.site.commitments)
      find_charts(scene, period, commitment->closure, page_address, links);
  }
  const std::string folder = csv_of(scene, "");
  for (const std::string& link : links) {
    const std::optional<std::string> address = resolve_beside(page_address, link);
    if (!address || !address->starts_with(folder)) continue;
    if (const std::optional<Table> table = table_at(scene, address->substr(folder.size())))
      view.files.push_back({*address, to_csv(*table)});
  }
}

}  // namespace stoplicht
