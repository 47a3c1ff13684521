#include "model/commitment_mentions.h"

#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// "T20–27 > T20-27; T20-271 > T20-27 + 1; T99-1 > ?"
std::string mentions(std::string_view text, MinimalSite minimal = {}) {
  const Site site = minimal.build();
  std::string out;
  for (const CommitmentMention& each : find_commitment_mentions(text, site))
    out += (out.empty() ? "" : "; ") + std::string(text.substr(each.where.offset, each.where.length)) + " > " +
           (each.commitment != nullptr ? each.commitment->id : "?") + (each.mark.empty() ? "" : " + " + each.mark);
  return out;
}

}  // namespace

TEST_CASE("commitment mentions: with every hyphen, dash and blank") {
  CHECK(mentions("zie T20-27.") == "T20-27 > T20-27");
  CHECK(mentions("zie T20\u201127, T20–27 en T20−27") == "T20\u201127 > T20-27; T20–27 > T20-27; T20−27 > T20-27");
  CHECK(mentions("(t20 - 27) en T20 -27") == "t20 - 27 > T20-27; T20 -27 > T20-27");
  CHECK(mentions("T20-27/T21-03") == "T20-27 > T20-27; T21-03 > T21-03");
}

TEST_CASE("commitment mentions: the mark of a note may be pressed against the number") {
  CHECK(mentions("(T20-271) en T21-0312") == "T20-271 > T20-27 + 1; T21-0312 > T21-03 + 12");
  CHECK(mentions("T20-27¹ en T20-27[^1]") == "T20-27 > T20-27; T20-27 > T20-27");
}

TEST_CASE("commitment mentions: a number behind the dash of a sentence is none of its own") {
  CHECK(mentions("T20-27 – 3 woningen") == "T20-27 > T20-27");
  CHECK(mentions("T20-27 – 3e woning") == "T20-27 > T20-27");
  CHECK(mentions("T20-271 - 12 - 3 keer") == "T20-271 > T20-27 + 1");
  CHECK(mentions("T24-05 – 3 woningen") == "T24-05 > ?");
  CHECK(mentions("T20-27-3") == "T20-27-3 > ?");
  MinimalSite minimal;
  minimal.change("data/commitments.json", R"("id": "T21-03")", R"("id": "T20-27-3")");
  CHECK(mentions("T20-27 – 3 woningen", minimal) == "T20-27 – 3 > T20-27-3");
}

TEST_CASE("commitment mentions: a longer number that exists is itself") {
  MinimalSite minimal;
  minimal.change("data/commitments.json", R"("id": "T21-03")", R"("id": "T20-271")");
  CHECK(mentions("T20-271 en T20-272", minimal) == "T20-271 > T20-271; T20-272 > T20-27 + 2");
}

TEST_CASE("commitment mentions: one that no register has is told when it looks like the others") {
  CHECK(mentions("T24-05 of T20-1234") == "T24-05 > ?; T20-1234 > ?");
  CHECK(mentions("COVID-19, MBO-4, A12-50, bT20-27, T20-27b en x-T20-27") == "");
}

TEST_CASE("commitment mentions: a letter may close those of its council that wait, and that it names for certain") {
  MinimalSite minimal;
  minimal.change("content/periods/2020-07/letters/hilversum.md", "closes: [T20-27]\n", "");
  const Site site = minimal.build();
  const auto to_close = [&](std::string_view text, const Organisation& council) {
    std::string out;
    for (const Commitment* each : commitments_to_close(find_commitment_mentions(text, site), council))
      out += each->id + " ";
    return out;
  };
  const Organisation& council = *site.municipalities().front();
  CHECK(to_close("T21-03, T20-27 en weer T21-03", council) == "T21-03 T20-27 ");
  CHECK(to_close("T21-031 en T24-05", council) == "");
  CHECK(to_close("T21-03", *site.organisations.front()) == "");
}

TEST_CASE("commitment mentions: numbers of another form") {
  MinimalSite minimal;
  minimal.change("data/commitments.json", R"("id": "T21-03")", R"("id": "TZ-2021-003")");
  CHECK(mentions("zie TZ-2021-003 en tz–2021–0031", minimal) ==
        "TZ-2021-003 > TZ-2021-003; tz–2021–0031 > TZ-2021-003 + 1");
}

TEST_CASE("commitment mentions: not where a link leads or in what is to be filled in") {
  CHECK(mentions("[x](/toezeggingen/t20-27.html) `T20-27` [vul in: T20-27]") == "");
}

}  // namespace stoplicht::test
