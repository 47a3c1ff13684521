#include "search/shards.h"

#include <algorithm>
#include <unordered_map>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"

namespace stoplicht {
namespace {

// A shard is about this long before it is packed: some five kilobytes over the wire.
constexpr std::size_t shard_size = 12'000;
// A longer list has a file of its own; of one that is longer still, the best stand in a file by themselves.
constexpr std::size_t longest_in_shard = 48, best_in_list = 1'024;
constexpr int coarse = 6;  // Levels in one, of those that are not among the best.
// What a reversed dictionary can help with: words with an error near their beginning.
constexpr std::size_t shortest_reversed = 4;

constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";

void append_number(std::string& out, std::size_t number) { out += std::to_string(number); }

// Levels from the highest down: "level,count,first,step,step,…". `list` is ordered by level, then page.
void append_postings(std::string& out, const std::vector<Posting>& list, std::size_t from, std::size_t until) {
  bool first = true;
  const auto number = [&](std::size_t value) {
    if (!first) out += ',';
    first = false;
    append_number(out, value);
  };
  for (std::size_t i = from; i < until;) {
    std::size_t end = i;
    while (end < until && list[end].level == list[i].level) ++end;
    number(list[i].level);
    number(end - i);
    std::size_t before = 0;
    for (; i < end; ++i) {
      number(list[i].page - before);
      before = list[i].page;
    }
  }
}

std::string postings_json(const std::vector<Posting>& list, std::size_t from, std::size_t until) {
  std::string out = "[";
  append_postings(out, list, from, until);
  return out + "]";
}

// What a shard says of a class: how many pages have it, and which; and the files it takes for that.
struct Entry {
  std::string json;
  std::vector<IndexFile> files;
};

Entry entry_of(std::vector<Posting> list) {
  const auto best_first = [](const Posting& a, const Posting& b) {
    return a.level != b.level ? a.level > b.level : a.page < b.page;
  };
  std::sort(list.begin(), list.end(), best_first);
  // Beyond the best few levels do: these pages are shown only when a filter leaves no better ones.
  if (list.size() > best_in_list) {
    const auto rest = list.begin() + static_cast<std::ptrdiff_t>(best_in_list);
    for (auto posting = rest; posting != list.end(); ++posting)
      posting->level = static_cast<std::uint8_t>(posting->level - (posting->level - 1) % coarse);
    std::sort(rest, list.end(), best_first);
  }
  Entry entry;
  entry.json = "[" + std::to_string(list.size()) + ",";
  if (list.size() <= longest_in_shard) {
    append_postings(entry.json, list, 0, list.size());
  } else {
    const std::size_t best = std::min(list.size(), best_in_list);
    entry.files.push_back(named(postings_json(list, 0, best)));
    entry.json += '"' + entry.files.back().name + '"';
    if (best < list.size()) {
      entry.files.push_back(named(postings_json(list, best, list.size())));
      entry.json += ",\"" + entry.files.back().name + '"';
    }
  }
  entry.json += ']';
  return entry;
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

// A shard of the dictionary in the making.
class Shard {
 public:
  void add(std::string_view form, std::uint32_t of, const std::string& entry) {
    forms_.add(form);
    const auto [at, is_new] = places_.try_emplace(of, places_.size());
    if (!classes_.empty()) classes_ += ',';
    classes_ += is_new ? std::string("0") : std::to_string(places_.size() - at->second);
    if (!is_new) return;
    if (!entries_.empty()) entries_ += ',';
    entries_ += entry;
  }
  std::size_t size() const { return forms_.size() + classes_.size() + entries_.size(); }
  std::string take() {
    std::string out = "[" + forms_.take().dump() + ",[" + classes_ + "],[" + entries_ + "]]";
    *this = Shard();
    return out;
  }

 private:
  FrontCoded forms_;
  std::string classes_, entries_;
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

IndexFile named(std::string json) {
  std::string name = sha256(json).substr(0, 12);
  return {std::move(name), std::move(json)};
}

Shards make_shards(const SearchClasses& classes, unsigned threads) {
  std::vector<Entry> entries(classes.of.size());
  parallel_for(entries.size(), threads, [&](std::size_t i) { entries[i] = entry_of(classes.of[i]); });

  Shards out;
  Shard shard;
  std::string begin;
  const auto finish = [&] {
    out.files.push_back(named(shard.take()));
    out.words.push_back(Json::array({begin, out.files.back().name}));
  };
  for (std::size_t i = 0; i < classes.forms.size(); ++i) {
    if (shard.size() == 0) begin = separator(i == 0 ? std::string_view() : classes.forms[i - 1], classes.forms[i]);
    shard.add(classes.forms[i], classes.class_of[i], entries[classes.class_of[i]].json);
    if (shard.size() >= shard_size) finish();
  }
  if (shard.size() > 0) finish();
  for (Entry& entry : entries)
    for (IndexFile& file : entry.files) out.files.push_back(std::move(file));
  add_reversed(classes.forms, out);
  return out;
}

}  // namespace stoplicht
