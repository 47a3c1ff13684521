#include "views/strings.h"

namespace stoplicht {

Strings::Strings(const Document& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {
  const Json& root = file.root();
  for (const char* part : {"labels", "sentences"}) {
    if (!root.is_object() || !root.contains(part) || !root[part].is_object())
      diagnostics.error("string-form", file.source().whole(),
                        std::string("no object '") + part + "' in the theme's strings",
                        "a strings file holds { \"labels\": { … }, \"sentences\": { … } }");
  }
}

const Json& Strings::labels() const {
  const Json& root = file_.root();
  if (!root.is_object() || !root.contains("labels") || !root["labels"].is_object()) return no_labels_;
  return root["labels"];
}

const Json& Strings::of_script() const {
  const Json& root = file_.root();
  return root.is_object() && root.contains("script") && root["script"].is_object() ? root["script"] : no_labels_;
}

const Json* Strings::sentence(std::string_view key) const {
  const Json& root = file_.root();
  if (root.is_object() && root.contains("sentences") && root["sentences"].is_object()) {
    const auto found = root["sentences"].find(key);
    if (found != root["sentences"].end()) return &*found;
  }
  diagnostics_.error("string-missing", file_.at("/sentences"), "the theme has no sentence '" + std::string(key) + "'",
                     "add it to \"sentences\"");
  return nullptr;
}

std::string Strings::say(std::string_view key, Values values) const {
  const Json* found = sentence(key);
  if (found == nullptr) return {};
  if (!found->is_string()) {
    diagnostics_.error("string-form", file_.at("/sentences/" + std::string(key)),
                       "sentence '" + std::string(key) + "' is not a text", "write one text between quotes");
    return {};
  }
  return fill(key, found->get_ref<const std::string&>(), "", values);
}

std::string Strings::say_count(std::string_view key, long count, std::string_view number, Values values) const {
  const Json* found = sentence(key);
  if (found == nullptr) return {};
  const char* form = count == 1 ? "one" : "other";
  if (!found->is_object() || !found->contains(form) || !(*found)[form].is_string()) {
    diagnostics_.error("string-form", file_.at("/sentences/" + std::string(key)),
                       "sentence '" + std::string(key) + "' has no form '" + form + "'",
                       R"(write { "one": "…", "other": "…" })");
    return {};
  }
  return fill(key, (*found)[form].get_ref<const std::string&>(), number, values);
}

std::string Strings::fill(std::string_view key, const std::string& text, std::string_view number, Values values) const {
  std::string out;
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string::npos) break;
    out.append(text, from, open - from);
    const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
    const auto* value = values.begin();
    while (value != values.end() && value->first != name) ++value;
    if (value != values.end()) {
      out += value->second;
    } else if (name == "n" && !number.empty()) {
      out += number;
    } else {
      diagnostics_.error(
          "string-placeholder", file_.at("/sentences/" + std::string(key)),
          "sentence '" + std::string(key) + "' asks for {" + std::string(name) + "}, which it is not given",
          "use only the placeholders of the default theme's sentence");
    }
    from = close + 1;
  }
  out.append(text, from);
  return out;
}

}  // namespace stoplicht
