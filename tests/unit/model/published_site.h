#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/locale.h"
#include "load/canonical_json.h"
#include "minimal_site.h"
#include "model/edition_parts.h"
#include "model/open_archive.h"
#include "model/seal.h"

namespace stoplicht::test {

inline const Locale dutch{"nl"};

// Publishes periods of a site folder, in memory, as the commands do on the disk.
class PublishedSite {
 public:
  // The next edition of the period, from these sources.
  PublishedSite& publish(const SiteFolder& sources, const std::string& period) {
    const Archive before = archive();
    const SiteFolder folded = fold(sources, before, period);
    Diagnostics diagnostics;
    const Site site = build_present(folded, before, std::nullopt, diagnostics, period);
    CHECK(diagnostics.to_text() == "");
    const Edition* replaced = before.newest(period);
    SealFields fields = next(before, period);
    fields.number = replaced == nullptr ? 1 : replaced->number + 1;
    fields.replaces = replaced == nullptr ? "" : replaced->digest;
    fields.reason = replaced == nullptr ? "" : "Verkeerd geteld";
    const auto parts = edition_parts(folded, site, *site.find_period(period), dutch);
    for (const auto& [path, bytes] : folded.attachments)
      if (parts.contains(std::string(attachment_part) + path)) files_.attachments[sha256(bytes)] = bytes;
    add("v" + std::to_string(fields.number), period,
        edition_document(fields, parts, [](const std::string& name) { return sha256(name).substr(0, 32); }));
    return *this;
  }

  // `numbers`: of the editions to withdraw from; none: all of the period.
  PublishedSite& withdraw(const std::string& period, const std::vector<std::string>& parts,
                          std::vector<int> numbers = {}, const std::map<std::string, std::string>& pages = {}) {
    const Archive before = archive();
    SealFields fields = next(before, period);
    fields.reason = "Privacy";
    for (const ChainLink& link : before.chain)
      if (link.kind == ChainLink::Kind::withdrawal && link.period_id == period) ++fields.number;
    if (numbers.empty())
      for (const Edition* edition : before.of(period)) numbers.push_back(edition->number);
    add("w" + std::to_string(fields.number), period, withdrawal_document(fields, {parts, numbers, pages}));
    for (const auto& edition : before.editions) {
      const bool own =
          edition->period_id == period && std::find(numbers.begin(), numbers.end(), edition->number) != numbers.end();
      Json document = edition->document->root();
      for (const std::string& part : parts) {
        if (!own && !part.starts_with(history_part)) continue;
        if (document["parts"].contains(part) && part.starts_with(attachment_part))
          files_.attachments.erase(document["parts"][part]["content"]["sha256"].get<std::string>());
        document["parts"].erase(part);
      }
      add("v" + std::to_string(edition->number), edition->period_id, document);
    }
    return *this;
  }

  Archive archive() const {
    Diagnostics diagnostics;
    Archive archive = open_archive(files_, 1, diagnostics);
    CHECK(diagnostics.to_text() == "");
    return archive;
  }

  const Json& part(const std::string& period, const std::string& name, int number = 1) const {
    return files_.documents.at("data/editions/" + period + "/v" + std::to_string(number) + ".json")
        ->root()
        .at("parts")
        .at(name)
        .at("content");
  }

 private:
  static SealFields next(const Archive& before, const std::string& period) {
    SealFields fields;
    fields.period_id = period;
    fields.sequence = static_cast<int>(before.chain.size()) + 1;
    fields.published_on = *parse_date("2026-11-22");
    fields.published_by = "Regio Gooi";
    fields.previous = before.chain.empty() ? "" : before.chain.back().digest;
    return fields;
  }

  void add(const std::string& name, const std::string& period, const Json& document) {
    const std::string path = "data/editions/" + period + "/" + name + ".json";
    Diagnostics diagnostics;
    files_.documents[path] = load_json(std::make_shared<const SourceText>(path, pretty_json(document)), diagnostics);
    CHECK(diagnostics.to_text() == "");
  }

  EditionFiles files_;
};

// Both periods of the minimal site, as editions.
inline PublishedSite publish_both(MinimalSite& site) {
  PublishedSite published;
  published.publish(site.folder(), "2020-07").publish(site.folder(), "2021-05");
  return published;
}

}  // namespace stoplicht::test
