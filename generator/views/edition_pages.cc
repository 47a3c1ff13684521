#include <algorithm>

#include "base/paths.h"
#include "base/signature.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/checking_program.h"
#include "views/edition_notes.h"
#include "views/pages.h"
#include "views/search_parts.h"

// The register of what was published, and how anyone can check it.
namespace stoplicht {
namespace {

const std::string sums_file = "SHA256SUMS";

// Enough to compare by eye; the whole number stands below it.
std::string short_digest(const std::string& digest) { return digest.substr(0, 12) + "…"; }

bool is_empty(const Scene& scene) { return scene.archive == nullptr || scene.archive->empty(); }

std::string period_name(const Scene& scene, const ChainLink& link) {
  if (link.edition != nullptr && link.edition->period != nullptr) return link.edition->period->name;
  const Period* period = scene.present().find_period(link.period_id);
  return period != nullptr ? period->name : link.period_id;
}

// What of a link can be opened: the pages, what changed, and the files for who checks it.
Json link_list(const Scene& scene, const ChainLink& link) {
  Json out = Json::array();
  const auto add = [&](const char* key, const std::string& address) {
    out.push_back(Json{{"label", scene.strings.say(key)}, {"href", relative_link(editions_address, address)}});
  };
  const Edition* edition = link.edition;
  if (edition != nullptr && edition->period != nullptr) add("chain_pages", address_of(*edition->period));
  if (edition != nullptr && edition->is_gone()) add("chain_gone_pages", folder_of_replaced(*edition) + "/index.html");
  if (const Edition* before = edition != nullptr ? edition->before : nullptr;
      before != nullptr && !before->is_gone() && !edition->is_gone())
    add("corrected_link", correction_address(*before, *edition));
  add("chain_document", document_address(link));
  add("chain_seal", seal_address(link));
  if (scene.archive->files.signatures.contains(link.file)) add("chain_signature", seal_address(link) + ".minisig");
  return out;
}

std::string state_of(const Scene& scene, const ChainLink& link) {
  if (link.edition == nullptr) return scene.strings.say("chain_withdrawal");
  if (const WithdrawnPart* gone = link.edition->withdrawal_of("period"); gone != nullptr)
    return scene.strings.say("chain_gone", {{"date", scene.locale.date(gone->on)}});
  const Edition* after = link.edition->after;
  if (after == nullptr) return scene.strings.say("chain_newest");
  return scene.strings.say("chain_replaced",
                           {{"n", std::to_string(after->number)}, {"date", scene.locale.date(after->published_on)}});
}

// Where the newest edition that had a page of the part has its stone.
std::string stone_href(const Scene& scene, const ChainLink& withdrawal, const std::string& part) {
  const std::vector<const Edition*> editions = scene.archive->of(withdrawal.period_id);
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition)
    for (const WithdrawnPart& withdrawn : (*edition)->withdrawn)
      if (withdrawn.part == part && !withdrawn.page.empty() && (*edition)->period != nullptr)
        return relative_link(editions_address, (*edition)->period->folder + "/" + withdrawn.page);
  return "";
}

bool is_whole(const ChainLink& withdrawal) {
  return std::find(withdrawal.parts.begin(), withdrawal.parts.end(), "period") != withdrawal.parts.end();
}

// The parts that a withdrawal took out of view, by the names that people know.
Json withdrawn_list(const Scene& scene, const ChainLink& link) {
  Json out = Json::array();
  const Edition* newest = scene.archive->newest(link.period_id);
  if (link.edition != nullptr || newest == nullptr || newest->period == nullptr) return out;
  // Of a whole edition nobody wants to read all names.
  if (is_whole(link)) {
    for (const int number : link.editions)
      if (const Edition* edition = scene.archive->find(link.period_id, number); edition != nullptr)
        out.push_back(Json{{"name", scene.strings.say("part_edition", {{"n", std::to_string(number)}})},
                           {"href", relative_link(editions_address, folder_of_replaced(*edition) + "/index.html")}});
    return out;
  }
  for (const std::string& part : link.parts)
    out.push_back(Json{{"name", name_of_part(scene, *newest->period, part)}, {"href", stone_href(scene, link, part)}});
  return out;
}

Json chain_list(const Scene& scene) {
  Json out = Json::array();
  const std::vector<ChainLink>& chain = scene.archive->chain;
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    const bool is_edition = link->kind == ChainLink::Kind::edition;
    const std::string name = period_name(scene, *link);
    Json withdrawn = withdrawn_list(scene, *link);
    out.push_back(Json{
        {"id", register_fragment(link->period_id, link->kind, link->number)},
        {"title",
         is_edition
             ? scene.strings.say("chain_edition", {{"period", name}, {"n", std::to_string(link->number)}})
             : scene.strings.say(is_whole(*link) ? "chain_withdrawn_whole" : "chain_withdrawn", {{"period", name}})},
        {"state", state_of(scene, *link)},
        {"when", scene.locale.date(link->on)},
        {"by", link->by},
        {"reason", or_false(link->reason)},
        {"has_withdrawn", !withdrawn.empty()},
        {"withdrawn", std::move(withdrawn)},
        {"digest", link->digest},
        {"digest_short", short_digest(link->digest)},
        {"links", link_list(scene, *link)}});
  }
  return out;
}

