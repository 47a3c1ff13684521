#include "commands/changes_json.h"

#include <nlohmann/json.hpp>

#include "model/edition.h"

namespace stoplicht {
namespace {

using Ordered = nlohmann::ordered_json;

Ordered text_or_null(const std::string& text) { return text.empty() ? Ordered(nullptr) : Ordered(text); }

Ordered euros_or_null(const std::optional<std::int64_t>& euros) { return euros ? Ordered(*euros) : Ordered(nullptr); }

const char* word(LightMove move) {
  switch (move) {
    case LightMove::better: return "better";
    case LightMove::worse: return "worse";
    case LightMove::same: return "same";
    case LightMove::sideways: return "sideways";
    case LightMove::told: return "told";
    case LightMove::untold: return "untold";
    case LightMove::started: return "started";
    case LightMove::stopped: return "stopped";
    case LightMove::withdrawn: return "withdrawn";
  }
  return "";
}

const char* word(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exactly: return "exactly";
    case Qualifier::about: return "about";
    case Qualifier::at_least: return "at-least";
    case Qualifier::more_than: return "more-than";
  }
  return "";
}

const char* word(LineageKind kind) {
  switch (kind) {
    case LineageKind::continues: return "continues";
    case LineageKind::split_from: return "split-from";
    case LineageKind::merged_into: return "merged-into";
    case LineageKind::ended: return "ended";
  }
  return "";
}

const char* word(CommitmentMove move) {
  switch (move) {
    case CommitmentMove::made: return "made";
    case CommitmentMove::closed: return "closed";
    case CommitmentMove::overdue: return "overdue";
    case CommitmentMove::still_overdue: return "still-overdue";
  }
  return "";
}

const char* word(TextPiece::Kind kind) {
  switch (kind) {
    case TextPiece::Kind::same: return "same";
    case TextPiece::Kind::removed: return "removed";
    case TextPiece::Kind::added: return "added";
  }
  return "";
}

Ordered moment(const Moment& moment) {
  const Edition* edition = moment.period->edition;
  Ordered out;
  out["period"] = moment.period->id;
  out["edition"] = edition != nullptr ? Ordered(edition->number) : Ordered(nullptr);
  out["digest"] = edition != nullptr ? Ordered(edition->digest) : Ordered(nullptr);
  return out;
}

Ordered report(const ProjectReport* report) {
  if (report == nullptr) return nullptr;
  Ordered out;
  out["number"] = report->number;
  out["name"] = report->name;
  out["status"] = report->status->id;
  out["label"] = report->status->label;
  out["light"] = light_id(report->status->light);
  return out;
}

Ordered project(const ProjectChange& change) {
  Ordered out;
  out["project"] = change.project().id;
  out["move"] = word(change.move);
  out["renamed"] = change.renamed;
  out["renumbered"] = change.renumbered;
  out["before"] = report(change.before);
  out["after"] = report(change.after);
  out["lineage"] = nullptr;
  if (change.lineage == nullptr) return out;
  Ordered relatives = Ordered::array();
  for (const Project* relative : change.relatives) relatives.push_back(relative->id);
  out["lineage"] = Ordered{{"kind", word(change.lineage->kind)},
                           {"projects", std::move(relatives)},
                           {"note", text_or_null(change.lineage->note)}};
  return out;
}

// 64, and not 64.0.
Ordered number(double value) {
  const auto whole = static_cast<std::int64_t>(value);  // Values are below 10^15.
  return static_cast<double>(whole) == value ? Ordered(whole) : Ordered(value);
}

Ordered quantity(const std::optional<Quantity>& quantity) {
  if (!quantity) return nullptr;
  return Ordered{{"value", number(quantity->value)}, {"qualifier", word(quantity->qualifier)}};
}

Ordered measurement(const Measurement* measurement) {
  if (measurement == nullptr) return nullptr;
  return Ordered{{"actual", quantity(measurement->actual)}, {"forecast", quantity(measurement->forecast)}};
}

Ordered figure(const FigureChange& change) {
  Ordered out;
  out["indicator"] = change.indicator->id;
  out["project"] = change.indicator->project != nullptr ? Ordered(change.indicator->project->id) : Ordered(nullptr);
  out["before"] = measurement(change.before);
  out["after"] = measurement(change.after);
  out["difference"] = change.difference ? number(*change.difference) : Ordered(nullptr);
  out["counts_otherwise"] = change.counts_otherwise;
  out["move"] = change.better ? Ordered("better") : change.worse ? Ordered("worse") : Ordered(nullptr);
  out["target_moved"] = change.target_moved;
  out["target_before"] = quantity(change.target_before);
  out["target_after"] = quantity(change.target_after);
  out["decision"] = text_or_null(change.decision);
  return out;
}

Ordered budget(const BudgetChange& change) {
  Ordered out;
  out["programme"] = change.programme_id;
  out["measure"] = text_or_null(change.measure_id);
  out["year"] = change.year != 0 ? Ordered(change.year) : Ordered(nullptr);
  out["before"] = euros_or_null(change.before);
  out["after"] = euros_or_null(change.after);
  out["financer_before"] = text_or_null(change.financer_before);
  out["financer_after"] = text_or_null(change.financer_after);
  return out;
}

Ordered text(const TextChange& change, bool with_pieces) {
  Ordered out;
  out["subject"] = change.subject;
  out["key"] = change.key;
  out["project"] = text_or_null(change.project_id);
  out["before"] = change.before;
  out["after"] = change.after;
  if (!with_pieces) return out;
  out["pieces"] = Ordered::array();
  for (const TextPiece& piece : change.pieces)
    out["pieces"].push_back(Ordered{{"kind", word(piece.kind)}, {"text", piece.text}});
  return out;
}

}  // namespace

std::string changes_json(const Changes& changes) {
  Ordered out;
  out["before"] = moment(changes.before);
  out["after"] = moment(changes.after);
  out["differs"] = !changes.empty();
  out["same_scale"] = changes.same_scale;
  for (const char* list : {"projects", "figures", "budgets", "commitments", "texts", "others"})
    out[list] = Ordered::array();
  for (const ProjectChange& change : changes.projects)
    if (change.differs()) out["projects"].push_back(project(change));
  for (const FigureChange& change : changes.figures)
    if (change.differs()) out["figures"].push_back(figure(change));
  for (const BudgetChange& change : changes.budgets) out["budgets"].push_back(budget(change));
  for (const CommitmentChange& change : changes.commitments)
    out["commitments"].push_back(Ordered{{"commitment", change.commitment->id}, {"move", word(change.move)}});
  for (const TextChange& change : changes.texts) out["texts"].push_back(text(change, true));
  for (const TextChange& change : changes.others) out["others"].push_back(text(change, false));
  out["withdrawn"] = changes.withdrawn;
  return out.dump(2, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

}  // namespace stoplicht
