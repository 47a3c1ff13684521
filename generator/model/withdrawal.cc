#include "model/withdrawal.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/chain.h"
#include "model/edition_form.h"
#include "model/edition_parts.h"
#include "model/letter_frame.h"

namespace stoplicht {
namespace {

constexpr std::string_view project_folder = "projects/";
constexpr std::string_view closure_folder = "content/commitments/";
// Shorter texts are alike by chance; but a whole sentence such as "Bakker is ziek." is not: it is where names are.
constexpr std::size_t telling_length = 30;
constexpr int telling_words = 4;
constexpr std::size_t telling_sentence = 12;
constexpr int words_of_sentence = 3;

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

const Json& seal_parts(const Edition& edition) { return edition.document->root().at("seal").at("parts"); }

std::string folder_of(const std::string& period_id) { return "content/periods/" + period_id + "/"; }

// "text:content/periods/2020-07/letters/hilversum.md" → "letters/hilversum".
std::string short_name(const std::string& part, const std::string& period_id) {
  if (part.starts_with(project_part)) return std::string(project_folder) + part.substr(project_part.size());
  if (!part.starts_with(text_part) && !part.starts_with(attachment_part)) return part;
  std::string path = part.substr(part.find(':') + 1);
  for (const std::string& folder : {folder_of(period_id), std::string(closure_folder)})
    if (path.starts_with(folder)) path.erase(0, folder.size());
  return part.starts_with(text_part) && path.ends_with(".md") ? path.substr(0, path.size() - 3) : path;
}

// All that is written in it, a line for each text.
void add_words(const Json& value, std::string& out) {
  if (value.is_string()) out += value.get_ref<const std::string&>() + "\n";
  if (value.is_array() || value.is_object())
    for (const Json& inner : value) add_words(inner, out);
}

// Takes the names out of it, wherever they stand. One word alone is like others by chance.
void take_names(Json& value, std::set<std::string>& out) {
  if (value.is_object())
    if (const auto name = value.find("name"); name != value.end() && name->is_string()) {
      if (const std::string& text = name->get_ref<const std::string&>(); text.find(' ') != std::string::npos)
        out.insert(text);
      value.erase(name);
    }
  if (value.is_array() || value.is_object())
    for (Json& inner : value) take_names(inner, out);
}

std::string words_of(const Json& content) {
  std::string out;
  add_words(content, out);
  return out;
}

bool tells(std::string_view text) {
  const auto words = std::count(text.begin(), text.end(), ' ') + 1;
  if (text.size() >= telling_length && words >= telling_words) return true;
  return text.size() >= telling_sentence && words >= words_of_sentence &&
         std::string_view(".!?").find(text.back()) != std::string_view::npos;
}

// The sentences by which a text is known.
void add_sentences(const std::string& text, std::set<std::string>& out) {
  for (const std::string_view line : split(text, '\n')) {
    for (std::size_t start = 0; start < line.size();) {
      const std::size_t end = std::min(line.find(". ", start), line.size() - 1) + 1;
      const std::string_view sentence = trim(line.substr(start, end - start));
      if (tells(sentence)) out.emplace(sentence);
      start = end;
    }
  }
}

// Of an attachment's part.
std::string digest_of(const Json& part) { return part.at("content").at("sha256").get<std::string>(); }

std::string below(const std::string& folder, const std::string& address) {
  return address.starts_with(folder + "/") ? address.substr(folder.size() + 1) : "";
}

}  // namespace

Withdrawal::Withdrawal(const Archive& archive, const std::string& period_id, int number,
                       const std::vector<std::string>& asked)
    : archive_(archive), period_id_(period_id), number_(number), whole_(asked.empty()) {
  asked_.kind = ChainLink::Kind::withdrawal;
  asked_.period_id = period_id;
  asked_.sequence = static_cast<int>(archive.chain.size()) + 1;
  for (const auto& edition : archive_.editions) {
    if (!is_asked_of(*edition)) continue;
    asked_.editions.push_back(edition->number);
    for (const auto& [part, digest] : seal_parts(*edition).items())
      if (may_be_withdrawn_alone(part, period_id_) && !part.starts_with(history_part) && !contains(candidates_, part))
        candidates_.push_back(part);
  }
  for (const std::string& each : asked)
    if (!find(each) && unknown_.empty()) unknown_ = each;
  if (asked.empty()) take_all();
  asked_.parts = parts_;
  fill_left();
}

bool Withdrawal::is_asked_of(const Edition& edition) const {
  return edition.period_id == period_id_ && (number_ == 0 || edition.number == number_);
}

bool Withdrawal::add(const std::string& part) {
  if (!contains(candidates_, part)) return false;
  if (!contains(parts_, part)) parts_.push_back(part);
  return true;
}

bool Withdrawal::find(const std::string& asked) {
  const std::string text(text_part);
  const std::string attachment(attachment_part);
  for (const std::string_view prefix : {project_folder, project_part}) {
    if (!asked.starts_with(prefix)) continue;
    const std::string id = asked.substr(prefix.size());
    if (!add(std::string(project_part) + id)) continue;
    // Its text goes with it, and what later editions tell of it.
    add(text + folder_of(period_id_) + "progress/" + id + ".md");
    const std::string told = std::string(history_part) + period_id_ + "/" + id;
    const bool is_told = std::any_of(archive_.editions.begin(), archive_.editions.end(),
                                     [&](const auto& edition) { return seal_parts(*edition).contains(told); });
    if (is_told && !contains(parts_, told)) parts_.push_back(told);
    return true;
  }
  if (add(asked) || add(text + closure_file(asked))) return true;
  for (const std::string& path : {folder_of(period_id_) + asked, asked})
    if (add(text + path) || add(text + path + ".md") || add(attachment + path)) return true;
  return false;
}

void Withdrawal::take_all() {
  for (const auto& edition : archive_.editions) {
    if (!is_asked_of(*edition)) continue;
    for (const auto& [part, digest] : seal_parts(*edition).items()) parts_.push_back(part);
  }
}

bool Withdrawal::takes(const Edition& edition, const std::string& part) const {
  if (!seal_parts(edition).contains(part) || edition.is_withdrawn(part)) return false;
  const auto& chain = archive_.chain;
  const auto link =
      std::find_if(chain.begin(), chain.end(), [&](const ChainLink& each) { return each.edition == &edition; });
  return takes_out(asked_, part, *link, chain);
}

bool Withdrawal::goes(const Edition& edition, const std::string& part) const {
  return edition.is_withdrawn(part) || (contains(left_.parts, part) && takes(edition, part));
}

void Withdrawal::fill_left() {
  for (const std::string& part : parts_) {
    bool taken = false;
    for (const auto& edition : archive_.editions) {
      if (!takes(*edition, part)) continue;
      taken = true;
      if (const std::string page = page_of(*edition, part); !page.empty()) left_.pages[part] = page;
    }
    if (taken) left_.parts.push_back(part);
  }
  const std::string told = std::string(history_part) + period_id_ + "/";
  const auto is_in = [&](const Edition& edition, const std::string& part) {
    return seal_parts(edition).contains(part.starts_with(told) ? std::string(project_part) + part.substr(told.size())
                                                               : part);
  };
  for (const Edition* edition : archive_.of(period_id_))
    if (is_asked_of(*edition) &&
        std::any_of(left_.parts.begin(), left_.parts.end(), [&](const auto& part) { return is_in(*edition, part); }))
      left_.editions.push_back(edition->number);
}

// Where the part has a page of its own, below the folder of the period.
std::string Withdrawal::page_of(const Edition& edition, const std::string& part) const {
  if (part.starts_with(project_part)) return part.substr(project_part.size()) + ".html";
  if (part == "period") return "index.html";
  if (!part.starts_with(text_part) || edition.period == nullptr) return "";
  const std::string path = part.substr(text_part.size());
  const Period& period = *edition.period;
  const auto is_of = [&](const Text& text) {
    return text.document != nullptr && text.document->source().path() == path;
  };
  for (const auto& letter : period.letters)
    if (is_of(letter->text)) return below(period.folder, letter->address);
  for (const auto& page : period.pages)
    if (is_of(page->text)) return below(period.folder, page->address);
  return "";
}

std::vector<std::string> Withdrawal::short_names() const {
  std::vector<std::string> out;
  for (const std::string& part : candidates_) out.push_back(short_name(part, period_id_));
  return out;
}

const ChainLink* Withdrawal::earlier(const std::string& part) const {
  for (const ChainLink& link : archive_.chain)
    if (link.kind == ChainLink::Kind::withdrawal && link.period_id == period_id_ && contains(link.parts, part))
      return &link;
  return nullptr;
}

std::vector<std::string> Withdrawal::editions_of(const std::string& part) const {
  std::vector<std::string> out;
  for (const auto& edition : archive_.editions)
    if (takes(*edition, part)) out.push_back(edition->period_id + "@v" + std::to_string(edition->number));
  return out;
}

std::map<std::string, Json> Withdrawal::documents() const {
  std::map<std::string, Json> out;
  for (const auto& edition : archive_.editions) {
    const Json& contents = edition->document->root().at("parts");
    std::vector<std::string> gone;
    for (const auto& [part, content] : contents.items())
      if (goes(*edition, part)) gone.push_back(part);
    if (gone.empty()) continue;
    Json document = edition->document->root();
    for (const std::string& part : gone) document["parts"].erase(part);
    out.emplace(edition->file, std::move(document));
  }
  return out;
}

std::vector<std::string> Withdrawal::unused_attachments() const {
  std::set<std::string> gone;
  std::set<std::string> named;
  for (const auto& edition : archive_.editions)
    for (const auto& [part, content] : edition->document->root().at("parts").items())
      if (part.starts_with(attachment_part)) (goes(*edition, part) ? gone : named).insert(digest_of(content));
  // Bytes that no edition names, and that are not of this withdrawal, may be of an edition that is lost.
  std::vector<std::string> out;
  for (const std::string& digest : gone)
    if (!named.contains(digest) && archive_.files.attachments.contains(digest)) out.push_back(digest);
  return out;
}

std::map<std::string, std::vector<std::string>> Withdrawal::same_files() const {
  std::set<std::string> gone;
  for (const auto& edition : archive_.editions)
    for (const auto& [part, content] : edition->document->root().at("parts").items())
      if (part.starts_with(attachment_part) && contains(left_.parts, part) && takes(*edition, part))
        gone.insert(digest_of(content));
  if (whole_)
    for (const auto& [part, content] : archive_.newest(period_id_)->document->root().at("parts").items())
      if (part.starts_with(attachment_part)) gone.erase(digest_of(content));
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& edition : archive_.editions)
    for (const auto& [part, content] : edition->document->root().at("parts").items()) {
      if (!part.starts_with(attachment_part) || goes(*edition, part) || !gone.contains(digest_of(content))) continue;
      std::vector<std::string>& names = out[edition->period_id];
      const std::string name = short_name(part, edition->period_id);
      if (!contains(names, name)) names.push_back(name);
    }
  return out;
}

