#include "render/theme.h"

#include "base/digest.h"

#include <algorithm>

namespace stoplicht {
namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string text_of(const Json& object, const char* key, const Document& document, Diagnostics& diagnostics) {
  if (!object.contains(key) || !object[key].is_string()) {
    diagnostics.error("theme-form", document.source().whole(), std::string("the theme does not give its \"") + key + "\"",
                      "see the README of the default theme");
    return {};
  }
  return object[key].get<std::string>();
}

}  // namespace

std::string compact_css(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  bool space = false;  // White space was passed over and is not written yet.
  const auto tight = [](char c) { return c == '{' || c == '}' || c == ';' || c == ','; };
  for (std::size_t i = 0; i < css.size();) {
    const char c = css[i];
    if (c == '/' && i + 1 < css.size() && css[i + 1] == '*') {
      const std::size_t end = css.find("*/", i + 2);
      i = end == std::string_view::npos ? css.size() : end + 2;
      space = true;
      continue;
    }
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      space = true;
      ++i;
      continue;
    }
    if (space && !out.empty() && !tight(out.back()) && !tight(c)) out += ' ';
    space = false;
    if (c == '"' || c == '\'') {
      std::size_t end = i + 1;
      while (end < css.size() && css[end] != c) end += css[end] == '\\' ? 2U : 1U;
      end = std::min(end + 1, css.size());
      out.append(css.substr(i, end - i));
      i = end;
      continue;
    }
    if (c == '}' && !out.empty() && out.back() == ';') out.pop_back();
    out += c;
    ++i;
  }
  return out;
}

Theme build_theme(const SiteFolder& folder, const std::string& name, const std::string& language, Diagnostics& diagnostics) {
  Theme theme;
  const std::string prefix = "themes/" + name + "/";
  const auto& texts = folder.theme_texts;

  const auto settings = texts.find(prefix + "theme.json");
  const auto strings = texts.find(prefix + "strings." + language + ".json");
  if (strings == texts.end())
    diagnostics.error("theme-strings-missing", Location{prefix + "strings." + language + ".json", 0, 0, 1, ""},
                      "the theme has no strings in the site's language",
                      "copy the default theme's strings and translate them, or choose another language in data/site.json");
  else
    theme.strings = load_json(strings->second, diagnostics);
  if (settings == texts.end()) {
    diagnostics.error("theme-missing", Location{prefix + "theme.json", 0, 0, 1, ""}, "the theme has no theme.json",
                      "see the README of the default theme");
    return theme;
  }

  std::string css;
  const auto add_css = [&](const std::string& file, const Location& where) {
    const auto found = texts.find(prefix + file);
    if (found == texts.end()) {
      diagnostics.error("theme-file", where, "the theme has no file '" + file + "'",
                        "a file in the folder build/ is made by ./generator/run; run that once");
      return;
    }
    css += found->second->text();
    css += '\n';
  };
  if (const auto document = load_json(settings->second, diagnostics)) {
    const Json& root = document->root();
    theme.token_class = text_of(root, "token_class", *document, diagnostics);
    const std::string tokens = text_of(root, "tokens", *document, diagnostics);
    if (!tokens.empty()) add_css(tokens, document->at("/tokens"));
    if (root.contains("stylesheets") && root["stylesheets"].is_array()) {
      for (std::size_t i = 0; i < root["stylesheets"].size(); ++i)
        if (root["stylesheets"][i].is_string())
          add_css(root["stylesheets"][i].get<std::string>(), document->at("/stylesheets/" + std::to_string(i)));
    }
  }

  for (const auto& [path, source] : texts) {
    if (!starts_with(path, prefix)) continue;
    const std::string_view inside = std::string_view(path).substr(prefix.size());
    if (starts_with(inside, "components/") && ends_with(inside, "/style.css")) {
      css += source->text();
      css += '\n';
    } else if (starts_with(inside, "components/") && ends_with(inside, "/template.mustache")) {
      const std::size_t start = std::string_view("components/").size();
      theme.templates.add(std::string(inside.substr(start, inside.size() - start - std::string_view("/template.mustache").size())),
                          source, diagnostics);
    } else if (starts_with(inside, "layouts/") && ends_with(inside, ".mustache")) {
      const std::size_t start = std::string_view("layouts/").size();
      theme.templates.add("layout-" + std::string(inside.substr(start, inside.size() - start - std::string_view(".mustache").size())),
                          source, diagnostics);
    }
  }

  css = compact_css(css);
  theme.stylesheet = {"assets/" + name + "." + sha256(css).substr(0, 8) + ".css", css};
  for (const auto& [path, bytes] : folder.theme_assets)
    if (starts_with(path, prefix)) theme.assets.push_back({path.substr(prefix.size()), bytes});
  return theme;
}

}  // namespace stoplicht
