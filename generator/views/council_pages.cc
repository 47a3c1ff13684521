#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/council_lines.h"
#include "views/documents.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

template <typename All>
bool holds(const All& all, const Organisation& council) {
  return std::find(all.begin(), all.end(), &council) != all.end();
}

// What there is of one council, newest first.
struct CouncilMatters {
  std::vector<const Letter*> letters;
  std::vector<const ContentPage*> documents;
  std::vector<const Commitment*> running, settled;
  std::vector<const Announcement*> awaited;  // Of its letters, those without an outcome; overdue first.
  std::vector<const Project*> projects;
  std::vector<const LocalText*> texts;
  std::vector<const Period*> text_periods;  // Of each text.
};

CouncilMatters matters_of(const Site& site, const Organisation& council) {
  CouncilMatters out;
  const auto add_document = [&](const ContentPage& page) {
    if (!page.kind_label.empty() && holds(page.councils, council)) out.documents.push_back(&page);
  };
  for (const auto& period : site.periods) {
    for (const auto& letter : period->letters)
      if (holds(letter->councils, council)) {
        out.letters.push_back(letter.get());
        for (const Announcement& announcement : letter->announces)
          if (announcement.done.empty()) out.awaited.push_back(&announcement);
      }
    for (const auto& page : period->pages) add_document(*page);
    for (const LocalText& text : period->local_texts)
      if (text.council == &council) {
        out.texts.push_back(&text);
        out.text_periods.push_back(period.get());
      }
  }
  for (const auto& page : site.pages) add_document(*page);
  for (const auto& commitment : site.commitments)
    if (commitment->council == &council)
      (is_running(*commitment) ? out.running : out.settled).push_back(commitment.get());
  for (const auto& programme : site.programmes)
    for (const auto& project : programme->projects)
      if (holds(project->councils, council)) out.projects.push_back(project.get());
  const auto is_overdue = [](const auto* each) { return each->overdue; };
  std::stable_partition(out.running.begin(), out.running.end(), is_overdue);
  std::stable_partition(out.awaited.begin(), out.awaited.end(), is_overdue);
  return out;
}

long own_letters(const CouncilMatters& matters) {
  return std::count_if(matters.letters.begin(), matters.letters.end(),
                       [](const Letter* letter) { return letter->councils.size() == 1; });
}

std::string letters_text(const Scene& scene, const CouncilMatters& matters) {
  const long count = static_cast<long>(matters.letters.size());
  return count == 0 ? scene.strings.say("letters_none")
                    : scene.strings.say_count("letters_number", count, count_text(scene, count));
}

std::string running_text(const Scene& scene, const CouncilMatters& matters) {
  const long count = static_cast<long>(matters.running.size());
  return count == 0 ? scene.strings.say("running_none")
                    : scene.strings.say_count("running_number", count, count_text(scene, count));
}

std::string projects_text(const Scene& scene, const CouncilMatters& matters) {
  const long count = static_cast<long>(matters.projects.size());
  return count == 0 ? "" : scene.strings.say_count("local_projects_number", count, count_text(scene, count));
}

// "Regio Gooi en Vechtstreek, 2015 tot en met 2030"
std::string membership_text(const Scene& scene, const Organisation& organisation) {
  std::string out;
  for (const Membership& membership : organisation.member_of) {
    std::string span;
    const auto date = [&](const std::optional<Date>& when) { return scene.locale.date(*when); };
    if (membership.from && membership.until)
      span = scene.strings.say("span", {{"from", date(membership.from)}, {"until", date(membership.until)}});
    else if (membership.from)
      span = scene.strings.say("span_from", {{"from", date(membership.from)}});
    else if (membership.until)
      span = scene.strings.say("span_until", {{"until", date(membership.until)}});
    out += (out.empty() ? "" : "; ") + membership.of->name + (span.empty() ? "" : ", " + span);
  }
  return out;
}

Json letters_section(const Scene& scene, const Organisation& council, const CouncilMatters& matters,
                     const std::string& address) {
  Json out{{"none", false}, {"documents", letter_list(scene, matters.letters, address)}};
  if (matters.letters.empty())
    out["none"] = scene.strings.say("council_no_letter", {{"council", council.name}});
  else if (own_letters(matters) == 0)
    out["none"] = scene.strings.say("council_no_own_letter", {{"council", council.name}});
  for (Json& page : page_list(scene, matters.documents, address)) out["documents"].push_back(std::move(page));
  out["has_documents"] = !out["documents"].empty();
  return out;
}

