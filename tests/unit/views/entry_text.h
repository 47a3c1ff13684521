#pragma once
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "views/page.h"
#include "views/wording.h"

namespace stoplicht::test {

inline std::string with_commas(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

// Everything that an entry says, a line each; what is empty is left out. A part is "[heading #fragment] text", with
// its paragraphs after each other, or the key of its Markdown: "<letter>".
inline std::string text_of(const SearchEntry& entry) {
  std::string out = std::string(search_kind_id(entry.kind)) + ": " + entry.title + "\n" + "group: " + entry.group +
                    ", weight " + plain_number(entry.weight) + "\n";
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + ": " + value + "\n";
  };
  const auto facet = [](const SearchFacet& each) { return each.id.empty() ? "" : each.id + " " + each.label; };
  std::vector<std::string> councils;
  for (const SearchFacet& council : entry.councils) councils.push_back(facet(council));
  add("identifiers", with_commas(entry.identifiers));
  add("names", with_commas(entry.names));
  add("summary", entry.summary);
  add("programme", facet(entry.programme));
  add("category", facet(entry.category));
  add("project", facet(entry.project));
  add("period", facet(entry.period));
  add("councils", with_commas(councils));
  add("status", facet(entry.status));
  add("light", entry.light.empty() ? "" : entry.light + " " + entry.shape);
  add("date", entry.date);
  add("superseded", entry.superseded);
  for (const SearchPart& part : entry.parts) {
    std::string head = part.heading;
    if (!part.fragment.empty()) head += (head.empty() ? "#" : " #") + part.fragment;
    if (!head.empty()) out += "[" + head + "] ";
    std::string text = part.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 3))
      text.replace(at, 1, " / ");
    out += text + (part.slot.empty() ? "" : "<" + part.slot + ">") + "\n";
  }
  return out;
}

// What is to be found of the page at an address; empty when nothing is.
inline std::string entry_at(const std::vector<Page>& pages, const std::string& address) {
  for (const Page& page : pages) {
    if (page.address != address) continue;
    const PageView view = page.view();
    return view.search ? text_of(*view.search) : std::string();
  }
  REQUIRE_MESSAGE(false, "no page at ", address);
  return {};
}

}  // namespace stoplicht::test
