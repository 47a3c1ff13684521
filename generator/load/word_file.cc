#include "load/word_file.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/paths.h"
#include "base/text.h"
#include "load/encoding.h"
#include "load/read_file.h"
#include "load/zip_archive.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_word_file = std::size_t{64} << 20;
constexpr std::size_t largest_unpacked = std::size_t{128} << 20;
constexpr const char* save_as_docx =
    "open it in Word, choose Save As and the type Word Document (.docx), and import that";
constexpr std::size_t most_parts = 4096;
constexpr const char* smaller_pictures =
    "make its pictures smaller in Word (Picture Format > Compress Pictures), or take them out";
constexpr const char* not_of_word = "Word writes no such thing: ask who made it, and do not open it before you know";
constexpr const char* main_part = "word/document.xml";

// What a file is that is no archive at all, and what to do about it.
std::pair<std::string, std::string> other_form(std::string_view bytes) {
  if (bytes.empty()) return {"is empty", "the copy may not have worked: copy it again"};
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return {"is a document of an older Word (.doc), or one that is locked with a password",
            "open it in Word, take the password away under File > Info, and save it as a Word Document (.docx)"};
  if (bytes.starts_with("{\\rtf")) return {"is an RTF file", save_as_docx};
  if (bytes.starts_with("%PDF"))
    return {"is a PDF", "ask for the letter as it was written in Word: a PDF no longer knows headings and lists"};
  const std::string start = in_lower_case(trim(bytes.substr(0, 256)));
  if (start.starts_with("<!doctype") || start.starts_with("<html")) return {"is a web page", save_as_docx};
  return {"is not a Word document", save_as_docx};
}

// Reports why a part was not unpacked.
void report_unpack_fault(UnpackFault fault, const std::string& part, const Location& where, Diagnostics& diagnostics) {
  switch (fault) {
    case UnpackFault::encrypted:
      diagnostics.error("word-kind", where, "is locked with a password: '" + part + "'",
                        "open it in Word and save it without a password");
      return;
    case UnpackFault::too_large:
      diagnostics.error("word-large", where,
                        "unpacks to more than " + std::to_string(largest_unpacked >> 20) + " MiB: '" + part + "'",
                        smaller_pictures);
      return;
    case UnpackFault::missing:
    case UnpackFault::damaged:
    case UnpackFault::none:
      diagnostics.error("word-damaged", where, "is damaged: '" + part + "'",
                        "open it in Word, which may mend it, and save it anew; or copy it again");
  }
}

// All of an archive; false after a fault, which was reported.
bool unpack_parts(WordFile& file, const Location& where, Diagnostics& diagnostics) {
  const ZipArchive archive(file.bytes);
  if (!archive.is_open()) {
    if (file.bytes.starts_with("PK")) {
      report_unpack_fault(UnpackFault::damaged, "the list of its parts", where, diagnostics);
    } else {
      auto [what, hint] = other_form(file.bytes);
      diagnostics.error("word-kind", where, what, std::move(hint));
    }
    return false;
  }
  const std::vector<ZipEntry> entries = archive.entries();
  if (entries.size() > most_parts) {
    diagnostics.error("word-large", where, "has more than " + std::to_string(most_parts) + " parts", not_of_word);
    return false;
  }
  std::size_t left = largest_unpacked;
  for (const ZipEntry& entry : entries) {
    if (!entry.is_plain || !is_safe_relative_path(entry.name)) {
      diagnostics.error(
          "word-unsafe", where,
          (entry.is_plain ? "has a part whose name leads out of it: '" : "has a part that is no plain file: '") +
              entry.name + "'",
          not_of_word);
      return false;
    }
    UnpackFault fault = UnpackFault::none;
    std::optional<std::string> bytes = archive.unpack(entry.name, left, fault);
    // A name that stands there twice is read otherwise by every program.
    if (file.parts.contains(entry.name)) fault = UnpackFault::damaged;
    if (fault != UnpackFault::none) {
      report_unpack_fault(fault, entry.name, where, diagnostics);
      return false;
    }
    left -= bytes->size();
    file.parts[entry.name] = std::move(*bytes);
  }
  return true;
}

