#include "views/wording.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/diagnostics.h"
#include "model/figures.h"
#include "model/fill_figures.h"

namespace stoplicht {

std::string quantity_text(const Scene& scene, const Quantity& quantity, Unit unit) {
  const std::string number = format_quantity(quantity, unit, scene.locale);
  switch (quantity.qualifier) {
    case Qualifier::exactly: return number;
    case Qualifier::about: return scene.strings.say("qualifier_about", {{"value", number}});
    case Qualifier::at_least: return scene.strings.say("qualifier_at_least", {{"value", number}});
    case Qualifier::more_than: return scene.strings.say("qualifier_more_than", {{"value", number}});
  }
  return number;
}

std::string plain_number(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value)) return std::to_string(static_cast<long long>(value));
  return Json(value).dump();
}

std::string count_text(const Scene& scene, long count) { return scene.locale.number(static_cast<double>(count), 0); }

std::string letter_date(const Scene& scene, const Letter& letter) {
  if (!letter.date) return letter.date_note;
  return scene.locale.date(*letter.date);
}

std::string basis_text(const Scene& scene, Basis basis) {
  return scene.strings.say(basis == Basis::derived ? "basis_derived" : "basis_reported");
}

bool shows_computed(const ProjectReport& report) {
  return report.computed != nullptr && (report.differs() || !report.status->told());
}

Json light_without_basis(const Status& status) {
  return Json{{"label", status.label}, {"shape", status.shape}, {"light", light_id(status.light)}, {"basis", false}};
}

Json light(const Scene& scene, const Status& status, Basis basis) {
  Json out = light_without_basis(status);
  if (status.told()) out["basis"] = basis_text(scene, basis);
  return out;
}

Json explanation(const Scene& scene, const Explanation& explanation) {
  Json items = Json::array();
  const auto add = [&](const char* label, const std::optional<std::string>& text, bool unknown) {
    if (!text && !unknown) return;
    items.push_back(Json{{"label", scene.strings.say(label)},
                         {"text", text ? *text : scene.strings.say("not_named")},
                         {"unknown", !text.has_value()}});
  };
  add("cause", explanation.cause, explanation.cause_unknown);
  add("consequence", explanation.consequence, explanation.consequence_unknown);
  add("action", explanation.action, explanation.action_unknown);
  if (items.empty()) return false;
  return Json{{"items", std::move(items)}};
}

std::string with_dots(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::string label(const Scene& scene, const char* key) { return scene.strings.labels().value(key, ""); }

std::string headline(const Scene& scene, const Period& period) {
  // Faults in it were reported when the texts were checked; here it is only told.
  Diagnostics told_before;
  return fill_figures(scene.site, period, period.headline, Location{}, scene.locale, told_before);
}

std::string depth_text(const Scene& scene, const Period& period) {
  const long reported = static_cast<long>(period.projects.size());
  switch (period.depth) {
    case Depth::projects: return scene.strings.say_count("projects", reported, count_text(scene, reported));
    case Depth::totals: return scene.strings.say("depth_totals");
    case Depth::letter: return scene.strings.say("depth_letter");
    case Depth::known: return scene.strings.say("depth_known");
  }
  return {};
}

std::string judged_on(const Scene& scene) {
  const Period* newest = scene.site.newest();
  const Date& as_of = scene.site.as_of;
  const bool is_default = newest != nullptr && newest->reported_on.last_day() == as_of.last_day();
  return scene.locale.date(is_default ? newest->reported_on : as_of);
}

std::string in_sentence(const Scene& scene, const std::string& name) {
  // Only an initial capital of plain ASCII is lowered, and not that of an abbreviation: GGZ, WaW, Q1.
  const std::string word = name.substr(0, name.find(' '));
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() < 2 || !is_capital(word[0])) return name;
  for (std::size_t i = 1; i < word.size(); ++i)
    if (is_capital(word[i]) || (word[i] >= '0' && word[i] <= '9')) return name;
  // A month that the language itself writes with a capital keeps it.
  constexpr int any_year = 2000;
  for (int month = 1; month <= 12; ++month)
    if (scene.locale.date({any_year, 0, month, 0}).starts_with(word + " ")) return name;
  std::string out = name;
  out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

std::vector<const Edition*> editions_of(const Scene& scene, const Period& period) {
  return scene.archive != nullptr ? scene.archive->of(period.id) : std::vector<const Edition*>();
}

Scene scene_of(const Scene& scene, const Period*& period) {
  const Edition* edition = scene.archive != nullptr ? scene.archive->newest(period->id) : nullptr;
  if (edition == nullptr)
    return {scene.present(),  scene.locale,  scene.strings,    scene.diagnostics,
            &scene.present(), scene.archive, scene.corrections};
  period = edition->period;
  return {edition->site,    scene.locale,  scene.strings,    scene.diagnostics,
          &scene.present(), scene.archive, scene.corrections};
}

}  // namespace stoplicht
