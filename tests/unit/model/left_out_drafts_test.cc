#include "model/left_out_drafts.h"

#include "published_site.h"

namespace stoplicht::test {
namespace {

// A site of which 2020-07 was published and 2021-05 is a draft, after `change` of its files: what a website of it
// tells.
struct WithoutDrafts {
  SiteFolder folder, left, folded;
  Archive archive;
  std::set<std::string> drafts;
  Site site;
  std::string faults;

  template <typename Change>
  explicit WithoutDrafts(Change change) {
    MinimalSite minimal;
    archive = PublishedSite().publish(minimal.folder(), "2020-07").archive();
    change(minimal);
    folder = minimal.folder();
    drafts = draft_ids(folder, archive);
    left = folder;
    leave_out(drafts, left, archive);
    folded = fold(left, archive);
    Diagnostics diagnostics;
    site = build_present(folded, archive, std::nullopt, diagnostics);
    faults = diagnostics.to_text();
  }
};

}  // namespace

TEST_CASE("drafts left out: a site without editions has none") {
  MinimalSite site;
  CHECK(draft_ids(site.folder(), Archive()).empty());
}

TEST_CASE("drafts left out: only what was published is told, and targets that begin with a draft are not") {
  const WithoutDrafts site([](MinimalSite&) {});
  CHECK(site.drafts == std::set<std::string>{"2021-05"});
  CHECK(site.faults == "");
  REQUIRE(site.site.periods.size() == 1);
  CHECK(site.site.newest()->id == "2020-07");
  CHECK_FALSE(site.folded.content.contains("content/periods/2021-05/summary.md"));
  for (const auto& indicator : site.site.indicators)
    for (const Target& target : indicator->targets) CHECK(target.from->id == "2020-07");
}

TEST_CASE("drafts left out: a project of which only a draft tells is not told, nor what measures it") {
  const WithoutDrafts site([](MinimalSite& minimal) {
    minimal
        .change("data/programmes.json", R"("followed_by": "words" })", R"("followed_by": "words" },
        { "id": "nieuw", "name": "Nieuw",
          "lineage": [ { "kind": "split-from", "project": "taal", "period": "2021-05" } ] })")
        .change("data/programmes.json", R"("indicators": [)", R"("indicators": [
    { "id": "nieuwe-plekken", "name": "Plekken", "unit": "count", "unit_label": "plekken", "project": "nieuw" },)")
        .change("data/periods/2021-05.json", R"("depth": "totals",)", R"("depth": "projects",
  "projects": [ { "project": "nieuw", "number": "9", "status": "on-track" } ],)");
  });
  CHECK(site.faults == "");
  CHECK(site.site.find_project("nieuw") == nullptr);
  CHECK(site.site.find_indicator("nieuwe-plekken") == nullptr);
  CHECK(site.site.find_project("taal") != nullptr);
}

TEST_CASE("drafts left out: a commitment that only a draft's letter closes is still open, without its story") {
  const WithoutDrafts site([](MinimalSite& minimal) {
    minimal
        .write("content/periods/2021-05/letters/hilversum.md",
               "---\ntitle: Cijfers\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-05\n"
               "closes: [T21-03]\n---\nGeachte raad,\n")
        .write("content/commitments/T21-03.md", "De cijfers zijn er.\n")
        .change("data/commitments.json", R"("status": "open")", R"("status": "closed")");
  });
  CHECK(site.faults == "");
  const auto status = [&](std::string_view id) {
    for (const auto& commitment : site.site.commitments)
      if (commitment->id == id) return commitment->status;
    return CommitmentStatus::lapsed;
  };
  CHECK(status("T21-03") == CommitmentStatus::open);
  CHECK(status("T20-27") == CommitmentStatus::closed);
  CHECK_FALSE(site.folded.content.contains("content/commitments/T21-03.md"));
}

TEST_CASE("drafts left out: a fault in what stays is told where it stands in the file") {
  const WithoutDrafts site([](MinimalSite& minimal) {
    minimal.change("data/programmes.json", R"("decision": "Bijgesteld door de Werkkamer" })",
                   R"("decision": "Bijgesteld door de Werkkamer" },
        { "value": 530, "from_period": "2099-01" })");
  });
  CHECK(site.faults.find("'2099-01'") != std::string::npos);
  // The second of three targets was taken out; the third is told at its own line.
  const std::string_view text = site.folder.data.at("data/programmes.json")->source().text();
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("2099-01")), '\n');
  CHECK(site.faults.starts_with("data/programmes.json:" + std::to_string(line) + ":"));
}

}  // namespace stoplicht::test
