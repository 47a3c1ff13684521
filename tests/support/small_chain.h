#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/text.h"
#include "load/canonical_json.h"
#include "model/seal.h"

// A chain of four links: an edition of 2020-07 with an attachment, one of 2021-05, a correction of the first, and a
// withdrawal of its letter. As files, by their address below data/editions.
namespace stoplicht::test {

inline const std::string attachment_bytes = "%PDF de bijlage";

inline SealFields seal_fields(const std::string& period, int number, int sequence, const std::string& previous) {
  SealFields fields;
  fields.period_id = period;
  fields.number = number;
  fields.sequence = sequence;
  fields.published_on = *parse_date("2026-11-2" + std::to_string(sequence));
  fields.published_by = "Regio";
  fields.previous = previous;
  return fields;
}

inline std::string salt_for(const std::string& name) { return sha256(name).substr(0, 32); }

inline std::map<std::string, Json> some_parts(const std::string& period, double value) {
  const auto text = [](const std::string& body, const Json& figures = Json::object()) {
    return Json{{"front_matter", Json::object()}, {"text", body}, {"figures", figures}};
  };
  const std::string folder = "text:content/periods/" + period + "/";
  return {{"attachment:content/bijlage.pdf", {{"sha256", sha256(attachment_bytes)}, {"size", attachment_bytes.size()}}},
          {"organisations", Json::object()},
          {"period", {{"id", period}, {"total", value}}},
          {"programmes", Json::object()},
          {"site", Json::object()},
          {folder + "letters/hilversum.md", text("Hallo", {{"total.places.actual", "400"}})},
          {folder + "summary.md", text("Kort")}};
}

inline const std::string letter_part = "text:content/periods/2020-07/letters/hilversum.md";

// `withdrawn`: with the withdrawal, and the letter taken out.
inline std::map<std::string, std::string> small_chain(bool withdrawn = true) {
  const Json first = edition_document(seal_fields("2020-07", 1, 1, ""), some_parts("2020-07", 400), salt_for);
  const Json other =
      edition_document(seal_fields("2021-05", 1, 2, first["digest"]), some_parts("2021-05", 6.5), salt_for);
  SealFields correction = seal_fields("2020-07", 2, 3, other["digest"]);
  correction.replaces = first["digest"];
  correction.reason = "Verkeerd geteld";
  const Json second = edition_document(correction, some_parts("2020-07", 401), salt_for);
  SealFields withdrawal = seal_fields("2020-07", 1, 4, second["digest"]);
  withdrawal.reason = "Privacy";
  const Json stone =
      withdrawal_document(withdrawal, {{letter_part}, {1, 2}, {{letter_part, "brieven/hilversum.html"}}});

  std::map<std::string, std::string> files;
  const auto without_letter = [&](Json document) {
    if (withdrawn) document["parts"].erase(letter_part);
    return pretty_json(document);
  };
  files["2020-07/v1.json"] = without_letter(first);
  files["2020-07/v2.json"] = without_letter(second);
  files["2021-05/v1.json"] = pretty_json(other);
  if (withdrawn) files["2020-07/w1.json"] = pretty_json(stone);
  files["attachments/" + sha256(attachment_bytes)] = attachment_bytes;
  return files;
}

}  // namespace stoplicht::test
