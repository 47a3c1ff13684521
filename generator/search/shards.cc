#include "search/shards.h"

#include <algorithm>
#include <unordered_map>

#include "base/base64.h"
#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "search/posting_list.h"

namespace stoplicht {
namespace {

// A shard is about this long before it is packed: some five kilobytes over the wire.
constexpr std::size_t shard_size = 8'000;
// What a reversed dictionary can help with: words with an error near their beginning.
constexpr std::size_t shortest_reversed = 4;

constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";

std::string from_hexadecimal(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    out += static_cast<char>(digits.find(text[i]) << 4 | digits.find(text[i + 1]));
  return out;
}

// The number of characters that a form has in common with the one before it, as far as a digit can say; never inside
// a character.
std::size_t shared(std::string_view before, std::string_view form) {
  std::size_t bytes = 0, characters = 0;
  while (bytes < std::min(before.size(), form.size()) && before[bytes] == form[bytes]) ++bytes;
  while (bytes > 0 && bytes < form.size() && (static_cast<unsigned char>(form[bytes]) & 0xC0) == 0x80) --bytes;
  for (std::size_t i = 0; i < bytes; ++i)
    if ((static_cast<unsigned char>(form[i]) & 0xC0) != 0x80) ++characters;
  // Longer than a digit can say: only forms in ASCII are so long, nearly always.
  while (characters >= digits.size()) {
    --bytes;
    while ((static_cast<unsigned char>(form[bytes]) & 0xC0) == 0x80) --bytes;
    --characters;
  }
  return bytes;
}

// Forms one behind the other, each without what it shares with the one before: "0bedrijf 8je".
class FrontCoded {
 public:
  void add(std::string_view form) {
    const std::size_t bytes = shared(before_, form);
    if (!text_.empty()) text_ += ' ';
    text_ += digits[length_in_characters(form.substr(0, bytes))];
    text_ += form.substr(bytes);
    before_ = form;
  }
  std::size_t size() const { return text_.size(); }
  Json take() {
    Json out = std::move(text_);
    text_.clear();
    before_.clear();
    return out;
  }

 private:
  std::string text_;
  std::string before_;
};

// The shortest beginning of `form` that comes after `before`: enough to tell where a shard begins.
std::string separator(std::string_view before, std::string_view form) {
  std::size_t size = 0;
  while (size < before.size() && size < form.size() && before[size] == form[size]) ++size;
  ++size;
  while (size < form.size() && (static_cast<unsigned char>(form[size]) & 0xC0) == 0x80) ++size;
  return std::string(form.substr(0, size));
}

// What a shard says of a class: how many pages are told, and which; or, in six bytes, the name of the file that tells
// it.
struct Entry {
  std::size_t pages = 0;
  bool is_complete = true;
  std::string bytes;
  IndexFile file;  // Without a name: the list stands in the shard.
};

Entry entry_of(const std::vector<Posting>& list, bool is_complete, std::size_t pages) {
  Entry entry{list.size(), is_complete, posting_list(list, pages), {}};
  if (list.size() <= longest_in_shard) return entry;
  entry.file = named(std::move(entry.bytes), true);
  entry.bytes = from_hexadecimal(entry.file.name);
  return entry;
}

// A shard of the dictionary in the making.
class Shard {
 public:
  void add(std::string_view form, std::uint32_t of, const Entry& entry) {
    forms_.add(form);
    const auto [at, is_new] = places_.try_emplace(of, places_.size());
    append(steps_, std::to_string(is_new ? 0 : places_.size() - at->second));
    if (!is_new) return;
    append(counts_, (entry.is_complete ? "" : "-") + std::to_string(entry.pages));
    lists_ += entry.bytes;
  }
  std::size_t size() const { return forms_.size() + steps_.size() + counts_.size() + lists_.size() * 4 / 3; }
  std::string take() {
    std::string out = "[" + forms_.take().dump() + ",[" + steps_ + "],[" + counts_ + "],\"" + to_base64(lists_) + "\"]";
    *this = Shard();
    return out;
  }

 private:
  static void append(std::string& out, const std::string& number) {
    if (!out.empty()) out += ',';
    out += number;
  }

  FrontCoded forms_;
  std::string steps_, counts_, lists_;
  std::unordered_map<std::uint32_t, std::size_t> places_;
};

std::string reversed(std::string_view form) {
  std::string out;
  for (std::size_t end = form.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(form[begin]) & 0xC0) == 0x80) --begin;
    out += form.substr(begin, end - begin);
    end = begin;
  }
  return out;
}

void add_reversed(const std::vector<std::string>& forms, Shards& out) {
  std::vector<std::string> all;
  for (const std::string& form : forms) {
    const bool has_digit = std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!has_digit && length_in_characters(form) >= shortest_reversed) all.push_back(reversed(form));
  }
  std::sort(all.begin(), all.end());
  FrontCoded coded;
  std::string begin, before;
  const auto finish = [&] {
    out.files.push_back(named(Json::array({coded.take()}).dump()));
    out.reversed.push_back(Json::array({begin, out.files.back().name}));
  };
  for (const std::string& form : all) {
    if (coded.size() == 0) begin = separator(before, form);
    coded.add(form);
    before = form;
    if (coded.size() >= shard_size) finish();
  }
  if (coded.size() > 0) finish();
}

}  // namespace

IndexFile named(std::string content, bool is_list) {
  std::string name = sha256(content).substr(0, 12);
  return {std::move(name), std::move(content), is_list};
}

std::string as_json(const IndexFile& file) { return file.is_list ? '"' + to_base64(file.content) + '"' : file.content; }

Shards make_shards(const SearchClasses& classes, std::size_t pages, unsigned threads) {
  std::vector<Entry> entries(classes.of.size());
  parallel_for(entries.size(), threads,
               [&](std::size_t i) { entries[i] = entry_of(classes.of[i], classes.is_complete[i], pages); });

  Shards out;
  Shard shard;
  std::string begin;
  const auto finish = [&] {
    out.files.push_back(named(shard.take()));
    out.words.push_back(Json::array({begin, out.files.back().name}));
  };
  for (std::size_t i = 0; i < classes.forms.size(); ++i) {
    if (shard.size() == 0) begin = separator(i == 0 ? std::string_view() : classes.forms[i - 1], classes.forms[i]);
    shard.add(classes.forms[i], classes.class_of[i], entries[classes.class_of[i]]);
    if (shard.size() >= shard_size) finish();
  }
  if (shard.size() > 0) finish();
  for (Entry& entry : entries)
    if (!entry.file.name.empty()) out.files.push_back(std::move(entry.file));
  add_reversed(classes.forms, out);
  return out;
}

}  // namespace stoplicht