std::vector<std::string> Withdrawal::orphans() const {
  std::set<std::string> with_it;
  std::set<std::string> without_it;
  for (const auto& edition : archive_.editions) {
    // What another edition of the period shows stays public.
    if (edition->period_id != period_id_) continue;
    std::string gone;
    std::string stays;
    const Json& contents = edition->document->root().at("parts");
    for (const auto& [part, content] : contents.items())
      if (!part.starts_with(attachment_part))
        (takes(*edition, part) && contains(left_.parts, part) ? gone : stays) += words_of(content);
    for (const auto& [part, content] : contents.items()) {
      if (!part.starts_with(attachment_part) || contains(left_.parts, part)) continue;
      const std::string name = part.substr(part.rfind('/') + 1);
      if (stays.find(name) != std::string::npos)
        without_it.insert(part);
      else if (gone.find(name) != std::string::npos)
        with_it.insert(part);
    }
  }
  std::vector<std::string> out;
  for (const std::string& part : with_it)
    if (!without_it.contains(part)) out.push_back(short_name(part, period_id_));
  return out;
}

// What the archive still tells of the period in its newest edition.
std::string Withdrawal::words_of_newest() const {
  std::string out;
  const Edition& newest = *archive_.newest(period_id_);
  for (const auto& [part, content] : newest.document->root().at("parts").items())
    if (!goes(newest, part)) out += words_of(content);
  return out;
}

