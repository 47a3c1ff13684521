#include "model/seal.h"

#include "base/digest.h"
#include "load/canonical_json.h"
#include "model/edition.h"

namespace stoplicht {
namespace {

Json seal_of(const SealFields& fields, const char* kind) {
  return Json{{"format", edition_format},
              {"kind", kind},
              {"period", fields.period_id},
              {kind, fields.number},
              {"sequence", fields.sequence},
              {"published_by", fields.published_by},
              {"published_on", to_iso(fields.published_on)},
              {"previous", or_null(fields.previous)},
              {"reason", or_null(fields.reason)}};
}

}  // namespace

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json edition_document(const SealFields& fields, std::map<std::string, Json> parts,
                      const std::function<std::string(const std::string& name)>& salt) {
  Json seal = seal_of(fields, "edition");
  seal["replaces"] = or_null(fields.replaces);
  seal["parts"] = Json::object();
  Json contents = Json::object();
  for (auto& [name, content] : parts) {
    Json part{{"content", std::move(content)}, {"salt", salt(name)}};
    seal["parts"][name] = sha256(canonical_json(part));
    contents[name] = std::move(part);
  }
  const std::string digest = sha256(canonical_json(seal));
  return Json{{"digest", digest}, {"parts", std::move(contents)}, {"seal", std::move(seal)}};
}

Json withdrawal_document(const SealFields& fields, const WithdrawnParts& withdrawn) {
  Json seal = seal_of(fields, "withdrawal");
  seal["parts"] = withdrawn.parts;
  seal["editions"] = withdrawn.editions;
  seal["pages"] = withdrawn.pages;
  const std::string digest = sha256(canonical_json(seal));
  return Json{{"digest", digest}, {"seal", std::move(seal)}};
}

}  // namespace stoplicht
