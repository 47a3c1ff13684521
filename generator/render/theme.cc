#include "render/theme.h"

#include <algorithm>
#include <set>

#include "base/digest.h"

namespace stoplicht {
namespace {

// What the pages of a site and the charts in its texts are drawn with.
constexpr const char* needed_templates[] = {"layout-archive",
                                            "layout-commitment",
                                            "layout-commitments",
                                            "layout-home",
                                            "layout-letter",
                                            "layout-not-found",
                                            "layout-period",
                                            "layout-programme",
                                            "layout-project",
                                            "layout-programmes",
                                            "layout-report",
                                            "layout-search",
                                            "layout-text",
                                            "ribbon",
                                            "bullet",
                                            "matrix"};

std::string text_of(const Document& document, const std::string& key, Diagnostics& diagnostics) {
  const Json& root = document.root();
  if (root.is_object() && root.contains(key) && root[key].is_string()) return root[key].get<std::string>();
  diagnostics.error("theme-form", document.at("/" + key),
                    root.is_object() && root.contains(key) ? "\"" + key + "\" of a theme is a text"
                                                           : "the theme does not give its \"" + key + "\"",
                    "see the README of the theme gemeente");
  return {};
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

// The names of the theme's house styles: its token files.
std::set<std::string> house_styles_of(const SiteFolder& folder, const std::string& prefix) {
  std::set<std::string> names;
  const std::string start = prefix + "tokens/";
  constexpr std::string_view ending = ".css";
  for (const auto& [path, source] : folder.theme_texts) {
    if (!path.starts_with(start) || !path.ends_with(ending)) continue;
    const std::string name = path.substr(start.size(), path.size() - start.size() - ending.size());
    if (name.find('/') == std::string::npos) names.insert(name);
  }
  return names;
}

// "assets/<file>.<first 8 digits of the digest><ending>"
OutputFile named_by_digest(const std::string& file, const char* ending, std::string bytes) {
  std::string address = "assets/" + file + "." + sha256(bytes).substr(0, 8) + ending;
  return {std::move(address), std::move(bytes)};
}

bool has_object(const Document& document, const char* key) {
  const Json& root = document.root();
  return root.is_object() && root.contains(key) && root[key].is_object();
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
      const std::size_t after = end == std::string_view::npos ? css.size() : end + 2;
      // "/*!" is how CSS says that a comment must stay: a licence's notice.
      if (end != std::string_view::npos && i + 2 < end && css[i + 2] == '!') {
        out.append(css.substr(i, after - i));
        out += '\n';
        space = false;
      } else {
        space = true;
      }
      i = after;
      continue;
    }
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      space = true;
      ++i;
      continue;
    }
    if (space && !out.empty() && out.back() != '\n' && !tight(out.back()) && !tight(c)) out += ' ';
    space = false;
    if (c == '\\' && i + 1 < css.size()) {  // An escaped quote opens no string: .a\:before\'
      out.append(css.substr(i, 2));
      i += 2;
      continue;
    }
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

Theme build_theme(const SiteFolder& folder, const ThemeChoice& choice, Diagnostics& diagnostics) {
  const std::string& name = choice.name;
  Theme theme;
  theme.complete = true;
  const std::string prefix = "themes/" + name + "/";
  const auto& texts = folder.theme_texts;
  const auto error = [&](std::string_view id, Location where, std::string message, std::string hint) {
    diagnostics.error(id, std::move(where), std::move(message), std::move(hint));
    theme.complete = false;
  };
  const auto nowhere_in = [&](const std::string& file) { return Location{prefix + file, 0, 0, 1, ""}; };

  const std::string strings_file = "strings." + choice.language + ".json";
  if (const auto strings = texts.find(prefix + strings_file); strings == texts.end()) {
    error("theme-strings-missing", nowhere_in(strings_file), "the theme has no strings in the site's language",
          "copy the strings of the theme gemeente and translate them, or choose another language in data/site.json");
  } else if (theme.strings = load_json(strings->second, diagnostics); theme.strings == nullptr) {
    theme.complete = false;  // Reported by load_json.
  } else {
    for (const char* part : {"labels", "sentences"})
      if (!has_object(*theme.strings, part))
        error("string-form", theme.strings->source().whole(),
              std::string("the theme's strings hold no object '") + part + "'",
              "a strings file holds { \"labels\": { … }, \"sentences\": { … } }");
  }

  std::string css, further_css, search_css;
  std::string first_page;  // The layout that says which components belong to the first stylesheet; empty: all do.
  Location first_page_at;
  const auto text_in = [&](const std::string& file, const Location& where) -> std::string_view {
    const auto found = texts.find(prefix + file);
    if (found != texts.end()) return without_byte_order_mark(found->second->text());
    error("theme-file", where, "the theme has no file '" + file + "'",
          file.starts_with("build/") ? "./generator/run makes the files in build/: run it once"
                                     : "correct the name here, or add the file to the theme");
    return {};
  };
  const auto add_css = [&](const std::string& file, const Location& where) {
    css += text_in(file, where);
    css += '\n';
  };
  const auto add_house_style = [&](const std::string& style, const Location& where) {
    const std::set<std::string> known = house_styles_of(folder, prefix);
    if (known.contains(style)) return add_css("build/" + style + ".css", where);
    // Only colours and letters are missing: the faults of templates can still be found.
    diagnostics.error("house-style-unknown", where, "the theme has no house style '" + style + "'",
                      known.empty() ? "put a token file in the theme's folder tokens/"
                                    : one_of_hint(style, {known.begin(), known.end()}));
  };
  if (const auto settings = texts.find(prefix + "theme.json"); settings == texts.end()) {
    error("theme-missing", nowhere_in("theme.json"), "the theme has no theme.json",
          "see the README of the theme gemeente");
  } else if (const auto document = load_json(settings->second, diagnostics); document == nullptr) {
    theme.complete = false;
  } else {
    const Json& root = document->root();
    theme.token_class = text_of(*document, "token_class", diagnostics);
    const std::string house_style = text_of(*document, "house_style", diagnostics);
    theme.complete = theme.complete && !theme.token_class.empty() && !house_style.empty();
    if (!choice.house_style.empty())
      add_house_style(choice.house_style, choice.house_style_at);
    else if (!house_style.empty())
      add_house_style(house_style, document->at("/house_style"));
    if (root.is_object() && root.contains("first_page")) {
      first_page = text_of(*document, "first_page", diagnostics);
      first_page_at = document->at("/first_page");
      theme.complete = theme.complete && !first_page.empty();
    }
    const bool has_list = root.is_object() && root.contains("stylesheets") && root["stylesheets"].is_array();
    if (!has_list)
      error("theme-form", document->at("/stylesheets"), "the theme does not give its list of \"stylesheets\"",
            "see the README of the theme gemeente");
    for (std::size_t i = 0; has_list && i < root["stylesheets"].size(); ++i) {
      const Json& file = root["stylesheets"][i];
      const Location where = document->at("/stylesheets/" + std::to_string(i));
      if (file.is_string())
        add_css(file.get<std::string>(), where);
      else
        error("theme-form", where, "a file of \"stylesheets\" is a text", "write its path in the theme's folder");
    }
    const auto script = [&](const std::string& key, const std::string& as) -> OutputFile {
      if (!root.is_object() || !root.contains(key)) return {};
      const std::string file = text_of(*document, key, diagnostics);
      theme.complete = theme.complete && !file.empty();
      const std::string_view text = file.empty() ? std::string_view() : text_in(file, document->at("/" + key));
      return text.empty() ? OutputFile{} : named_by_digest(as, ".js", std::string(text));
    };
    theme.page_script = script("page_script", name + "-page");
    theme.search_script = script("search_script", name + "-search");
    if (!theme.search_script.address.empty() && theme.strings != nullptr && !has_object(*theme.strings, "script"))
      error("string-form", theme.strings->source().whole(), "the theme's strings hold no object 'script'",
            "copy it from the theme gemeente: it is what the search page says");
  }

  std::vector<std::string> names;                                // Of the templates.
  std::vector<std::pair<std::string, std::string_view>> styles;  // By component.
  for (const auto& [path, source] : texts) {
    if (!path.starts_with(prefix)) continue;
    const std::string_view inside = std::string_view(path).substr(prefix.size());
    const std::string_view part = inside.substr(inside.find('/') + 1);
    if (inside.starts_with("components/") && inside.ends_with("/style.css")) {
      styles.emplace_back(part.substr(0, part.find('/')), without_byte_order_mark(source->text()));
      continue;
    } else if (inside.starts_with("components/") && inside.ends_with("/template.mustache")) {
      names.emplace_back(part.substr(0, part.find('/')));
    } else if (inside.starts_with("layouts/") && inside.ends_with(".mustache")) {
      names.push_back("layout-" + std::string(part.substr(0, part.rfind('.'))));
    } else {
      continue;
    }
    theme.templates.add(names.back(), source, diagnostics);
  }
  if (!first_page.empty() && !theme.templates.has("layout-" + first_page))
    error("theme-form", first_page_at, "the theme has no layout '" + first_page + "'",
          "name a file of layouts/ without its ending");
  const auto of_first = theme.templates.reached_from("layout-" + first_page);
  const auto of_search = theme.templates.reached_from("layout-search");
  const auto of_rehearsal = theme.templates.reached_from("layout-rehearsal");
  std::set<std::string, std::less<>> of_others;
  for (const std::string& each : names)
    if (each.starts_with("layout-") && each != "layout-search" && each != "layout-rehearsal")
      of_others.merge(theme.templates.reached_from(each));
  std::set<std::string, std::less<>> further;  // The components with the further styles.
  for (const auto& [component, style] : styles) {
    const bool is_further = !first_page.empty() && !of_first.contains(component);
    const bool is_of_search = is_further && of_search.contains(component) && !of_others.contains(component);
    const bool is_of_rehearsal = is_further && of_rehearsal.contains(component) && !of_search.contains(component) &&
                                 !of_others.contains(component);
    if (is_further && !is_of_search && !is_of_rehearsal) further.insert(component);
    std::string& sheet = is_of_search      ? search_css
                         : is_of_rehearsal ? theme.rehearsal_css
                         : is_further      ? further_css
                                           : css;
    sheet += style;
    sheet += '\n';
  }
  for (const std::string& each : names) {
    const auto reached = theme.templates.reached_from(each);
    const bool needs =
        further.contains(each) || std::any_of(reached.begin(), reached.end(),
                                              [&](const std::string& partial) { return further.contains(partial); });
    if (needs) theme.further.insert(each);
  }
  for (const std::string needed : needed_templates) {
    if (theme.templates.has(needed)) continue;
    const bool layout = needed.starts_with("layout-");
    const std::string thing = layout ? needed.substr(std::string_view("layout-").size()) : needed;
    error("template-missing",
          nowhere_in(layout ? "layouts/" + thing + ".mustache" : "components/" + thing + "/template.mustache"),
          std::string("the theme has no ") + (layout ? "layout" : "component") + " '" + thing + "'",
          "copy it from the theme gemeente");
  }

  theme.stylesheet = named_by_digest(name, ".css", compact_css(css));
  theme.rehearsal_css = compact_css(theme.rehearsal_css);
  if (!search_css.empty()) theme.search_stylesheet = named_by_digest(name + "-search", ".css", compact_css(search_css));
  if (!further.empty()) theme.further_stylesheet = named_by_digest(name + "-further", ".css", compact_css(further_css));
  for (const auto& [path, bytes] : folder.theme_assets)
    if (path.starts_with(prefix)) theme.assets.push_back({path.substr(prefix.size()), bytes});
  return theme;
}

}  // namespace stoplicht
