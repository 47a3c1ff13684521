#include "model/correction.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/digest.h"
#include "base/text.h"
#include "load/canonical_json.h"
#include "load/part_document.h"
#include "model/build_model.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"
#include "model/figure_marks.h"
#include "model/fold_parts.h"
#include "model/seal.h"

namespace stoplicht {
namespace {

using Words = std::set<std::string, std::less<>>;

constexpr const char* shared_parts[] = {"site", "organisations", "programmes", "glossary"};

// The values that a measurement gives, by their pointer in a report or a period.
void find_values(const Json& value, const std::string& pointer, std::vector<std::string>& out) {
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) find_values(inner, pointer + "/" + key, out);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const Json& item = value[i];
      const std::string name =
          item.is_object() ? item.value("indicator", item.value("id", std::to_string(i))) : std::to_string(i);
      find_values(item, pointer + "/" + name, out);
    }
  } else if (value.is_number()) {
    out.push_back(pointer);
  }
}

// Every word that is written in `value`, as a text of its own.
void find_words(const Json& value, Words& out) {
  if (value.is_string()) out.insert(value.get<std::string>());
  if (value.is_array())
    for (const Json& inner : value) find_words(inner, out);
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    out.insert(key);
    find_words(inner, out);
  }
}

// The ids in a text's figures and in the first lines of its charts.
void find_words(std::string_view text, Words& out) {
  const auto add_all = [&](std::string_view line) {
    for (std::size_t start = 0; start < line.size();) {
      const std::size_t end = std::min(line.find_first_of(" .:|\t", start), line.size());
      out.insert(std::string(line.substr(start, end - start)));
      start = end + 1;
    }
  };
  for (const FigureMark& mark : find_figures(text)) add_all(mark.path);
  constexpr std::string_view chart = "```chart\n";
  for (std::size_t at = text.find(chart); at != std::string_view::npos; at = text.find(chart, at + 1)) {
    const std::size_t start = at + chart.size();
    add_all(text.substr(start, text.find('\n', start) - start));
  }
}

// Of texts it was sealed what each {{ path }} stood for.
bool tells_figures(std::string_view part) { return part.starts_with(text_part) || part == "glossary"; }

// True for "2020-07: total.placements.actual" in a text of another period.
bool is_of_other_period(std::string_view path, std::string_view period_id) {
  const std::size_t colon = path.find(':');
  return colon != std::string_view::npos && trim(path.substr(0, colon)) != period_id;
}

}  // namespace

Correction::Correction(const SiteFolder& folded, const Site& present, const Edition& before, bool shared)
    : before_(before) {
  const Locale locale(present.language);
  const Period* today = present.find_period(before.period_id);
  if (today == nullptr) {
    fault_ = "the file " + period_file(before.period_id) + " is missing";
    return;
  }
  const std::map<std::string, Json> now = edition_parts(folded, present, *today, locale);
  folder_ = shared ? folded : before.folder;
  if (!shared) {
    add_sources(folded);
    add_new(now);
  }
  Diagnostics found;
  made_ = build_model(folder_, std::nullopt, found);
  for (Diagnostic& diagnostic : found.sorted())
    if (diagnostic.where.file == period_file(before.period_id) && judges(diagnostic))
      diagnostics_.add(std::move(diagnostic));
    else if (is_structural(diagnostic) && fault_.empty())
      fault_ = diagnostic.where.file + ": " + diagnostic.message +
               " in what was published; --shared takes the shared files of today";
  const Period* period = made_.find_period(before.period_id);
  if (!fault_.empty() || diagnostics_.has_errors() || period == nullptr) return;
  parts_ = shared ? now : edition_parts(folder_, made_, *period, locale);
  const Json& sealed = before.document->root().at("parts");
  if (!shared) keep_what_was_told_of_others(now);
  if (!before.withdrawn.empty()) leave_out_withdrawn(sealed);
  tell();
  changes_ = compare({&before.site, before.period}, {&after_.site, after_.period, &attachments_}, present);
  for (const char* name : shared_parts)
    if (now.contains(name) && sealed.contains(name) && now.at(name) != sealed.at(name).at("content"))
      shared_differs_ = true;
}

