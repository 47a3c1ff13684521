#include <algorithm>

#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::array<Choice<PeriodKind>, 5> period_kinds{{{"year", PeriodKind::year},
                                                          {"half-year", PeriodKind::half_year},
                                                          {"quarter", PeriodKind::quarter},
                                                          {"month", PeriodKind::month},
                                                          {"incidental", PeriodKind::incidental}}};

constexpr std::array<Choice<Depth>, 4> depths{
    {{"projects", Depth::projects}, {"totals", Depth::totals}, {"letter", Depth::letter}, {"known", Depth::known}}};

constexpr std::int64_t most_projects = 100'000;

void check_period_id(ObjectReader& object, const Period& period) {
  const std::string id = object.id("id");
  // The editions of a period stand in a folder of its id, beside that of the attachments.
  if (id == "attachments")
    object.error("id-form", object.at("id"), "'attachments' cannot be the id of a period",
                 "write when it was: 2024-h1");
  if (id.empty() || id == period.id) return;
  object.error("period-file-name", object.at("id"), "the id " + in_quotes(id) + " is not the name of the file",
               (has_id_form(period.id) ? "write \"" + period.id + "\", or rename" : std::string("rename")) +
                   " the file to " + id + ".json");
}

void read_time(ObjectReader& object, Period& period) {
  read_span(object, period.from, period.until);
  if (object.has("from") != object.has("until")) {
    object.missing(object.has("from") ? "until" : "from", "give 'from' and 'until' both, or neither");
  }
  period.reported_on = object.date("reported_on").value_or(Date{});
  period.reported_note = object.optional_text("reported_note");
}

void read_figure(ObjectReader& object, Period& period, std::set<std::string, std::less<>>& seen) {
  Figure figure;
  figure.id = object.id("id");
  figure.label = object.text("label");
  check_id_is_new(seen, figure.id, "figure of this period", object);
  figure.unit = object.optional_choice("unit", unit_names, Unit::count);
  figure.unit_label = object.optional_text("unit_label");
  figure.source = object.optional_text("source");
  const auto quantity = object.spread_quantity(figure.unit);
  if (!quantity) return;
  figure.quantity = *quantity;
  period.figures.push_back(std::move(figure));
}

void read_source(ObjectReader& object, Period& period) {
  Source source;
  source.title = object.text("title");
  source.publisher = object.optional_text("publisher");
  source.date = object.optional_text("date");
  source.note = object.optional_text("note");
  source.url = read_url(object, "url");
  period.sources.push_back(std::move(source));
}

void read_event(ObjectReader& object, Period& period) {
  Event event;
  event.title = object.text("title");
  const auto date = object.date("date");
  event.description = object.optional_text("description");
  event.url = read_url(object, "url");
  event.period = &period;
  if (!date) return;
  event.date = *date;
  period.events.push_back(std::move(event));
}

void read_events(ObjectReader& object, Period& period) {
  object.optional_objects("events", [&](ObjectReader& item) { read_event(item, period); });
  std::stable_sort(period.events.begin(), period.events.end(),
                   [](const Event& a, const Event& b) { return a.date < b.date; });
}

void read_period(Reading& reading, ObjectReader& object, Period& period) {
  check_period_id(object, period);
  period.name = object.text("name");
  const auto kind = object.choice("kind", period_kinds);
  period.kind = kind.value_or(PeriodKind::incidental);
  if (kind) reading.kind_known.insert(&period);
  read_time(object, period);
  const auto depth = object.choice("depth", depths);
  period.depth = depth.value_or(Depth::known);
  if (depth) reading.depth_known.insert(&period);
  const StatusScale* scale = resolve_optional(reading, reading.scales, object, "scale");
  period.scale = scale != nullptr ? scale : reading.site.scales.front().get();
  period.basis_note = object.optional_text("basis_note");
  if (const auto stated = object.optional_integer("stated_projects", 0, most_projects)) {
    period.stated_projects = static_cast<int>(*stated);
  }
  const bool scale_known = !object.has("scale") || scale != nullptr;
  read_reports(reading, period, object, scale_known);
  std::set<std::string, std::less<>> figures;
  object.optional_objects("figures", [&](ObjectReader& item) { read_figure(item, period, figures); });
  object.optional_objects("sources", [&](ObjectReader& item) { read_source(item, period); });
  read_events(object, period);
  object.optional_texts("limits", [&](std::string_view text, const Place&) { period.limits.emplace_back(text); });
}

}  // namespace

void read_periods(Reading& reading) {
  for (const auto& period : reading.site.periods) {
    ObjectReader object(*period->document, reading.diagnostics);
    read_period(reading, object, *period);
    object.finish();
    period->faulty = object.faulty() || reading.unreadable.contains(period->document->source().path());
  }
}

}  // namespace stoplicht
