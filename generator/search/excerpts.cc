#include "search/excerpts.h"

#include <algorithm>

#include "base/digest.h"
#include "base/parallel.h"
#include "search/deflate.h"

namespace stoplicht {
namespace {

// A JSON text. `text` is valid UTF-8, as everything that was read.
void append_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(done, at - done);
    done = at + 1;
    if (c == '\n')
      out += "\\n";
    else if (c >= 0x20)
      (out += '\\') += text[at];
    else
      ((out += "\\u00") += digits[c >> 4]) += digits[c & 15];
  }
  out += text.substr(done);
  out += '"';
}

// Written by hand: these are nearly all of what is packed.
std::string excerpt_json(const FoundPage& page) {
  const SearchEntry& entry = page.entry;
  std::string out = "[";
  const auto add = [&](std::string_view text) {
    if (out.back() != '[') out += ',';
    append_text(out, text);
  };
  add(page.address);
  add(entry.title);
  out += ',' + std::to_string(static_cast<int>(entry.kind));
  for (const std::string* text : {&entry.period.label, &entry.project.label, &entry.status.label, &entry.light,
                                  &entry.shape, &entry.superseded, &entry.date})
    add(*text);
  out += ",[";
  for (const std::vector<std::string>* names : {&entry.identifiers, &entry.names})
    for (const std::string& name : *names) add(name);
  out += "],[";
  const auto add_part = [&](std::string_view heading, std::string_view fragment, std::string_view text) {
    out += out.back() == '[' ? "[" : ",[";
    for (const std::string_view each : {heading, fragment, text}) add(each);
    out += ']';
  };
  if (!entry.summary.empty()) add_part("", "", entry.summary);
  for (const SearchPart& part : entry.parts) add_part(part.heading, part.fragment, part.text);
  return out + "]]";
}

}  // namespace

std::string excerpt_name(const std::string& folder, std::size_t page) {
  return folder + "/" + std::to_string(page % excerpts_in_folder) + ".bin";
}

Excerpts add_excerpts(const std::vector<const FoundPage*>& pages, bool keep_json, unsigned threads,
                      std::vector<OutputFile>& files) {
  Excerpts out;
  out.folders.resize((pages.size() + excerpts_in_folder - 1) / excerpts_in_folder);
  out.json.resize(keep_json ? pages.size() : 0);
  const std::size_t first = files.size();
  files.resize(first + pages.size());
  parallel_for(out.folders.size(), threads, [&](std::size_t folder) {
    const std::size_t begin = folder * excerpts_in_folder, end = std::min(pages.size(), begin + excerpts_in_folder);
    std::string all;
    for (std::size_t page = begin; page < end; ++page) {
      std::string json = excerpt_json(*pages[page]);
      files[first + page].bytes = deflated(json);
      all += sha256(files[first + page].bytes);
      if (keep_json) out.json[page] = std::move(json);
    }
    out.folders[folder] = sha256(all).substr(0, 12);
    for (std::size_t page = begin; page < end; ++page)
      files[first + page].address = "search/" + excerpt_name(out.folders[folder], page);
  });
  return out;
}

}  // namespace stoplicht
