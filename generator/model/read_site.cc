#include <algorithm>

#include "base/locale.h"
#include "base/signature.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::array<Choice<Light>, 6> lights{{{"green", Light::green},
                                               {"amber", Light::amber},
                                               {"red", Light::red},
                                               {"blue", Light::blue},
                                               {"purple", Light::purple},
                                               {"grey", Light::grey}}};

constexpr std::array<Choice<std::string_view>, 7> shapes{{{"check", "check"},
                                                          {"warning", "warning"},
                                                          {"cross", "cross"},
                                                          {"pause", "pause"},
                                                          {"ring", "ring"},
                                                          {"flag", "flag"},
                                                          {"question", "question"}}};

constexpr std::array<Choice<std::string_view>, 2> languages{{{"nl", "nl"}, {"en", "en"}}};

constexpr std::array<Choice<Severity>, 2> severities{{{"warning", Severity::warning}, {"error", Severity::error}}};

Status built_in_not_reported() {
  Status status;
  status.id = "not-reported";
  status.label = "Niet gemeld";
  status.shape = "question";
  return status;
}

void read_status(ObjectReader& object, StatusScale& scale, std::set<std::string, std::less<>>& seen) {
  Status status;
  status.id = object.id("id");
  status.label = object.text("label");
  status.light = object.choice("light", lights).value_or(Light::grey);
  status.shape = object.choice("shape", shapes).value_or("question");
  status.meaning = object.text("meaning");
  check_id_is_new(seen, status.id, "status of this scale", object);
  if (status.id == "not-reported" && status.light != Light::grey) {
    object.error("scale-not-reported", object.at("light"), "the light of 'not-reported' is not grey",
                 "write \"grey\": nobody reported a colour");
  }
  scale.statuses.push_back(std::move(status));
}

void read_scale(Reading& reading, ObjectReader& object) {
  StatusScale& scale = *reading.site.scales.emplace_back(std::make_unique<StatusScale>());
  scale.id = object.id("id");
  scale.name = object.text("name");
  std::set<std::string, std::less<>> seen;
  object.objects("statuses", [&](ObjectReader& status) { read_status(status, scale, seen); });
  if (!scale.id.empty()) reading.scales.add(scale.id, &scale);
  check_id_is_own(reading.scales, scale, object);
  if (scale.find("not-reported") == nullptr) {
    if (object.has("statuses")) {
      object.error("scale-not-reported", object.at("statuses"),
                   "the scale " + in_quotes(scale.id) + " has no status 'not-reported'",
                   "add one with the light \"grey\": it stands for projects without a light");
    }
    scale.statuses.push_back(built_in_not_reported());
  }
}

void read_contact(ObjectReader& object, Contact& contact) {
  contact.name = object.optional_text("name");
  contact.email = object.optional_text("email");
  contact.url = read_url(object, "url");
  if (contact.email.empty()) return;
  const std::size_t at = contact.email.find('@');
  const std::size_t dot = contact.email.rfind('.');
  const bool likely = at != std::string::npos && at > 0 && contact.email.find('@', at + 1) == std::string::npos &&
                      dot != std::string::npos && dot > at + 1 && dot + 1 < contact.email.size() &&
                      contact.email.find_first_of(" \t\r\n<>\"'(),:;?&/\\") == std::string::npos;
  if (!likely) {
    object.error("email-form", object.at("email"), in_quotes(contact.email) + " is not an e-mail address",
                 "write one address only, such as monitor@example.nl");
  }
}

void read_notice(ObjectReader& object, SiteNotice& notice) {
  notice.title = object.text("title");
  notice.text = object.text("text");
}

std::string read_base_url(ObjectReader& object) {
  const std::string_view url = object.word("base_url");
  if (url.data() == nullptr) return "";
  const std::size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  const bool plain = std::none_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>' || c == '\\' || c == '?' ||
           c == '#';
  });
  if (host == 0 || url.size() <= host || url[host] == '/' || !plain) {
    object.error("url-form", object.at("base_url"), in_quotes(url) + " is not the address of a site",
                 "write where the site will stand: https://monitor.example.nl/");
    return "";
  }
  if (!url.ends_with('/')) {
    object.error("url-form", object.at("base_url"), in_quotes(url) + " does not end in '/'",
                 "write \"" + std::string(url) + "/\"");
    return std::string(url) + "/";
  }
  return std::string(url);
}

// True when it is a public key of minisign; reported when not.
bool check_signing_key(ObjectReader& object, std::string_view text, const Location& where) {
  std::string reason;
  const std::optional<PublicKey> key = parse_public_key(text, reason);
  if (key && to_text(*key) == text) return true;
  object.error("signing-key-form", where, in_quotes(text) + " is not a public key of minisign",
               "write the second line of the file minisign.pub: RW and 54 more characters");
  return false;
}

void read_signing_keys(ObjectReader& object, Site& site) {
  const std::string_view text = object.optional_word("signing_key");
  if (text.data() != nullptr && check_signing_key(object, text, object.at("signing_key"))) site.signing_key = text;
  object.optional_texts("earlier_signing_keys", [&](std::string_view key, const Place& place) {
    if (check_signing_key(object, key, place.value())) site.earlier_signing_keys.emplace_back(key);
  });
}

void read_fields(Reading& reading, ObjectReader& object) {
  Site& site = reading.site;
  site.title = object.text("title");
  site.tagline = object.optional_text("tagline");
  site.description = object.optional_text("description");
  site.language = object.choice("language", languages).value_or("nl");
  site.base_url = read_base_url(object);
  site.publisher = resolve(reading, reading.organisations, object, "publisher");
  site.theme = object.id("theme");
  site.house_style = object.optional_id("house_style");
  read_signing_keys(object, site);
  site.search_export = object.boolean("search_export", false);
  object.optional_object("notice", [&](ObjectReader& notice) { read_notice(notice, site.notice); });
  object.optional_object("contact", [&](ObjectReader& contact) { read_contact(contact, site.contact); });
  object.optional_object("links", [&](ObjectReader& links) {
    site.privacy_link = read_url(links, "privacy", true);
    site.accessibility_link = read_url(links, "accessibility", true);
  });
  object.optional_object("rules", [&](ObjectReader& rules) {
    reading.explanation = rules.optional_choice("explanation", severities, Severity::warning);
  });
  object.objects("status_scales", [&](ObjectReader& scale) { read_scale(reading, scale); });
  if (object.has("status_scales") && site.scales.empty() && !object.faulty()) {
    object.error("list-empty", object.at("status_scales"), "'status_scales' is empty",
                 "a site needs at least one scale with the lights it shows");
  }
}

}  // namespace

void read_site(Reading& reading) {
  if (const Document* document = reading.data(site_path)) {
    ObjectReader object(*document, reading.diagnostics);
    read_fields(reading, object);
    object.finish();
  }
  // Later steps count on a scale; without one its absence has been reported.
  if (reading.site.scales.empty()) {
    StatusScale& scale = *reading.site.scales.emplace_back(std::make_unique<StatusScale>());
    scale.id = "stoplicht";
    scale.statuses.push_back(built_in_not_reported());
    reading.scales.incomplete = true;
  }
  reading.site.scales_missed = reading.scales.incomplete;
  for (const auto& scale : reading.site.scales) {
    for (std::size_t i = 0; i < scale->statuses.size(); ++i) {
      scale->statuses[i].order = static_cast<int>(i);
      scale->statuses[i].scale = scale.get();
    }
  }
}

}  // namespace stoplicht