Echo Withdrawal::echo_in(const Edition& edition, const std::string& part) const {
  Echo out{edition.period_id + "@v" + std::to_string(edition.number) + " " + short_name(part, edition.period_id),
           Echo::Way::alone, "", ""};
  const std::string told = std::string(history_part) + period_id_ + "/";
  if (part.starts_with(told)) {
    out.way = Echo::Way::report;
    out.report = std::string(project_folder) + part.substr(told.size());
  } else if (!may_be_withdrawn_alone(part, edition.period_id)) {
    out.way = part == "period" || part.starts_with("commitment:") ? Echo::Way::edition : Echo::Way::shared;
  }
  return out;
}

std::vector<Echo> Withdrawal::echoes() const {
  std::set<std::string> sentences;
  std::set<std::string> names;
  for (const auto& edition : archive_.editions)
    for (const auto& [part, content] : edition->document->root().at("parts").items())
      if (contains(left_.parts, part) && takes(*edition, part)) {
        Json told = content.at("content");
        take_names(told, names);
        if (is_letter_part(part)) leave_out_frame(told);
        add_sentences(words_of(told), sentences);
      }
  const ArchivedLetters letters(archive_);
  std::erase_if(sentences, [&](const std::string& each) { return letters.most_say(each); });
  const std::string told = words_of_newest();
  const auto is_told = [&](const std::string& each) { return told.find(each) != std::string::npos; };
  // What the newest edition says as well was no reason to withdraw an older one; and names are mostly those of shared
  // files, which tell them anyway.
  if (whole_) std::erase_if(sentences, is_told);
  std::erase_if(names, is_told);
  sentences.merge(names);
  std::vector<Echo> out;
  for (const auto& edition : archive_.editions) {
    for (const auto& [part, content] : edition->document->root().at("parts").items()) {
      if (goes(*edition, part)) continue;
      const std::string words = words_of(content.at("content"));
      const auto same = std::find_if(sentences.begin(), sentences.end(),
                                     [&](const std::string& each) { return words.find(each) != std::string::npos; });
      if (same == sentences.end()) continue;
      out.push_back(echo_in(*edition, part));
      out.back().words = *same;
    }
  }
  return out;
}

}  // namespace stoplicht
