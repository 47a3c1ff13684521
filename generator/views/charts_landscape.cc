#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"

namespace stoplicht {
namespace {

bool serves(const Party& party, const TargetGroup& group) {
  return party.serves && std::find(party.serves->begin(), party.serves->end(), &group) != party.serves->end();
}

// Those of whom is known whom they serve, from near to far.
std::vector<const Party*> drawn_parties(const Landscape& landscape) {
  std::vector<const Party*> out;
  for (const TargetGroup& group : landscape.groups)
    for (const Party& party : landscape.parties)
      if (serves(party, group) && std::find(out.begin(), out.end(), &party) == out.end()) out.push_back(&party);
  return out;
}

Json party_context(const Party& party) {
  return Json{
      {"name", party.organisation->name}, {"href", or_false(party.organisation->url)}, {"note", or_false(party.note)}};
}

// One group, with a place for every party that is drawn, so that a party stands at the same height in each.
Json group_context(const Landscape& landscape, std::size_t index, const std::vector<const Party*>& drawn) {
  const TargetGroup& group = landscape.groups[index];
  Json parties = Json::array();
  bool has_parties = false;
  for (const Party* party : drawn) {
    Json place = party_context(*party);
    place["served"] = serves(*party, group);
    place["begins"] = index == 0 || !serves(*party, landscape.groups[index - 1]);
    place["goes_on"] = index + 1 < landscape.groups.size() && serves(*party, landscape.groups[index + 1]);
    has_parties = has_parties || place["served"].get<bool>();
    parties.push_back(std::move(place));
  }
  return Json{{"number", std::to_string(index + 1)},
              {"name", group.name},
              {"text", or_false(group.description)},
              {"nobody", !has_parties},
              {"parties", std::move(parties)}};
}

std::string landscape_conclusion(const Scene& scene, const Landscape& landscape, std::size_t drawn,
                                 std::size_t undrawn) {
  std::vector<std::string> sentences;
  const auto count = [&](const char* key, std::size_t n, const std::string& groups) {
    return scene.strings.say_count(key, static_cast<long>(n), count_text(scene, static_cast<long>(n)),
                                   {{"groups", groups}});
  };
  const auto is_served = [&](const TargetGroup& group) {
    return std::any_of(landscape.parties.begin(), landscape.parties.end(),
                       [&](const Party& party) { return serves(party, group); });
  };
  const auto served =
      static_cast<std::size_t>(std::count_if(landscape.groups.begin(), landscape.groups.end(), is_served));
  if (drawn > 0) sentences.push_back(count("landscape_parties", drawn, count("landscape_groups", served, "")));
  if (drawn > 0 && served < landscape.groups.size())
    sentences.push_back(count("landscape_groups_unserved", landscape.groups.size() - served, ""));
  if (undrawn > 0) sentences.push_back(count("landscape_parties_unknown", undrawn, ""));
  if (sentences.empty()) sentences.push_back(scene.strings.say("landscape_no_parties"));
  return join(sentences, " ");
}

}  // namespace

Table landscape_table(const Scene& scene) {
  assert(scene.site.landscape);
  const Landscape& landscape = *scene.site.landscape;
  Table table;
  table.caption = landscape.title;
  table.columns.push_back({scene.strings.say("column_party"), false});
  for (const TargetGroup& group : landscape.groups) table.columns.push_back({group.name, false});
  table.columns.push_back({scene.strings.say("column_what_it_does"), false});
  for (const Party& party : landscape.parties) {
    std::vector<Cell> row{{party.organisation->name, "", false}};
    for (const TargetGroup& group : landscape.groups) {
      if (!party.serves)
        row.push_back({scene.strings.say("unknown"), "", true});
      else
        row.push_back({scene.strings.say(serves(party, group) ? "yes" : "no"), "", false});
    }
    std::string told = party.organisation->description;
    if (!party.note.empty())
      told += (told.empty() ? "" : " ") + scene.strings.say("landscape_note", {{"note", party.note}});
    row.push_back(told.empty() ? Cell{scene.strings.say("not_described"), "", true} : Cell{told, "", false});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json landscape_chart(const Scene& scene, const ChartPlace& place) {
  assert(scene.site.landscape);
  const Landscape& landscape = *scene.site.landscape;
  const std::vector<const Party*> drawn = drawn_parties(landscape);

  Json groups = Json::array();
  for (std::size_t i = 0; i < landscape.groups.size(); ++i) groups.push_back(group_context(landscape, i, drawn));
  Json unknown = Json::array();
  for (const Party& party : landscape.parties)
    if (!party.serves) unknown.push_back(party_context(party));
  Json partners = Json::array();
  for (const std::string& partner : landscape.partners) partners.push_back(Json{{"name", partner}});

  std::vector<std::string> note;
  if (!landscape.note.empty()) note.push_back(landscape.note);
  if (!landscape.source.empty()) note.push_back(source_sentence(scene, landscape.source));
  return Json{
      {"id", place.id},
      {"conclusion", landscape_conclusion(scene, landscape, drawn.size(), unknown.size())},
      {"note", or_false(join(note, " "))},
      {"title", landscape.title},
      {"groups", std::move(groups)},
      {"has_unknown", !unknown.empty()},
      {"unknown", std::move(unknown)},
      {"has_partners", !partners.empty()},
      {"partners", std::move(partners)},
      {"table", table_context(scene, landscape_table(scene), place.page_address, csv_of(scene, landscape_csv))}};
}

}  // namespace stoplicht
