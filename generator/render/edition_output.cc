#include "render/edition_output.h"

#include "load/canonical_json.h"
#include "model/seal.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

Json chain_entry(const ChainLink& link) {
  return Json{
      {"sequence", link.sequence},         {"kind", link.kind == ChainLink::Kind::edition ? "edition" : "withdrawal"},
      {"period", link.period_id},          {"number", link.number},
      {"published_on", to_iso(link.on)},   {"published_by", link.by},
      {"reason", or_null(link.reason)},    {"digest", link.digest},
      {"previous", or_null(link.previous)}};
}

// A withdrawn part is never published, even when its removal from the file was not finished.
std::string published_bytes(const ChainLink& link, const Document& document) {
  Json without;
  if (link.edition != nullptr)
    for (const WithdrawnPart& withdrawn : link.edition->withdrawn) {
      if (!document.root().at("parts").contains(withdrawn.part)) continue;
      if (without.is_null()) without = document.root();
      without["parts"].erase(withdrawn.part);
    }
  return without.is_null() ? std::string(document.source().text()) : pretty_json(without);
}

}  // namespace

std::string chain_text(const std::vector<ChainLink>& chain) {
  Json entries = Json::array();
  for (const ChainLink& link : chain) entries.push_back(chain_entry(link));
  return pretty_json(Json{{"format", edition_format}, {"chain", std::move(entries)}});
}

std::vector<OutputFile> edition_output(const Archive& archive, std::string schema, std::string readme) {
  std::vector<OutputFile> files;
  if (archive.empty()) return files;
  for (const ChainLink& link : archive.chain) {
    const Document& document = *archive.files.documents.at(link.file);
    files.push_back({document_address(link), published_bytes(link, document)});
    files.push_back({seal_address(link), canonical_json(document.root().at("seal"))});
    if (const auto signature = archive.files.signatures.find(link.file); signature != archive.files.signatures.end())
      files.push_back({seal_address(link) + ".minisig", signature->second});
  }
  files.push_back({chain_address, chain_text(archive.chain)});
  if (!schema.empty()) files.push_back({edition_schema_address, std::move(schema)});
  if (!readme.empty()) files.push_back({edition_readme_address, std::move(readme)});
  return files;
}

}  // namespace stoplicht
