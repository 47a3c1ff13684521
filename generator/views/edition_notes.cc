#include "views/edition_notes.h"

#include <algorithm>

#include "base/text.h"
#include "views/addresses.h"
#include "views/corrected.h"

namespace stoplicht {
namespace {

// "page.html" of "periodes/2020-07/v1/page.html".
std::string name_in(const Period& period, const std::string& address) {
  return address.starts_with(period.folder + "/") ? address.substr(period.folder.size() + 1) : std::string();
}

std::string page_in(const Edition& edition, const std::string& name) {
  return edition.period != nullptr && has_page(*edition.period, name) ? edition.period->folder + "/" + name
                                                                      : std::string();
}

const Edition& newest_of(const Edition& edition) {
  const Edition* newest = &edition;
  while (newest->after != nullptr) newest = newest->after;
  return *newest;
}

std::string number_of(const Edition& edition) { return std::to_string(edition.number); }

Json replaced_notice(const Scene& scene, const Edition& edition, const Frame& frame) {
  const Edition& after = *edition.after;
  const Edition& newest = newest_of(edition);
  const Strings& strings = scene.strings;
  std::string text = strings.say("replaced_text", {{"date", scene.locale.date(after.published_on)},
                                                   {"n", number_of(after)},
                                                   {"reason", without_stop(after.reason)}});
  if (&newest != &after)
    text += " " + strings.say("replaced_newest",
                              {{"n", number_of(newest)}, {"date", scene.locale.date(newest.published_on)}});
  std::vector<NoticeLink> links;
  const std::string same = page_in(newest, name_in(*edition.period, frame.address));
  if (!same.empty())
    links.push_back({strings.say("replaced_link_page", {{"n", number_of(newest)}}), same});
  else
    links.push_back({strings.say("replaced_link_period", {{"n", number_of(newest)}}), address_of(*newest.period)});
  links.push_back(correction_link(scene, after));
  return notice("warning", strings.say("replaced_title"), text, links, frame.address);
}

// `name`: of the page in the folder of its period. `text`: one of the theme's sentences.
Json corrected_notice(const Scene& scene, const Edition& edition, const std::string& name, const char* title,
                      const char* text, const Frame& frame) {
  const Edition& before = *edition.before;
  const Strings& strings = scene.strings;
  std::vector<NoticeLink> links;
  links.push_back(correction_link(scene, edition));
  if (const std::string same = page_in(before, name); !same.empty())
    links.push_back({strings.say("corrected_link_before", {{"n", number_of(before)}}), same});
  return notice("info", strings.say(title, {{"date", scene.locale.date(edition.published_on)}}),
                strings.say(text, {{"n", number_of(edition)}, {"reason", without_stop(edition.reason)}}), links,
                frame.address);
}

// What was withdrawn still counts in numbers of other pages.
bool lacks_report(const Edition& edition) {
  return std::any_of(edition.withdrawn.begin(), edition.withdrawn.end(),
                     [](const WithdrawnPart& part) { return part.part.starts_with("project:"); });
}

// The corrections that made this edition, the newest first: what each changed on this page, or that it changed nothing
// there.
void tell_corrections(const Scene& scene, const Edition& edition, const PeriodSubject& subject, Frame& frame) {
  if (subject.kind == PeriodSubject::Kind::stone) return;
  const std::string name = name_in(*edition.period, frame.address);
  Json blocks = Json::array();
  for (const Edition* each = &edition; each->before != nullptr && !each->is_gone(); each = each->before) {
    CorrectedHere here;
    if (!each->before->is_gone()) here = corrected_here(scene, *each, subject, frame.address);
    const bool is_here = here.block.is_object();
    const bool is_newest = each == &edition;
    const bool is_whole = !lacks_report(*each) && !lacks_report(*each->before);
    if (is_here) blocks.push_back(std::move(here.block));
    if (is_newest) {
      const bool changed = is_here || (!here.nothing && !here.withdrawn);
      const char* const text = changed          ? "corrected_text"
                               : here.withdrawn ? "corrected_text_withdrawn"
                               : is_whole       ? "corrected_text_nothing"
                                                : "corrected_text_nothing_left";
      frame.notices.push_back(
          corrected_notice(scene, *each, name, changed ? "corrected_title" : "corrected_title_period", text, frame));
    } else if (is_here) {
      frame.notices.push_back(
          corrected_notice(scene, *each, name, "corrected_title_earlier", "corrected_text_earlier", frame));
    }
  }
  if (!blocks.empty()) frame.corrected = Json{{"id", "deel_verbeterd"}, {"corrections", std::move(blocks)}};
}

// Of an older period only: never of the newest, in whatever edition.
void tell_newer_period(const Scene& scene, const Period& period, const PeriodSubject& subject, Frame& frame) {
  const Period* newest = scene.present().newest();
  if (newest == nullptr || newest->id == period.id) return;
  const Strings& strings = scene.strings;
  const bool is_letter = subject.kind == PeriodSubject::Kind::text && subject.id.starts_with("letters/");
  std::string text;
  std::vector<NoticeLink> links;
  for (const SwitchItem& item : frame.switch_items) {
    if (item.label != newest->name || item.address == address_of(*newest)) continue;
    if (item.kin.empty()) {
      links.push_back({strings.say(is_letter ? "newer_link_letter" : "newer_link_page"), item.address});
    } else {
      text += (text.empty() ? "" : " ") + strings.say("newer_kin", {{"kin", item.kin}});
      links.push_back({strings.say("event_kin_link", {{"name", item.kin_name}}), item.address});
    }
  }
  if (links.empty()) links.push_back({strings.say("newer_link_period"), address_of(*newest)});
  frame.notices.push_back(notice("info", strings.say("newer_period", {{"period", in_sentence(scene, newest->name)}}),
                                 text, links, frame.address));
}

bool is_about(const std::string& part, const Period& period, const PeriodSubject& subject) {
  switch (subject.kind) {
    case PeriodSubject::Kind::period: return true;
    case PeriodSubject::Kind::project:
      return part == "text:content/periods/" + period.id + "/progress/" + subject.id + ".md";
    case PeriodSubject::Kind::text:
    case PeriodSubject::Kind::stone: return false;
  }
  return false;
}

void tell_facts(const Scene& scene, const Period& period, Frame& frame) {
  if (scene.archive == nullptr || scene.archive->empty()) return;
  const Edition* edition = period.edition;
  const std::string value =
      edition == nullptr ? scene.strings.say("edition_none")
                         : scene.strings.say("edition_published", {{"n", number_of(*edition)},
                                                                   {"date", scene.locale.date(edition->published_on)}});
  const std::string place =
      edition == nullptr
          ? ""
          : editions_address + "#" + register_fragment(period.id, ChainLink::Kind::edition, edition->number);
  frame.facts.push_back({scene.strings.say("fact_edition"), value, place});
}

// One notice for all that was withdrawn together.
void tell_stones(const Scene& scene, const Edition& edition, std::vector<Stone> stones, Frame& frame) {
  while (!stones.empty()) {
    const WithdrawnPart& first = *stones.front().part;
    const auto together = [&](const Stone& stone) {
      return stone.part->on == first.on && stone.part->reason == first.reason;
    };
    std::vector<std::string> names;
    std::vector<NoticeLink> links;
    for (const Stone& stone : stones) {
      if (!together(stone)) continue;
      if (stone.address.empty())
        names.push_back(stone.name);
      else
        links.push_back({stone.name, stone.address});
    }
    const std::string reason = scene.strings.say("withdrawn_reason", {{"reason", without_stop(first.reason)}});
    // What an earlier period told is not missing here.
    const bool is_own = std::any_of(stones.begin(), stones.end(), [&](const Stone& stone) {
      return together(stone) && !stone.part->part.starts_with("history:");
    });
    // The figures of its texts were sealed with the edition.
    const bool is_counted =
        first.sequence > edition.sequence && std::any_of(stones.begin(), stones.end(), [&](const Stone& stone) {
          return together(stone) && stone.part->part.starts_with("project:");
        });
    std::string text = names.empty() ? reason : join(names, "; ") + ". " + reason;
    if (is_counted) text += " " + scene.strings.say("withdrawn_counted");
    frame.notices.push_back(notice(is_own ? "warning" : "info",
                                   scene.strings.say("withdrawn_title", {{"date", scene.locale.date(first.on)}}), text,
                                   links, frame.address));
    std::erase_if(stones, together);
  }
}

// Two editions have the same pages, but not the same titles.
void name_edition(const Scene& scene, const Edition& edition, Frame& frame) {
  frame.cite_edition = edition_cited(scene, edition);
  if (edition.after == nullptr) return;
  const std::string title = frame.short_title.empty() ? frame.heading : frame.short_title;
  if (frame.cite_title.empty()) frame.cite_title = title;
  if (frame.crumb_title.empty()) frame.crumb_title = title;
  frame.short_title = title + ", " + edition_name(scene, edition);
}

// By RFC 5829, for machines that collect versions.
void tell_versions(const Edition& edition, Frame& frame) {
  const std::string name = name_in(*edition.period, frame.address);
  const auto add = [&](const char* rel, const std::string& address) {
    if (!address.empty()) frame.versions.push_back({rel, address});
  };
  add("version-history", editions_address);
  if (edition.before != nullptr) add("predecessor-version", page_in(*edition.before, name));
  if (edition.after == nullptr) return;
  add("successor-version", page_in(*edition.after, name));
  const std::string newest = page_in(newest_of(edition), name);
  add("latest-version", newest);
  // A search engine leads to the newest edition; this one stays to be read at the address that was cited. It may be
  // indexed
  // ("noindex" would hide it from who looks for what was said), but is nobody's first answer.
  frame.canonical_address = newest;
}

}  // namespace

PeriodSubject subject_of(const Text& text, const Period& period) {
  const std::string folder = "content/periods/" + period.id + "/";
  std::string path = text.document != nullptr ? text.document->source().path() : std::string();
  if (path.starts_with(folder)) path.erase(0, folder.size());
  if (path.ends_with(".md")) path.resize(path.size() - 3);
  return {PeriodSubject::Kind::text, path};
}

void tell_edition(const Scene& scene, const Period& period, const PeriodSubject& subject, Frame& frame) {
  tell_facts(scene, period, frame);
  Json others = std::move(frame.notices);
  frame.notices = Json::array();
  if (const Edition* edition = period.edition; edition != nullptr) {
    name_edition(scene, *edition, frame);
    tell_versions(*edition, frame);
    if (edition->after != nullptr) frame.notices.push_back(replaced_notice(scene, *edition, frame));
    tell_withdrawn_where(
        scene, period, [&](const std::string& part) { return is_about(part, period, subject); }, frame);
    tell_corrections(scene, *edition, subject, frame);
  }
  tell_newer_period(scene, period, subject, frame);
  for (Json& other : others) frame.notices.push_back(std::move(other));
}

void tell_edition_elsewhere(const Scene& scene, const Period& period, Frame& frame) {
  tell_facts(scene, period, frame);
  const Edition* edition = period.edition;
  if (edition == nullptr) return;
  frame.cite_edition = edition_cited(scene, *edition);
  // Of what such a page shows: the summary and the projects' reports.
  tell_withdrawn_where(
      scene, period,
      [](const std::string& part) { return part.starts_with("project:") || part.ends_with("/summary.md"); }, frame);
  if (edition->before != nullptr)
    frame.notices.push_back(corrected_notice(scene, *edition, name_in(period, address_of(period)), "corrected_title",
                                             "corrected_text", frame));
}

void tell_withdrawn_where(const Scene& scene, const Period& period,
                          const std::function<bool(const std::string&)>& is_about, Frame& frame) {
  std::vector<Stone> stones = stones_of(scene, period);
  std::erase_if(stones, [&](const Stone& stone) { return !is_about(stone.part->part); });
  if (!stones.empty()) tell_stones(scene, *period.edition, std::move(stones), frame);
}

const Edition* corrected_since(const Scene& scene, const Period& period) {
  if (&scene.site == &scene.present() || scene.archive == nullptr || scene.site.newest() == nullptr) return nullptr;
  const Edition* own = scene.site.newest()->edition;
  const Edition* newest = scene.archive->newest(period.id);
  if (own == nullptr || newest == nullptr || newest->period == nullptr || own->period_id == period.id) return nullptr;
  return newest->before != nullptr && newest->sequence > own->sequence ? newest : nullptr;
}

const Period& newest_edition_of(const Period& period) {
  return period.edition == nullptr || period.edition->after == nullptr ? period : *newest_of(*period.edition).period;
}

std::string edition_name(const Scene& scene, const Edition& edition) {
  return scene.strings.say("edition_name", {{"n", number_of(edition)}});
}

std::string edition_cited(const Scene& scene, const Edition& edition) {
  return scene.strings.say("edition_cited",
                           {{"n", number_of(edition)}, {"date", scene.locale.date(edition.published_on)}});
}

std::string withdrawn_text(const Scene& scene, const WithdrawnPart& part) {
  return scene.strings.say("withdrawn_title", {{"date", scene.locale.date(part.on)}}) + " " +
         scene.strings.say("withdrawn_reason", {{"reason", without_stop(part.reason)}});
}

NoticeLink correction_link(const Scene& scene, const Edition& correction) {
  const Edition& before = *correction.before;
  if (!before.is_gone() && !correction.is_gone())
    return {scene.strings.say("corrected_link"), correction_address(before, correction)};
  const Edition& gone = before.is_gone() ? before : correction;
  return {scene.strings.say("corrected_link_gone", {{"n", number_of(gone)}}), folder_of_replaced(gone) + "/index.html"};
}

std::string folder_of_replaced(const Edition& edition) {
  return "periodes/" + edition.period_id + "/v" + number_of(edition);
}

std::string register_fragment(const std::string& period_id, ChainLink::Kind kind, int number) {
  return std::string(kind == ChainLink::Kind::edition ? "editie_" : "intrekking_") + period_id + "_" +
         std::to_string(number);
}

std::string without_stop(const std::string& sentence) {
  return sentence.ends_with('.') ? sentence.substr(0, sentence.size() - 1) : sentence;
}

bool has_page(const Period& period, const std::string& name) {
  const std::string address = period.folder + "/" + name;
  if (address == address_of(period) || address == print_address_of(period)) return true;
  return std::any_of(period.projects.begin(), period.projects.end(),
                     [&](const ProjectReport& report) { return address_of(report) == address; }) ||
         std::any_of(period.letters.begin(), period.letters.end(),
                     [&](const auto& letter) { return letter->address == address; }) ||
         std::any_of(period.pages.begin(), period.pages.end(),
                     [&](const auto& page) { return page->address == address; });
}

}  // namespace stoplicht
