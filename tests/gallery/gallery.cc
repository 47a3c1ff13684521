// The component gallery: a page for each component of the theme with its README and its examples, drawn as they stand,
// with hostile texts and with long words. The theme's documentation, and what gallery.test.mjs looks at.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/locale.h"
#include "gallery/variants.h"
#include "render/markdown.h"
#include "render/theme.h"

namespace stoplicht::gallery {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream.is_open()) throw std::runtime_error(path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream << bytes;
  if (!stream.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

std::shared_ptr<const SourceText> source_of(const fs::path& folder, const std::string& name) {
  return std::make_shared<const SourceText>(name, read(folder / name));
}

Json labels_in(const fs::path& theme, const char* language) {
  return Json::parse(read(theme / (std::string("strings.") + language + ".json"))).at("labels");
}

class Gallery {
 public:
  Gallery(const fs::path& themes, const std::string& name, fs::path output)
      : folder_(themes / name), output_(std::move(output)), dutch_{{"strings", labels_in(folder_, "nl")}} {
    SiteFolder files;
    files.root = output_;
    if (!load_theme(files, name, themes, diagnostics)) return;
    theme_ = build_theme(files, {name, "nl", "", {}}, diagnostics);
    const fs::path templates = fs::path(STOPLICHT_SOURCE_DIR) / "tests/gallery";
    for (const char* layout : {"page", "index"})
      theme_.templates.add(std::string("gallery-") + layout, source_of(templates, std::string(layout) + ".mustache"),
                           diagnostics);
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "components"))
      names_.push_back(entry.path().filename().string());
    std::sort(names_.begin(), names_.end());
  }

  void make() {
    fs::create_directories(output_ / "assets");
    // Nothing stays of components and styles that are gone.
    for (const fs::path& place : {output_, output_ / "assets"})
      for (const fs::directory_entry& entry : fs::directory_iterator(place))
        if (entry.path().extension() == ".html" || entry.path().extension() == ".css") fs::remove(entry.path());
    // Its pages show every component, those of the search page too.
    theme_.further_stylesheet.bytes += theme_.search_stylesheet.bytes;
    for (const OutputFile* sheet : {&theme_.stylesheet, &theme_.further_stylesheet})
      write(output_ / sheet->address, sheet->bytes);
    Json components = Json::array();
    for (std::size_t i = 0; i < names_.size(); ++i) components.push_back(make_page(i));
    write(output_ / "index.html",
          frame("gallery-index", "Components", {{"components", std::move(components)}, {"pagination", false}}));
  }

  Diagnostics diagnostics;

 private:
  // What a template makes of a context, with the theme's Dutch words: examples are Dutch.
  std::string drawn(const std::string& name, const Json& context) {
    const Json* const contexts[] = {&dutch_, &context};
    std::string out;
    theme_.templates.render(name, contexts, out, diagnostics);
    return out;
  }

  // A page of the gallery itself, in the frame that the theme gives every page.
  std::string frame(const std::string& layout, const std::string& title, Json context) {
    const Json site{{"title", "Stoplicht"},
                    {"tagline", "components of the theme " + folder_.filename().string()},
                    {"language", "en"},
                    {"publisher", "Stoplicht"},
                    {"home_label", "Components"},
                    {"stylesheet", theme_.stylesheet.address},
                    {"page_script", false},
                    {"search_script", false},
                    {"search_stylesheet", false},
                    {"token_class", theme_.token_class},
                    {"contact", false},
                    {"notice", false},
                    {"footer_links", Json::array()},
                    {"generator", "Stoplicht " STOPLICHT_VERSION}};
    const Json surroundings{
        {"strings", labels_in(folder_, "en")},
        {"site", site},
        {"nav", Json::array({{{"label", "Components"}, {"address", "index.html"}, {"current", false}}})},
        {"root", ""},
        {"document_title", title + " – Stoplicht"},
        {"description", ""},
        {"own_address", ""},
        {"in_search", true},
        {"canonical", ""},
        {"versions", Json::array()},
        {"further_stylesheet", theme_.further_stylesheet.address},
        {"preload", false},
        {"script", false},
        {"search_page", false},
        {"heading", title}};
    const Json* const contexts[] = {&surroundings, &context};
    std::string out;
    theme_.templates.render(layout, contexts, out, diagnostics);
    return out;
  }

  std::string readme_html(const std::string& name) {
    const std::string file = "components/" + name + "/README.md";
    const std::string text = read(folder_ / file);
    // Its first line is the component's name, which is the page's heading already.
    const auto document =
        load_markdown(std::make_shared<const SourceText>(file, text.substr(text.find('\n'))), diagnostics);
    if (document == nullptr) return {};
    MarkdownSurroundings surroundings;
    surroundings.page_of = [this](std::string_view path) -> std::optional<std::string> {
      const std::string component = fs::path(path).parent_path().filename().string();
      if (std::find(names_.begin(), names_.end(), component) == names_.end()) return std::nullopt;
      return component + ".html";
    };
    surroundings.table_label = "Table";
    surroundings.heading_link = "Link to this heading";
    std::string html;
    parse_markdown(*document, surroundings, diagnostics)->html({name + ".html", 1, "", "", ""}, html);
    return html;
  }

  // A document that page-start opens or page-end closes gets its other half.
  std::string whole_document(const std::string& name, Json context) {
    const auto half = [this](const char* component) {
      return Json::parse(read(folder_ / "components" / component / "examples.json")).at(0).at("context");
    };
    Json both = half(name == "page-start" ? "page-end" : "page-start");
    both.merge_patch(context);
    both["root"] = "";
    both["site"]["stylesheet"] = theme_.stylesheet.address;
    both["further_stylesheet"] = theme_.further_stylesheet.address;
    both["site"]["token_class"] = theme_.token_class;
    both["site"]["page_script"] = false;  // A file of a site, which the gallery is none.
    const std::string content = "<h1 class=\"nl-heading nl-heading--level-1\">" + name + "</h1>\n";
    return drawn("page-start", both) + content + drawn("page-end", both);
  }

  // Writes the component's page; gives what the index says of it.
  Json make_page(std::size_t index) {
    const std::string& name = names_[index];
    const Json examples = Json::parse(read(folder_ / "components" / name / "examples.json"));
    Json sections = Json::array();
    for (const Json& example : examples) {
      for (const Variant& variant : variants_of(example.at("context"))) {
        const std::string title = example.at("name").get<std::string>() + variant.title;
        const std::string id = "example_" + std::to_string(sections.size() + 1);
        Json context = with_own_ids(variant.context, id + "_");
        Json section{{"id", id},
                     {"title", title},
                     {"json", variant.context.dump(2)},
                     {"plain", variant.title.empty()},
                     {"html", false},
                     {"document", false},
                     {"symbols", false}};
        if (name == "page-start" || name == "page-end") {
          const std::string document = name + "-" + std::to_string(sections.size() + 1) + ".html";
          write(output_ / document, whole_document(name, std::move(context)));
          section["document"] = document;
        } else if (const std::string html = drawn(name, context); name == "symbols") {
          section["symbols"] = symbols_in(html);  // Every page has them; a second time the ids would be double.
        } else {
          section["html"] = html;
        }
        sections.push_back(std::move(section));
      }
    }
    const auto neighbour = [&](const char* kicker, std::size_t at) -> Json {
      if (at >= names_.size()) return false;
      return {{"kicker", kicker}, {"label", names_[at]}, {"href", names_[at] + ".html"}};
    };
    const Json pagination{{"previous", neighbour("Previous", index - 1)}, {"next", neighbour("Next", index + 1)}};
    const std::size_t count = sections.size();
    const std::string readme = readme_html(name);
    write(output_ / (name + ".html"),
          frame("gallery-page", name,
                {{"readme", readme}, {"sections", std::move(sections)}, {"pagination", pagination}}));
    return {{"name", name}, {"count", count}};
  }

  fs::path folder_;  // The theme's.
  fs::path output_;
  Json dutch_;
  Theme theme_;
  std::vector<std::string> names_;
};

}  // namespace
}  // namespace stoplicht::gallery

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: gallery <folder with the theme gemeente> <folder for the pages>\n";
    return 2;
  }
  try {
    stoplicht::initialise_markdown();
    stoplicht::gallery::Gallery gallery(arguments[1], "gemeente", arguments[2]);
    if (!gallery.diagnostics.has_errors()) gallery.make();
    const std::string faults = gallery.diagnostics.to_text();
    std::cerr << faults;
    return faults.empty() ? 0 : 1;
  } catch (const std::exception& fault) {
    std::cerr << "gallery: " << fault.what() << '\n';
    return 1;
  }
}