// What goes with the editions, for programs of others.
Json file_list(const Scene& scene) {
  Json out = Json::array();
  const auto add = [&](const char* key, const std::string& address) {
    out.push_back(Json{{"title", scene.strings.say(key)},
                       {"href", relative_link(editions_address, address)},
                       {"meta", address.substr(address.rfind('/') + 1)}});
  };
  add("editions_chain_file", chain_address);
  add("editions_schema", edition_schema_address);
  add("editions_readme", edition_readme_address);
  return out;
}

// "6 edities gepubliceerd, waarvan één verbetering, en één keer iets ingetrokken".
std::string heading_of(const Scene& scene) {
  const auto& editions = scene.archive->editions;
  const long published = static_cast<long>(editions.size());
  const long corrected =
      std::count_if(editions.begin(), editions.end(), [](const auto& edition) { return edition->before != nullptr; });
  const long withdrawn = static_cast<long>(scene.archive->chain.size()) - published;
  std::vector<std::string> parts{
      scene.strings.say_count("editions_published", published, count_text(scene, published))};
  if (corrected > 0)
    parts.push_back(scene.strings.say_count("editions_corrected", corrected, count_text(scene, corrected)));
  if (withdrawn > 0)
    parts.push_back(scene.strings.say_count("editions_withdrawn", withdrawn, count_text(scene, withdrawn)));
  return join(parts, ", ");
}

PageView register_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = editions_address;
  frame.short_title = scene.strings.say("menu_editions");
  frame.kicker = scene.strings.say("menu_editions");
  frame.lead = scene.strings.say("editions_lead");
  const bool empty = is_empty(scene);
  Json chain = false;
  Json files = false;
  if (empty) {
    frame.heading = scene.strings.say("editions_none");
  } else {
    frame.heading = heading_of(scene);
    frame.cite_date = scene.locale.date(scene.archive->chain.back().on);
    chain = Json{{"items", chain_list(scene)}};
    files = Json{{"documents", file_list(scene)}};
  }
  view.context = frame_context(scene, frame);
  view.context["chain"] = std::move(chain);
  view.context["files"] = std::move(files);
  view.context["checking"] = relative_link(editions_address, checking_address);
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

Json command(const std::string& name, const std::string& text) { return Json{{"name", name}, {"text", text}}; }

// The seal that the page takes as its example: that of the newest edition. False when there is none.
Json example_of(const Scene& scene) {
  if (is_empty(scene)) return false;
  const std::vector<ChainLink>& chain = scene.archive->chain;
  const auto newest =
      std::find_if(chain.rbegin(), chain.rend(), [](const ChainLink& link) { return link.edition != nullptr; });
  if (newest == chain.rend()) return false;
  const std::string address = seal_address(*newest);
  const std::string name = address.substr(address.rfind('/') + 1);
  return Json{{"title", scene.strings.say("chain_edition", {{"period", period_name(scene, *newest)},
                                                            {"n", std::to_string(newest->number)}})},
              {"href", relative_link(checking_address, address)},
              {"name", name},
              {"digest", newest->digest},
              {"commands",
               {command("Windows", "certutil -hashfile " + name + " SHA256"), command("Mac", "shasum -a 256 " + name),
                command("Linux", "sha256sum " + name)}}};
}

bool is_signed(const Scene& scene, const ChainLink& link) {
  return scene.archive->files.signatures.contains(link.file);
}

// The key that a signature was made with, as far as the site names it; else the one of today, if it has one.
std::string key_of(const Scene& scene, const std::string& signature) {
  std::vector<std::string> keys = scene.site.earlier_signing_keys;
  keys.push_back(scene.site.signing_key);
  for (const std::string& text : keys) {
    std::string reason;
    const std::optional<PublicKey> key = parse_public_key(text, reason);
    if (key && key_number(*key) == key_number_of(signature)) return text;
  }
  return scene.site.signing_key;
}

// The newest seal that was signed; false when none was, or nobody knows with which key.
Json signed_example_of(const Scene& scene) {
  if (is_empty(scene)) return false;
  const std::vector<ChainLink>& chain = scene.archive->chain;
  const auto newest =
      std::find_if(chain.rbegin(), chain.rend(), [&](const ChainLink& link) { return is_signed(scene, link); });
  if (newest == chain.rend()) return false;
  const std::string key = key_of(scene, scene.archive->files.signatures.at(newest->file));
  if (key.empty()) return false;
  const std::string address = seal_address(*newest);
  const std::string name = address.substr(address.rfind('/') + 1);
  return Json{{"seal", name},
              {"seal_href", relative_link(checking_address, address)},
              {"name", name + ".minisig"},
              {"href", relative_link(checking_address, address + ".minisig")},
              {"commands", {command("minisign", "minisign -Vm " + name + " -P " + key)}}};
}