// A part that stands for another program or could do harm.
bool report_parts(const std::map<std::string, std::string>& parts, const Location& where, Diagnostics& diagnostics) {
  const auto has = [&](std::string_view start) {
    const auto found = parts.lower_bound(std::string(start));
    return found != parts.end() && found->first.starts_with(start);
  };
  const auto report = [&](std::string_view id, std::string what, std::string hint) {
    diagnostics.error(id, where, std::move(what), std::move(hint));
    return true;
  };
  if (has("xl/")) return report("word-kind", "is an Excel workbook", "name the letter itself: a .docx");
  if (has("ppt/")) return report("word-kind", "is a presentation", "name the letter itself: a .docx");
  if (has("content.xml") && has("mimetype"))
    return report("word-kind", "is a document of LibreOffice (.odt)",
                  "open it in LibreOffice, and save it as Word 2007-365 (.docx)");
  if (!parts.contains(main_part)) return report("word-kind", "has no text: it is not a Word document", save_as_docx);
  for (const auto& [name, bytes] : parts) {
    if (in_lower_case(name).ends_with("vbaproject.bin")) return report("word-macros", "has macros", save_as_docx);
    const bool is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    if (is_xml && (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos))
      return report("word-unsafe", "has a part with definitions of its own: '" + name + "'", not_of_word);
  }
  return false;
}

// ---- paragraphs ---------------------------------------------------------------------------------------------

// "&#8217;" or "&#x2019;" at the start of a text: its character, and its length; 0 when there is none.
std::size_t numbered_character(std::string_view text, char32_t& character) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (!text.starts_with("&#") || end == std::string_view::npos) return 0;
  const bool is_hexadecimal = text[2] == 'x' || text[2] == 'X';
  const char* const first = text.data() + (is_hexadecimal ? 3 : 2);
  std::uint32_t number = 0;
  const auto [last, error] = std::from_chars(first, text.data() + end, number, is_hexadecimal ? 16 : 10);
  const bool is_half = number >= 0xD800 && number < 0xE000;
  if (error != std::errc() || last != text.data() + end || number == 0 || number > 0x10FFFF || is_half) return 0;
  character = number;
  return end + 1;
}

void append_decoded(std::string& out, std::string_view text) {
  constexpr std::pair<std::string_view, char> named[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  while (!text.empty()) {
    char32_t character = 0;
    if (const std::size_t length = numbered_character(text, character); length > 0) {
      append_character(out, character);
      text.remove_prefix(length);
      continue;
    }
    const auto* const found = std::find_if(std::begin(named), std::end(named),
                                           [&](const auto& each) { return text.starts_with(each.first); });
    const bool is_named = found != std::end(named);
    out += is_named ? found->second : text.front();
    text.remove_prefix(is_named ? found->first.size() : 1);
  }
}

// The name of a tag, without "/" and its prefix being kept: "w:t".
std::string_view name_of(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/"));
}

}  // namespace

std::optional<WordFile> read_word_file(const std::filesystem::path& path, Diagnostics& diagnostics) {
  WordFile file;
  file.name = path.string();
  const Location where{file.name, 0, 0, 1, ""};
  std::string reason;
  switch (read_file(path, largest_word_file, file.bytes, reason)) {
    case ReadResult::read: break;
    case ReadResult::too_large:
      diagnostics.error("word-large", where, "is larger than " + std::to_string(largest_word_file >> 20) + " MiB",
                        smaller_pictures);
      return std::nullopt;
    case ReadResult::failed:
      diagnostics.error("word-unreadable", where, "cannot be read: " + reason,
                        "name a file that is there, and close it in Word first");
      return std::nullopt;
  }
  if (!unpack_parts(file, where, diagnostics) || report_parts(file.parts, where, diagnostics)) return std::nullopt;
  return file;
}

std::vector<std::string> paragraphs_of(std::string_view xml) {
  std::vector<std::string> done;
  constexpr std::size_t deepest = 40;  // Beyond it no person nests: what is there belongs to the last one.
  std::vector<std::string> open;       // A text box stands inside the paragraph that holds it.
  std::size_t deeper = 0;              // How many are open within the last one.
  bool in_words = false;
  int moved_away = 0;
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t start = std::min(xml.find('<', at), xml.size());
    if (in_words && !open.empty() && moved_away == 0) append_decoded(open.back(), xml.substr(at, start - at));
    if (start == xml.size()) break;
    const std::size_t end = std::min(xml.find('>', start), xml.size());
    const std::string_view tag = xml.substr(start + 1, end - start - 1);
    at = std::min(end + 1, xml.size());
    const std::string_view name = name_of(tag);
    const bool closes = tag.starts_with('/');
    const bool is_whole = tag.ends_with('/');
    if (name == "w:t") in_words = !closes && !is_whole;
    if (name == "w:moveFrom" && !is_whole) moved_away += closes ? -1 : 1;
    if ((name == "w:tab" || name == "w:br") && !open.empty()) open.back() += ' ';
    if (name != "w:p" || is_whole) continue;
    if (open.size() == deepest && (!closes || deeper > 0)) {
      deeper = closes ? deeper - 1 : deeper + 1;
      continue;
    }
    if (!closes) open.emplace_back();
    if (!closes || open.empty()) continue;
    if (!trim(open.back()).empty()) done.emplace_back(trim(open.back()));
    open.pop_back();
  }
  return done;
}

}  // namespace stoplicht