Json commitments_section(const Scene& scene, const Organisation& council, const CouncilMatters& matters,
                         const std::string& address) {
  std::vector<const Commitment*> all = matters.running;
  all.insert(all.end(), matters.settled.begin(), matters.settled.end());
  return Json{{"none", all.empty() ? Json(scene.strings.say("council_no_commitment", {{"council", council.name}}))
                                   : Json(false)},
              {"commitments", all.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, all, address)}}},
              {"awaited", matters.awaited.empty()
                              ? Json(false)
                              : Json{{"announcements", announcement_list(scene, matters.awaited, address)}}}};
}

// The newest lights of everybody, in one line.
Json shared_monitor(const Scene& scene, const std::string& address) {
  const Period* period = newest_with_lights(scene.site);
  if (period == nullptr) return false;
  return Json{{"counts", counts_context(scene, count_statuses(reports_of(*period), *period->scale))},
              {"label", scene.strings.say("shared_monitor", {{"period", in_sentence(scene, period->name)}})},
              {"href", relative_link(address, address_of(*period))}};
}

Frame council_frame(const Scene& scene, const std::vector<const Organisation*>& councils, std::size_t index,
                    const CouncilMatters& matters) {
  const Organisation& council = *councils[index];
  Frame frame;
  frame.address = address_of_council(council);
  frame.heading = scene.strings.say("council_heading", {{"council", council.name},
                                                        {"letters", letters_text(scene, matters)},
                                                        {"commitments", running_text(scene, matters)}});
  frame.short_title = council.name;
  frame.kicker = scene.strings.say("kicker_council");
  frame.kicker_sub = council.short_name;
  frame.lead = council.description;
  frame.description = council.description;
  frame.crumbs = {{scene.strings.say("menu_councils"), councils_address}};
  if (const std::string member = membership_text(scene, council); !member.empty())
    frame.facts = {{scene.strings.say("fact_member"), member}};
  const auto neighbour = [&](const char* kicker, const Organisation& other) {
    return Neighbour{scene.strings.say(kicker), other.name, address_of_council(other)};
  };
  if (index > 0) frame.previous = neighbour("previous_council", *councils[index - 1]);
  if (index + 1 < councils.size()) frame.next = neighbour("next_council", *councils[index + 1]);
  return frame;
}

// What it tells of its own, and its part of what is measured; letters and commitments are pages of their own.
SearchEntry entry_of(const Scene& scene, const Organisation& council, const std::string& heading,
                     const PageView& view) {
  SearchEntry entry = search_entry(SearchKind::council, council.name, address_of_council(council));
  if (!council.short_name.empty()) entry.names = {council.short_name};
  entry.summary = council.description.empty() ? heading : council.description;
  entry.councils = facets_of(scene, {&council});
  for (std::size_t i = 0; i < view.texts.size(); ++i) {
    const Json& text = view.context["texts"][i];
    add_slot(entry, text["period"].get<std::string>(), text["id"].get<std::string>(), view.texts[i]);
  }
  std::vector<std::string> lines;
  for (const Json& line : view.context["lines"])
    lines.push_back(labelled(scene, line["name"].get<std::string>(), line["text"].get<std::string>()));
  add_part(entry, label(scene, "local_lines"), "deel_cijfers", paragraphs(lines));
  return entry;
}

PageView council_view(const Scene& scene, std::size_t index) {
  PageView view;
  const std::vector<const Organisation*> councils = scene.site.municipalities();
  const Organisation& council = *councils[index];
  const std::string address = address_of_council(council);
  const CouncilMatters matters = matters_of(scene.site, council);
  Json lines = council_lines(scene, council, address);

  Frame frame = council_frame(scene, councils, index, matters);
  for (const auto& period : scene.site.periods)
    tell_withdrawn_where(
        scene, *period,
        [&](const std::string& part) {
          // To whom a withdrawn letter went is withdrawn with it; one that is named after a council went to that one.
          const std::string folder = "text:content/periods/" + period->id;
          return part == folder + "/councils/" + council.id + ".md" ||
                 part == folder + "/letters/" + council.id + ".md";
        },
        frame);
  const auto add = [&](const char* id, const char* key) { frame.parts.push_back({id, label(scene, key)}); };
  if (!matters.texts.empty()) add("deel_eigen", "own_words");
  add("deel_brieven", "letters_and_documents");
  add("deel_toezeggingen", "commitments");
  add("deel_deelprojecten", "local_projects");
  if (!lines.empty()) add("deel_cijfers", "local_lines");
  add("deel_monitor", "shared");
  view.context = frame_context(scene, frame);

  view.context["website"] = or_false(council.url);
  view.context["letters"] = letters_section(scene, council, matters, address);
  view.context["commitments_section"] = commitments_section(scene, council, matters, address);
  view.context["no_projects"] = matters.projects.empty()
                                    ? Json(scene.strings.say("council_no_project", {{"council", council.name}}))
                                    : Json(false);
  view.context["local_projects"] = matters.projects.empty()
                                       ? Json(false)
                                       : Json{{"projects", newest_project_list(scene, matters.projects, address)}};
  view.context["has_lines"] = !lines.empty();
  view.context["lines"] = std::move(lines);
  view.context["shared"] = shared_monitor(scene, address);

  Json texts = Json::array();
  for (std::size_t i = 0; i < matters.texts.size(); ++i) {
    const Period& period = *matters.text_periods[i];
    texts.push_back(Json{{"id", local_text_fragment(period)},
                         {"period", period.name},
                         {"href", relative_link(address, address_of(period))},
                         {"text", Json::object()}});
    view.texts.push_back(
        {"texts/" + std::to_string(i) + "/text", matters.texts[i]->text, 4, local_text_fragment(period) + "_"});
  }
  view.context["has_texts"] = !texts.empty();
  view.context["texts"] = std::move(texts);
  view.search = entry_of(scene, council, frame.heading, view);
  return view;
}