// What was told of other periods is not what this one corrects.
void Correction::keep_what_was_told_of_others(const std::map<std::string, Json>& now) {
  const Json& sealed = before_.document->root().at("parts");
  std::erase_if(parts_, [](const auto& part) { return part.first.starts_with(history_part); });
  Json known = Json::object();
  for (const auto& [name, part] : sealed.items()) {
    const Json& content = part.at("content");
    if (name.starts_with(history_part)) parts_[name] = content;
    if (tells_figures(name)) known.update(content.at("figures"));
  }
  for (const auto& [name, content] : now) {
    const auto part = parts_.find(name);
    if (part == parts_.end() || !tells_figures(name)) continue;
    for (const auto& [path, text] : content.at("figures").items())
      if (is_of_other_period(path, before_.period_id)) part->second["figures"][path] = known.value(path, text);
  }
}

bool Correction::judges(const Diagnostic& diagnostic) {
  return is_structural(diagnostic) || diagnostic.id.starts_with("override-");
}

// A part that was withdrawn does not come back with a correction, whether the sources still have it or not.
void Correction::leave_out_withdrawn(const Json& sealed) {
  bool letters = false;
  for (const WithdrawnPart& part : before_.withdrawn) {
    if (parts_.erase(part.part) > 0) left_out_.push_back(part.part);
    letters = letters || part.part.find("/letters/") != std::string::npos;
  }
  // The commitments that such a letter closed are told of still.
  for (const auto& [name, part] : sealed.items()) {
    const bool of_commitment =
        name.starts_with(commitment_part) || name.starts_with(std::string(text_part) + "content/commitments/");
    if (letters && of_commitment && !parts_.contains(name)) parts_[name] = part.at("content");
  }
  const auto told = [&](const Json& period) {
    Json ids = Json::array();
    for (const Json& id : period.value("projects", Json::array()))
      if (!before_.is_withdrawn(std::string(project_part) + id.get<std::string>())) ids.push_back(id);
    return ids;
  };
  const Json& published = sealed.at("period").at("content");
  if (published.contains("projects") && told(published) == told(parts_.at("period")))
    parts_["period"]["projects"] = published["projects"];
}

// Makes the world of the correction.
void Correction::tell() {
  SealFields fields;
  fields.period_id = before_.period_id;
  fields.number = before_.number + 1;
  const Json document = edition_document(fields, parts_, [](const std::string&) { return std::string(); });
  std::map<std::string, std::string> bytes_by_digest;
  for (const auto& [path, bytes] : folder_.attachments) bytes_by_digest.emplace(sha256(bytes), bytes);
  for (const auto& [name, part] : parts_)
    if (name.starts_with(attachment_part)) attachments_[name.substr(attachment_part.size())] = part.at("sha256");
  Diagnostics unused;
  after_.period_id = fields.period_id;
  after_.withdrawn = before_.withdrawn;
  make_world(after_, load_json(std::make_shared<const SourceText>("", pretty_json(document)), unused), bytes_by_digest,
             unused);
  // It is not published yet.
  for (const auto& period : after_.site.periods) period->edition = nullptr;
}

