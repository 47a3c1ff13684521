#include <cassert>

#include "views/changes_readable.h"
#include "views/changes_words.h"

namespace stoplicht {
namespace {

// One side of a change: what stayed, and what only this side has.
Json pieces_of(const std::vector<TextPiece>& pieces, TextPiece::Kind own) {
  Json out = Json::array();
  for (const TextPiece& piece : pieces) {
    if (piece.kind != TextPiece::Kind::same && piece.kind != own) continue;
    out.push_back(Json{{"text", piece.text},
                       {"removed", piece.kind == TextPiece::Kind::removed},
                       {"added", piece.kind == TextPiece::Kind::added}});
  }
  return out;
}

Json side_of(const Scene& scene, const TextChange& change, TextPiece::Kind own, const std::string& title) {
  Json pieces = pieces_of(around_changes(change.pieces), own);
  return Json{{"title", title},
              {"nothing", pieces.empty() ? Json(scene.strings.say("not_there")) : Json(false)},
              {"pieces", std::move(pieces)}};
}

}  // namespace

Json texts_part(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  if (changes.texts.empty()) return false;
  assert(comparison.is_correction());
  const auto edition = [&](const char* key, const Edition& each) {
    return with_dots(
        {scene.strings.say(key), scene.strings.say("edition_name", {{"n", count_text(scene, each.number)}})});
  };
  Json texts = Json::array();
  for (const TextChange& each : changes.texts) {
    const TextChange change = read_change(scene, changes, each);
    texts.push_back(Json{
        {"name", named(scene, changes, change)},
        {"before",
         side_of(scene, change, TextPiece::Kind::removed, edition("as_published", *comparison.edition_before))},
        {"after", side_of(scene, change, TextPiece::Kind::added, edition("as_corrected", *comparison.edition_after))}});
  }
  return Json{{"texts", std::move(texts)}};
}

Json others_part(const Scene& scene, const Changes& changes) {
  Json values = Json::array();
  for (const TextChange& change : changes.others) {
    if (is_told_elsewhere(changes, change)) continue;
    values.push_back(Json{{"label", subject_text(scene, changes, change)},
                          {"about", key_text(scene, changes, change)},
                          {"before", other_side(scene, changes, changes.before, change, change.before)},
                          {"before_unknown", is_unknown(change.before)},
                          {"after", other_side(scene, changes, changes.after, change, change.after)},
                          {"after_unknown", is_unknown(change.after)},
                          {"notes", Json::array()}});
  }
  return values.empty() ? Json(false) : Json{{"values", std::move(values)}};
}

}  // namespace stoplicht
