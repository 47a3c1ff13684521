#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/placeholders.h"
#include "render/period_draft.h"
#include "render/period_draft_parts.h"

namespace stoplicht {
namespace {

using Ordered = nlohmann::ordered_json;

// The members of `values` in the order in which `like` has them; one that it lacks stands behind the one that it comes
// behind in `values`.
Ordered in_order_of(const Ordered& like, const Ordered& values) {
  std::vector<std::string> keys;
  if (like.is_object())
    for (const auto& [key, value] : like.items())
      if (values.contains(key)) keys.push_back(key);
  std::string before;
  for (const auto& [key, value] : values.items()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      const auto found = std::find(keys.begin(), keys.end(), before);
      keys.insert(found == keys.end() ? keys.begin() : found + 1, key);
    }
    before = key;
  }
  Ordered out = Ordered::object();
  for (const std::string& key : keys) out[key] = values[key];
  return out;
}

// The object of a list that has this text at the key; null when there is none.
const Ordered& item_of(const Ordered& object, const char* list, const char* key, const std::string& text) {
  static const Ordered none;
  if (!object.is_object() || !object.contains(list)) return none;
  for (const Ordered& item : object[list])
    if (item.is_object() && item.contains(key) && item[key] == text) return item;
  return none;
}

// The same, or else the first of the list: what is new in it is written as the others are.
const Ordered& item_like(const Ordered& object, const char* list, const char* key, const std::string& text) {
  const Ordered& item = item_of(object, list, key, text);
  const bool has_first = item.is_null() && object.is_object() && object.contains(list) && !object[list].empty();
  return has_first ? object[list][0] : item;
}

bool some_item_has(const Ordered& object, const char* list, const char* key) {
  if (!object.is_object() || !object.contains(list)) return false;
  return std::any_of(object[list].begin(), object[list].end(),
                     [&](const Ordered& item) { return item.is_object() && item.contains(key); });
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class DataDraft {
 public:
  DataDraft(const NextPeriod& next, const Site& site, const Locale& locale, const Document& like)
      : next_(next), site_(site), locale_(locale), words_(draft_words(site.language)) {
    like_ = Ordered::parse(like.source().text());
  }

  std::string make() const {
    Ordered out = Ordered::object();
    if (like_.contains("$schema")) out["$schema"] = like_["$schema"];
    out["id"] = next_.id;
    out["name"] = name();
    out["kind"] = kind();
    if (next_.time) {
      out["from"] = to_iso(*next_.time->from);
      out["until"] = to_iso(*next_.time->until);
    }
    out["reported_on"] = to_iso(next_.reported_on);
    out["reported_note"] = asked(next_.time ? words_.report_day : words_.report_day_and_time);
    out["depth"] = depth();
    if (like_.contains("scale")) out["scale"] = like_["scale"];
    if (!next_.programmes.empty()) out["programmes"] = programmes();
    if (!next_.totals.empty()) out["totals"] = figures(next_.totals, like_, "totals");
    keep_list(out, "figures");
    if (!next_.projects.empty()) out["projects"] = projects();
    for (const char* list : {"sources", "events", "limits"}) keep_list(out, list);
    return in_order_of(like_, out).dump(2) + "\n";
  }

 private:
  std::string asked(std::string_view what) const { return placeholder(words_.language, what); }

  std::string name() const {
    const std::string name = usual_name();
    const auto is_taken = [&](const auto& period) { return period->id != next_.id && period->name == name; };
    if (name.empty() || std::any_of(site_.periods.begin(), site_.periods.end(), is_taken))
      return asked(std::string(words_.period_name) + next_.id);
    return name;
  }

  std::string usual_name() const {
    if (next_.time) return name_of_time(*next_.time, locale_);
    const std::optional<Date> month = parse_date(next_.id);
    return month ? with_capital(locale_.date(*month)) : "";
  }

  Ordered kind() const {
    return next_.time ? Ordered(word_of_kind(next_.time->kind)) : like_.value("kind", Ordered("incidental"));
  }

  std::string depth() const {
    if (!next_.projects.empty()) return "projects";
    if (next_.before->depth == Depth::letter && !next_.letters.empty()) return "letter";
    if (!next_.totals.empty()) return "totals";
    return next_.letters.empty() ? "known" : "letter";
  }

  // An empty list shows where what belongs in it goes.
  void keep_list(Ordered& out, const char* key) const {
    if (like_.contains(key)) out[key] = Ordered::array();
  }

  Ordered programmes() const {
    Ordered out = Ordered::array();
    for (const Programme* programme : next_.programmes) {
      Ordered report;
      report["programme"] = programme->id;
      report["status"] = "not-reported";
      if (some_item_has(like_, "programmes", "summary")) report["summary"] = asked(words_.programme_summary);
      out.push_back(in_order_of(item_of(like_, "programmes", "programme", programme->id), report));
    }
    return out;
  }

  static Ordered figures(const std::vector<NextFigure>& figures, const Ordered& like, const char* list) {
    Ordered out = Ordered::array();
    for (const NextFigure& each : figures) {
      const Ordered& before = item_of(like, list, "indicator", each.indicator->id);
      Ordered figure;
      figure["indicator"] = each.indicator->id;
      figure["actual"] = nullptr;
      if (before.is_object() && before.contains("forecast")) figure["forecast"] = nullptr;
      if (each.before != nullptr)
        for (const CouncilValue& part : each.before->councils) figure["by_council"][part.council->id] = nullptr;
      out.push_back(in_order_of(item_like(like, list, "indicator", each.indicator->id), figure));
    }
    return out;
  }

  Ordered projects() const {
    Ordered out = Ordered::array();
    for (const NextProject& each : next_.projects) {
      const Ordered& before = item_of(like_, "projects", "project", each.project->id);
      Ordered report;
      report["project"] = each.project->id;
      report["number"] = each.before != nullptr
                             ? each.before->number
                             : asked(std::string(words_.number) + in_placeholder(each.project->name));
      if (before.is_object() && before.contains("name")) report["name"] = each.before->name;
      report["status"] = "not-reported";
      if (some_item_has(like_, "projects", "summary")) report["summary"] = asked(words_.project_summary);
      if (!each.figures.empty()) report["values"] = figures(each.figures, before, "values");
      out.push_back(in_order_of(item_like(like_, "projects", "project", each.project->id), report));
    }
    return out;
  }

  const NextPeriod& next_;
  const Site& site_;
  const Locale& locale_;
  const DraftWords& words_;
  Ordered like_;
};

}  // namespace

std::string name_of_time(const PeriodTime& time, const Locale& locale) {
  const DraftWords& words = draft_words(locale.language());
  const Date& from = *time.from;
  const std::string year = std::to_string(from.year);
  switch (time.kind) {
    case PeriodKind::half_year: return std::string(from.month == 1 ? words.first_half : words.second_half) + year;
    case PeriodKind::quarter: return with_capital(locale.date(Date{from.year, (from.month + 2) / 3, 0, 0}));
    case PeriodKind::month: return with_capital(locale.date(from));
    default: return year;
  }
}

std::string word_of_kind(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::year: return "year";
    case PeriodKind::half_year: return "half-year";
    case PeriodKind::quarter: return "quarter";
    case PeriodKind::month: return "month";
    case PeriodKind::incidental: break;
  }
  return "incidental";
}

std::string draft_of_data(const NextPeriod& next, const Site& site, const Locale& locale, const Document& like) {
  return DataDraft(next, site, locale, like).make();
}

}  // namespace stoplicht
