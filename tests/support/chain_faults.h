#pragma once
#include <map>
#include <string>

#include "model/chain.h"
#include "support/small_chain.h"

namespace stoplicht::test {

using Files = std::map<std::string, std::string>;

inline EditionFiles in_memory(const Files& files, Diagnostics& diagnostics) {
  EditionFiles out;
  for (const auto& [address, bytes] : files) {
    const std::string path = "data/editions/" + address;
    if (address.starts_with("attachments/")) {
      out.attachments[address.substr(12)] = bytes;
    } else if (address.ends_with(".minisig")) {
      out.signatures[path.substr(0, path.size() - 8)] = bytes;
    } else if (auto document = load_json(std::make_shared<const SourceText>(path, bytes), diagnostics)) {
      out.documents[path] = std::move(document);
    } else {
      out.complete = false;
    }
  }
  return out;
}

// "data/editions/2020-07/v1.json:2:13: [edition-digest] message" for each.
inline std::string faults(const Files& files) {
  Diagnostics diagnostics;
  read_chain(in_memory(files, diagnostics), diagnostics);
  std::string text;
  for (const Diagnostic& each : diagnostics.sorted()) {
    text += each.where.file.substr(14) + (each.where.line > 0 ? ":" + std::to_string(each.where.line) : "") + ": " +
            (each.severity == Severity::warning ? "warning: " : "") + each.message + " [" + each.id + "]\n";
  }
  return text;
}

}  // namespace stoplicht::test