Json council_list(const Scene& scene, const std::vector<const Organisation*>& councils) {
  Json out = Json::array();
  for (const Organisation* council : councils) {
    const CouncilMatters matters = matters_of(scene.site, *council);
    out.push_back(Json{{"title", council->name},
                       {"href", relative_link(councils_address, address_of_council(*council))},
                       {"meta", with_dots({letters_text(scene, matters), running_text(scene, matters),
                                           projects_text(scene, matters)})}});
  }
  return out;
}

const char* kind_of(const Organisation& organisation) {
  switch (organisation.kind) {
    case OrganisationKind::municipality: return "organisation_municipality";
    case OrganisationKind::region: return "organisation_region";
    case OrganisationKind::body: return "organisation_body";
    case OrganisationKind::ministry: return "organisation_ministry";
    case OrganisationKind::partner: return "organisation_partner";
  }
  return "organisation_partner";
}

Json other_organisations(const Scene& scene) {
  Json out = Json::array();
  for (const auto& each : scene.site.organisations) {
    if (each->kind == OrganisationKind::municipality) continue;
    out.push_back(
        Json{{"name", each->name},
             {"href", each->url},
             {"sub", with_dots({each->short_name, scene.strings.say(kind_of(*each)), membership_text(scene, *each)})},
             {"description", or_false(each->description)}});
  }
  return out;
}

// With those that have no page of their own.
SearchEntry register_entry_of(const Scene& scene, const Frame& frame, const Json& others) {
  SearchEntry entry = register_entry(frame.short_title, frame.lead, frame.address);
  std::vector<std::string> lines;
  for (const Json& other : others) {
    std::string& line = lines.emplace_back(other["name"].get<std::string>());
    line = with_dots({line, other["sub"].get<std::string>()});
    if (other["description"].is_string()) add_sentence(line, other["description"].get<std::string>());
  }
  add_part(entry, label(scene, "other_organisations"), "deel_organisaties", paragraphs(lines));
  return entry;
}

PageView councils_view(const Scene& scene) {
  PageView view;
  const std::vector<const Organisation*> councils = scene.site.municipalities();
  const long count = static_cast<long>(councils.size());
  Frame frame;
  frame.address = councils_address;
  frame.heading = scene.strings.say_count("councils_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("menu_councils");
  frame.lead = scene.strings.say("councils_lead");
  view.context = frame_context(scene, frame);
  view.context["documents"] = council_list(scene, councils);
  Json others = other_organisations(scene);
  view.search = register_entry_of(scene, frame, others);
  view.context["has_others"] = !others.empty();
  view.context["others"] = std::move(others);
  return view;
}

}  // namespace

void add_council_pages(const Scene& scene, std::vector<Page>& pages) {
  const std::vector<const Organisation*> councils = scene.site.municipalities();
  if (councils.empty()) return;
  pages.push_back(
      {councils_address, "councils", councils_address, Location{}, [&scene] { return councils_view(scene); }});
  for (std::size_t i = 0; i < councils.size(); ++i)
    pages.push_back({address_of_council(*councils[i]), "council", councils_address,
                     Location{"data/organisations.json", 0, 0, 1, ""}, [&scene, i] { return council_view(scene, i); },
                     "organisation '" + councils[i]->id + "'"});
}

}  // namespace stoplicht