// What the sources name and the edition does not know, as the shared files of today tell it.
void Correction::add_new(const std::map<std::string, Json>& now) {
  Words words;
  for (const auto& [path, document] : folder_.data)
    if (is_source_of(path, before_.period_id)) find_words(document->root(), words);
  Json commitments = Json::array();
  for (const auto& [name, content] : now) {
    if (name.starts_with(commitment_part)) commitments.push_back(content);
    if (!name.starts_with(text_part)) continue;
    find_words(content.at("front_matter"), words);
    find_words(std::string_view(content.at("text").get_ref<const std::string&>()), words);
  }
  const auto is_named = [&](const Json& item) {
    if (!words.contains(item.at("id").get<std::string>())) return false;
    find_words(item, words);
    return true;
  };
  const std::pair<std::string, Json> files[] = {
      {"data/commitments.json", Json{{"commitments", std::move(commitments)}}},
      {"data/programmes.json", now.at("programmes")},
      {"data/organisations.json", now.at("organisations")}};
  // What is new may itself name what is new.
  for (bool again = true; again;) {
    again = false;
    for (const auto& [file, today] : files) {
      Json root = folder_.data.at(file)->root();
      if (!add_missing(root, today, is_named)) continue;
      folder_.data[file] = changed(*before_.folder.data.at(file), std::move(root));
      again = true;
    }
  }
}

// The files of the period itself and the closures, as they are now, in the place of the published ones.
void Correction::add_sources(const SiteFolder& folded) {
  const auto is_own = [&](const std::string& path) {
    return is_source_of(path, before_.period_id) || path.starts_with("content/commitments/");
  };
  std::erase_if(folder_.content, [&](const auto& file) { return is_own(file.first); });
  std::erase_if(folder_.attachments, [&](const auto& file) { return is_own(file.first); });
  folder_.data.erase(period_file(before_.period_id));
  for (const auto& [path, document] : folded.data)
    if (is_source_of(path, before_.period_id)) folder_.data[path] = document;
  for (const auto& [path, document] : folded.content)
    if (is_own(path)) folder_.content[path] = document;
  for (const auto& [path, bytes] : folded.attachments)
    if (is_own(path)) folder_.attachments[path] = bytes;
  // A text may name a file that it did not name before.
  folder_.attachments.insert(folded.attachments.begin(), folded.attachments.end());
}

std::vector<std::string> Correction::differing_parts() const {
  const Json& sealed = before_.document->root().at("parts");
  std::vector<std::string> out;
  for (const auto& [name, content] : parts_)
    if (!sealed.contains(name) || sealed.at(name).at("content") != content) out.push_back(name);
  for (const auto& [name, part] : sealed.items())
    if (!parts_.contains(name) && !before_.is_withdrawn(name)) out.push_back(name);
  return out;
}

std::vector<std::string> Correction::removed() const {
  std::vector<std::string> out = removed_parts();
  for (const ProjectChange& change : changes_.projects)
    if (change.move == LightMove::untold) out.push_back(std::string(project_part) + change.project().id + " its light");
  // A text whose file is gone is told as a part.
  const auto is_told = [&](const TextChange& change) {
    const std::string part =
        std::string(text_part) + "content/periods/" + before_.period_id + "/" + change.subject + ".md";
    return std::find(out.begin(), out.end(), part) != out.end() || change.key.ends_with("/sha256") ||
           change.key.ends_with("/computed");
  };
  for (const auto* changes : {&changes_.texts, &changes_.others})
    for (const TextChange& change : *changes)
      if (change.after.empty() && !change.before.empty() && change.before != "null" && !is_told(change))
        out.push_back(change.subject + " " + change.key);
  return out;
}

// Parts of the edition, and numbers in its data.
std::vector<std::string> Correction::removed_parts() const {
  std::vector<std::string> out;
  for (const auto& [name, part] : before_.document->root().at("parts").items()) {
    if (before_.is_withdrawn(name)) continue;
    const auto now = parts_.find(name);
    if (now == parts_.end()) {
      out.push_back(name);
      continue;
    }
    if (name != "period" && !std::string_view(name).starts_with(project_part)) continue;
    std::vector<std::string> then_values;
    std::vector<std::string> now_values;
    const bool report = name != "period";
    find_values(report ? part.at("content").at("report") : part.at("content"), "", then_values);
    find_values(report ? now->second.at("report") : now->second, "", now_values);
    for (const std::string& value : then_values)
      if (std::find(now_values.begin(), now_values.end(), value) == now_values.end()) out.push_back(name + " " + value);
  }
  return out;
}

}  // namespace stoplicht
