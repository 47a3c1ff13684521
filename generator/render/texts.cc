#include "render/texts.h"

#include "base/parallel.h"
#include "base/text.h"
#include "model/figures.h"
#include "model/fill_figures.h"
#include "views/addresses.h"
#include "views/charts.h"

#include <mutex>
#include <set>

namespace stoplicht {
namespace {

// The address of the page that each content file makes.
std::unordered_map<std::string, std::string> addresses_of_files(const Site& site) {
  std::unordered_map<std::string, std::string> out;
  const auto add = [&](const Text& text, const std::string& address) {
    if (text.document != nullptr) out.emplace(text.document->source().path(), address);
  };
  for (const auto& period : site.periods) {
    add(period->summary, address_of(*period));
    for (const auto& letter : period->letters) add(letter->text, letter->address);
    for (const auto& page : period->pages) add(page->text, page->address);
    for (const ProjectReport& report : period->projects) add(report.progress, address_of(report));
  }
  for (const auto& commitment : site.commitments) add(commitment->closure, commitment->address);
  for (const auto& page : site.pages) add(page->text, page->address);
  return out;
}

std::vector<Text> texts_of(const Site& site) {
  std::vector<Text> out;
  const auto add = [&](const Text& text) {
    if (!text.empty()) out.push_back(text);
  };
  for (const auto& period : site.periods) {
    add(period->summary);
    for (const auto& letter : period->letters) add(letter->text);
    for (const auto& page : period->pages) add(page->text);
    for (const ProjectReport& report : period->projects) add(report.progress);
  }
  for (const auto& commitment : site.commitments) add(commitment->closure);
  for (const auto& page : site.pages) add(page->text);
  return out;
}

}  // namespace

Texts::Texts(const Scene& scene, const SiteFolder& folder, const Templates& templates, const Json& site_context,
             unsigned threads) {
  const auto addresses = addresses_of_files(scene.site);
  MarkdownSurroundings common;
  // What is there but has a fault of its own is answered with "": see MarkdownSurroundings.
  common.page_of = [&scene, &folder, &addresses](std::string_view file) -> std::optional<std::string> {
    const auto found = addresses.find(std::string(file));
    if (found != addresses.end()) return found->second;
    const bool of_missed_period = scene.site.periods_missed && file.starts_with("content/periods/");
    if (of_missed_period || folder.missed(file)) return "";
    return std::nullopt;
  };
  std::mutex used_mutex;
  common.attachment = [&](std::string_view file) -> std::optional<std::string> {
    const auto found = folder.attachments.find(std::string(file));
    if (found == folder.attachments.end()) return folder.missed(file) ? std::optional<std::string>("") : std::nullopt;
    const std::lock_guard lock(used_mutex);
    attachments_.insert(found->first);
    return attachment_address(file);
  };
  common.footnotes_label = scene.strings.say("footnotes");
  common.footnote_back = scene.strings.say("footnote_back");
  common.table_label = scene.strings.say("table");
  common.heading_link = scene.strings.say("heading_link");

  for (const auto& period : scene.site.periods)
    if (period->summary.document != nullptr)
      fill_figures(scene.site, *period, period->headline, period->summary.document->at("/headline"), scene.locale,
                   scene.diagnostics);

  const std::vector<Text> all = texts_of(scene.site);
  std::vector<std::unique_ptr<const MarkdownText>> parsed(all.size());
  parallel_for(all.size(), threads, [&](std::size_t i) {
    const Period* period = all[i].period;
    MarkdownSurroundings surroundings = common;
    surroundings.figure = [&scene, period](std::string_view path, FigureFault& fault) -> std::optional<std::string> {
      if (period == nullptr) {
        fault.hint = "the site has no period yet";
        fault.follows = scene.site.periods_missed;
        return std::nullopt;
      }
      return figure(scene.site, *period, path, scene.locale, fault);
    };
    // A chart's ids are its own, so a text can hold it once. Blocks are first met with an empty page address.
    const auto met = std::make_shared<std::set<std::string>>();
    surroundings.chart = [&scene, &templates, &site_context, period, met](std::string_view text, std::string_view page_address,
                                                                          std::string& hint) -> std::optional<std::string> {
      if (page_address.empty() && !met->insert(std::string(trim(text))).second) {
        hint = "this text shows that chart already; once is enough";
        return std::nullopt;
      }
      // A chart may be missing because what it shows could not be read, which was reported.
      const Site& site = scene.site;
      const bool follows = site.programmes_missed || site.periods_missed;
      if (period == nullptr) {
        hint = "the site has no period yet";
        return follows ? std::optional<std::string>("") : std::nullopt;
      }
      const auto chart = embedded_chart(scene, *period, text, std::string(page_address), hint);
      if (!chart) return follows ? std::optional<std::string>("") : std::nullopt;
      std::string html;
      const Json* const contexts[] = {&site_context, &chart->context};
      templates.render(chart->component, contexts, html, scene.diagnostics);
      return html;
    };
    parsed[i] = parse_markdown(*all[i].document, surroundings, scene.diagnostics);
  });
  for (std::size_t i = 0; i < all.size(); ++i) texts_[all[i].document] = std::move(parsed[i]);

  for (const auto& period : scene.site.periods)
    for (const auto& letter : period->letters)
      for (const Attachment& attachment : letter->attachments)
        if (!attachment.file.empty()) attachments_.insert(attachment.file);
}

const MarkdownText* Texts::of(const Text& text) const {
  const auto found = texts_.find(text.document);
  return found == texts_.end() ? nullptr : found->second.get();
}

std::vector<MarkdownLink> Texts::links() const {
  std::vector<MarkdownLink> out;
  for (const auto& [document, text] : texts_)
    if (text != nullptr) out.insert(out.end(), text->internal_links().begin(), text->internal_links().end());
  return out;
}

}  // namespace stoplicht
