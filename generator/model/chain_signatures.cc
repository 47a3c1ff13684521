#include <algorithm>

#include "load/canonical_json.h"
#include "model/chain.h"

namespace stoplicht {

std::string fault_in_signature(std::string_view bytes, std::string_view signature, const std::vector<PublicKey>& keys) {
  const std::string number = key_number_of(signature);
  const auto made_with =
      std::find_if(keys.begin(), keys.end(), [&](const PublicKey& key) { return key_number(key) == number; });
  return fault_in_signature(bytes, signature, made_with != keys.end() ? *made_with : keys.front());
}

std::vector<SignatureFault> check_signatures(const EditionFiles& files, const std::vector<PublicKey>& keys) {
  std::vector<SignatureFault> faults;
  for (const auto& [path, signature] : files.signatures) {
    const auto document = files.documents.find(path);
    if (document == files.documents.end()) continue;  // It could not be read, which was reported.
    const Json& root = document->second->root();
    if (!root.is_object() || !root.contains("seal")) continue;
    std::string fault = fault_in_signature(canonical_json(root.at("seal")), signature, keys);
    if (!fault.empty()) faults.push_back({path, std::move(fault)});
  }
  return faults;
}

}  // namespace stoplicht
