#pragma once
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostics.h"
#include "load/site_folder.h"
#include "model/build_model.h"

namespace stoplicht::test {

// A small site folder without faults, in memory. A test changes it in one spot and looks at what
// is said about it.
class MinimalSite {
 public:
  MinimalSite() {
    files_["data/site.json"] = R"({
  "title": "Monitor",
  "language": "nl",
  "base_url": "https://monitor.example.nl/",
  "publisher": "regio",
  "theme": "gemeente",
  "contact": { "name": "Regio", "email": "monitor@example.nl", "url": "https://example.nl/contact" },
  "links": { "privacy": "/privacy.html" },
  "rules": { "explanation": "warning" },
  "status_scales": [
    { "id": "stoplicht", "name": "Stoplicht", "statuses": [
      { "id": "on-track", "label": "Op koers", "light": "green", "shape": "check", "meaning": "Gaat goed." },
      { "id": "at-risk", "label": "Risico", "light": "amber", "shape": "warning", "meaning": "Let op." },
      { "id": "off-track", "label": "Niet op koers", "light": "red", "shape": "cross", "meaning": "Gaat mis." },
      { "id": "not-reported", "label": "Niet gemeld", "light": "grey", "shape": "question", "meaning": "Onbekend." }
    ] }
  ]
}
)";
    files_["data/organisations.json"] = R"({
  "organisations": [
    { "id": "regio", "name": "Regio Gooi", "kind": "region" },
    { "id": "hilversum", "name": "Hilversum", "kind": "municipality",
      "member_of": [ { "organisation": "regio", "from": "2015", "until": "2030" } ] }
  ]
}
)";
    files_["data/programmes.json"] = R"({
  "programmes": [
    { "id": "waw", "name": "Werken aan Werk", "short_name": "WaW", "from": "2020", "until": "2023",
      "categories": [ { "id": "scholing", "name": "Scholing" } ],
      "steering": [ { "organisation": "regio", "level": "board" } ],
      "funding": [ { "amount": 5600000, "qualifier": "about", "from": "2019", "until": "2022", "financer": "regio" } ],
      "projects": [
        { "id": "ggz", "name": "Aanpak GGZ", "category": "scholing", "from": "2020", "until": "2021",
          "lineage": [ { "kind": "split-from", "project": "taal", "period": "2020-07" } ],
          "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 } },
        { "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" }
      ],
      "budget": {
        "measures": [
          { "id": "ggz", "name": "GGZ", "project": "ggz", "financer": "regio",
            "years": { "2019": 32000, "2020": 64000 },
            "total": 96000 },
          { "id": "taal", "name": "Taal", "years": { "2020": 1000 }, "total": 1000 }
        ],
        "years": { "2019": 32000, "2020": 65000 },
        "total": 97000
      } }
  ],
  "indicators": [
    { "id": "ggz-trajecten", "name": "Trajecten", "unit": "count", "unit_label": "trajecten", "project": "ggz",
      "targets": [ { "value": 12, "from_period": "2020-07" } ] },
    { "id": "placements", "name": "Mensen aan het werk", "unit": "count", "unit_label": "inwoners",
      "cumulative": true, "programmes": [ "waw" ],
      "baseline": { "value": 0, "date": "2020" },
      "targets": [
        { "value": 500, "qualifier": "about", "from_period": "2020-07" },
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" }
      ] }
  ]
}
)";
    files_["data/commitments.json"] = R"({
  "commitments": [
    { "id": "T20-27", "title": "Voortgang bespreken", "text": "De wethouder komt terug.",
      "made_on": "2020-02-21", "meeting": "commissie Zorg", "by": "wethouder Werk", "council": "hilversum",
      "due": "2020-Q3",
      "status": "closed",
      "programmes": [ "waw" ], "projects": [ "ggz" ] },
    { "id": "T21-03", "title": "Cijfers leveren", "text": "De wethouder levert cijfers.",
      "made_on": "2021-03-04", "meeting": "commissie Zorg", "by": "wethouder Werk", "council": "hilversum",
      "due": "2021-04",
      "status": "open" }
  ]
}
)";
    files_["data/periods/2020-07.json"] = R"({
  "id": "2020-07", "name": "Juli 2020", "kind": "half-year", "from": "2020-01", "until": "2020-07",
  "reported_on": "2020-07",
  "depth": "projects",
  "scale": "stoplicht",
  "basis_note": "Afgeleid uit de tekst.", "stated_projects": 22,
  "programmes": [ { "programme": "waw", "status": "on-track" } ],
  "totals": [ { "indicator": "placements", "actual": null, "note": "Meten kan nog niet." } ],
  "figures": [ { "id": "krimp", "label": "Krimp", "value": 6.5, "qualifier": "about", "unit": "percent" } ],
  "projects": [
    { "project": "ggz", "number": "WaW 7",
      "status": "on-track", "basis": "reported",
      "values": [ { "indicator": "ggz-trajecten", "actual": 9 } ] },
    { "project": "taal", "number": "WaW 8", "name": "Taal als opstap",
      "status": "at-risk", "basis": "derived",
      "cause": "Corona",
      "consequence": null,
      "action": null }
  ],
  "sources": [ { "title": "Monitor juli 2020", "url": "https://example.nl/monitor.pdf" } ],
  "limits": [ "De kleuren zijn verloren gegaan." ]
}
)";
    files_["data/periods/2021-05.json"] = R"({
  "id": "2021-05", "name": "Mei 2021", "kind": "half-year", "from": "2020-08", "until": "2021-05",
  "reported_on": "2021-05",
  "depth": "totals",
  "totals": [ { "indicator": "placements", "actual": { "value": 430, "qualifier": "at-least" }, "forecast": 600 } ]
}
)";
    files_["content/periods/2020-07/summary.md"] = "---\nheadline: Op koers\n---\nDe opstart is bijna voorbij.\n";
    files_["content/periods/2021-05/summary.md"] = "---\nheadline: Boven verwachting\n---\n";
    files_["content/periods/2020-07/letters/hilversum.md"] =
        "---\n"
        "title: Voortgang\n"
        "kind: Raadsbrief\n"
        "from: College van Hilversum\n"
        "councils: [hilversum]\n"
        "date: 2020-09\n"
        "closes: [T20-27]\n"
        "announces:\n"
        "  - what: De programma's gaan van start\n"
        "    by: 2021-01-01\n"
        "  - what: Volgende brief\n"
        "attachments:\n"
        "  - title: Monitor\n"
        "    file: monitor.pdf\n"
        "---\n"
        "Geachte raad,\n";
    files_["content/periods/2020-07/progress/ggz.md"] = "Negen trajecten zijn begonnen.\n";
    files_["content/periods/2020-07/economie.md"] = "---\ntitle: De economie\n---\nKrimp.\n";
    files_["content/pages/about.md"] = "---\ntitle: Over\nslug: over\nmenu: footer\norder: 3\n---\nOver ons.\n";
    files_["content/commitments/T20-27.md"] = "Er was een webinar.\n";
    attachments_["content/periods/2020-07/letters/monitor.pdf"] = "%PDF";
  }

  // The same files; what was built of them stays with the other.
  MinimalSite(const MinimalSite& other) : files_(other.files_), attachments_(other.attachments_) {}

  // Replaces the only place where `from` stands in the file.
  MinimalSite& change(const std::string& path, std::string_view from, std::string_view to) {
    std::string& text = files_.at(path);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    text.replace(at, from.size(), to);
    return *this;
  }
  MinimalSite& write(const std::string& path, std::string text) {
    files_[path] = std::move(text);
    return *this;
  }
  MinimalSite& remove(const std::string& path) {
    REQUIRE(files_.erase(path) == 1);
    return *this;
  }

  MinimalSite& attach(const std::string& path, std::string bytes) {
    attachments_[path] = std::move(bytes);
    return *this;
  }

  // The site folder as it is now.
  const SiteFolder& folder() {
    build();
    return folder_;
  }

  Site build(std::optional<Date> as_of = std::nullopt) {
    folder_ = SiteFolder();
    folder_.attachments = attachments_;
    for (const auto& [path, text] : files_) {
      auto source = std::make_shared<const SourceText>(path, text);
      if (path.ends_with(".json")) {
        if (auto document = load_json(source, diagnostics_)) folder_.data[path] = std::move(document);
      } else {
        if (auto document = load_markdown(source, diagnostics_)) folder_.content[path] = std::move(document);
      }
    }
    return build_model(folder_, as_of, diagnostics_);
  }

  // What is said about the site folder.
  std::string faults() {
    build();
    return diagnostics_.to_text();
  }

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, std::string> attachments_;
  SiteFolder folder_;
  Diagnostics diagnostics_;
};

}  // namespace stoplicht::test