std::string signed_count(const Scene& scene) {
  const auto count = is_empty(scene) ? 0
                                     : std::count_if(scene.archive->chain.begin(), scene.archive->chain.end(),
                                                     [&](const ChainLink& link) { return is_signed(scene, link); });
  if (count == 0) return scene.strings.say("checking_signed_none");
  if (count == static_cast<long>(scene.archive->chain.size()))
    return scene.strings.say_count("checking_signed_all", count, count_text(scene, count));
  return scene.strings.say_count("checking_signed", count, count_text(scene, count),
                                 {{"total", count_text(scene, static_cast<long>(scene.archive->chain.size()))}});
}

// The labels that a part of the page is written in: "checking_site_1" and so on.
std::string numbered_labels(const Scene& scene, const std::string& key, int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i) out.push_back(label(scene, (key + "_" + std::to_string(i)).c_str()));
  return paragraphs(out);
}

// What the page says, but for commands and numbers to copy.
SearchEntry checking_entry(const Scene& scene, const PageView& view, const Frame& frame) {
  SearchEntry entry = search_entry(SearchKind::text, frame.short_title, frame.address);
  entry.summary = frame.heading;
  add_sentence(entry.summary, frame.lead);
  const auto add = [&](const char* id, const char* key, const std::string& text) {
    add_part(entry, label(scene, key), id, text);
  };
  add("deel_minuut", "checking_minute",
      view.context["example"].is_object() ? numbered_labels(scene, "checking_minute", 6)
                                          : label(scene, "checking_edition_none"));
  add("deel_site", "checking_site", numbered_labels(scene, "checking_site", 6));
  add("deel_keten", "checking_chain", numbered_labels(scene, "checking_chain", 2));
  add("deel_onderdelen", "checking_parts", numbered_labels(scene, "checking_parts", 3));
  add("deel_handtekening", "checking_signature",
      view.context["has_keys"].get<bool>()
          ? paragraphs({numbered_labels(scene, "checking_signature", 1), signed_count(scene)})
          : label(scene, "checking_signature_none"));
  add("deel_bewijs", "checking_proof", numbered_labels(scene, "checking_proof", 6));
  return entry;
}

PageView checking_view(const Scene& scene) {
  PageView view;
  Frame frame;
  frame.address = checking_address;
  frame.heading = scene.strings.say("checking_heading");
  frame.short_title = scene.strings.say("checking_title");
  frame.kicker = scene.strings.say("menu_editions");
  frame.lead = scene.strings.say("checking_lead");
  frame.crumbs = {{scene.strings.say("menu_editions"), editions_address}};
  for (const auto& [id, key] :
       {std::pair{"deel_minuut", "checking_minute"}, std::pair{"deel_site", "checking_site"},
        std::pair{"deel_keten", "checking_chain"}, std::pair{"deel_onderdelen", "checking_parts"},
        std::pair{"deel_handtekening", "checking_signature"}, std::pair{"deel_bewijs", "checking_proof"}})
    frame.parts.push_back({id, label(scene, key)});
  view.context = frame_context(scene, frame);
  const auto link = [](const std::string& address) { return relative_link(checking_address, address); };
  view.context["sums"] = Json{{"href", link(sums_file)}, {"name", sums_file}};
  view.context["site_commands"] = {command("Linux", "sha256sum -c --ignore-missing " + sums_file),
                                   command("Mac", "shasum -a 256 -c --ignore-missing " + sums_file),
                                   command("Windows", "certutil -hashfile index.html SHA256")};
  view.context["fetch_commands"] = {
      command("Linux, Mac", "wget --mirror --no-parent --no-host-directories " + scene.site.base_url)};
  view.context["run_commands"] = {command("Linux, Mac", "python3 controleer.py edities"),
                                  command("Windows", "py controleer.py edities")};
  view.context["register"] = link(editions_address);
  view.context["example"] = example_of(scene);
  view.context["program"] = is_empty(scene) ? Json(false) : Json(checking_program(scene));
  view.context["program_href"] = is_empty(scene) ? Json(false) : Json(link(checking_program_address));
  view.context["signed"] = signed_example_of(scene);
  view.context["signed_count"] = signed_count(scene);
  view.context["sums_commands"] = {command("minisign", "minisign -Vm " + sums_file + " -P " + scene.site.signing_key)};
  view.context["signing_key"] = or_false(scene.site.signing_key);
  view.context["has_keys"] = !scene.site.signing_key.empty() || !scene.site.earlier_signing_keys.empty();
  view.context["has_earlier_keys"] = !scene.site.earlier_signing_keys.empty();
  view.context["earlier_keys"] = scene.site.earlier_signing_keys;
  view.search = checking_entry(scene, view, frame);
  return view;
}

}  // namespace

void add_edition_pages(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({editions_address, "editions", "", Location{}, [&scene] { return register_view(scene); }});
  pages.push_back({checking_address, "checking", "", Location{}, [&scene] { return checking_view(scene); }});
}

}  // namespace stoplicht
