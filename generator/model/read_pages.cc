#include "base/locale.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

using Menu = ContentPage::Menu;

constexpr std::array<Choice<Menu>, 2> menus{{{"main", Menu::main}, {"footer", Menu::footer}}};

constexpr std::int64_t largest_order = 1'000'000;

std::string read_slug(Reading& reading, ObjectReader& object, const std::string& path,
                      const MarkdownDocument& document) {
  const std::string_view given = object.optional_word("slug");
  if (given.data() == nullptr) {
    const std::string name(stem(path, ".md"));
    if (!object.has("slug") && !has_id_form(name)) report_file_name(reading, document, name);
    return name;
  }
  if (!has_id_form(given)) {
    const std::string nearest = slug(given);
    object.error("slug-form", object.at("slug"), in_quotes(given) + " cannot be part of an address",
                 "write lower-case letters, digits and hyphens" +
                     (nearest.empty() ? std::string() : ", such as " + in_quotes(nearest)));
  }
  return std::string(given);
}

void read_menu(ObjectReader& object, const Period* period, ContentPage& page) {
  page.menu = object.optional_choice("menu", menus, Menu::none);
  page.order = static_cast<int>(object.optional_integer("order", -largest_order, largest_order).value_or(0));
  if (period != nullptr && object.has("menu")) {
    page.menu = Menu::none;
    object.error("menu-of-period", object.at_key("menu"), "a page of a period cannot be in the menu",
                 "leave 'menu' out, or move the file to content/pages/");
  }
}

// What only a document has: a page that names its kind.
void read_document(Reading& reading, ObjectReader& object, const std::string& path, ContentPage& page) {
  page.kind_label = object.has("kind") ? object.text("kind") : object.optional_text("kind");
  page.from = object.optional_text("from");
  page.date = object.optional_date("date");
  page.date_note = object.optional_text("date_note");
  page.councils = read_councils(reading, object, false, "name the councils that the document is for, or leave it out");
  object.optional_objects("decisions", [&](ObjectReader& item) {
    Decision decision;
    decision.text = item.text("text");
    decision.outcome = item.optional_text("outcome");
    page.decisions.push_back(std::move(decision));
  });
  page.attachments = read_attachments(reading, object, path);
  if (object.has("kind") || object.has_misspelt("kind")) return;
  for (const std::string_view key : {"from", "date", "date_note", "councils", "decisions", "attachments"}) {
    if (!object.has(key)) continue;
    object.error("document-without-kind", object.at_key(key), in_quotes(key) + " belongs to a document",
                 "say with 'kind' what document this is, such as Raadsvoorstel, or leave " + in_quotes(key) + " out");
  }
}

}  // namespace

void report_file_name(Reading& reading, const MarkdownDocument& document, const std::string& name) {
  const std::string nearest = slug(name);
  reading.diagnostics.error("slug-form", document.source().whole(),
                            "the file name " + in_quotes(name) + " cannot be part of an address",
                            "rename the file" + (nearest.empty() ? std::string() : " to " + nearest + ".md") +
                                ": lower-case letters, digits and hyphens");
}

std::unique_ptr<ContentPage> read_page(Reading& reading, Period* period, const std::string& path,
                                       const MarkdownDocument& document) {
  auto page = std::make_unique<ContentPage>();
  ObjectReader object(document, reading.diagnostics);
  page->title = object.text("title");
  page->description = object.optional_text("description");
  const std::string name = read_slug(reading, object, path, document);
  page->address = (period != nullptr ? period->folder + "/" : std::string()) + name + ".html";
  read_menu(object, period, *page);
  page->period = period;
  read_document(reading, object, path, *page);
  read_terms(reading, object, *page);
  page->text = Text{&document, period != nullptr ? period : reading.site.newest()};
  object.finish();
  return page;
}

void read_summary(Reading& reading, Period& period, const MarkdownDocument& document) {
  ObjectReader object(document, reading.diagnostics);
  period.headline = object.text("headline");
  period.summary = Text{&document, &period};
  object.finish();
}

}  // namespace stoplicht
