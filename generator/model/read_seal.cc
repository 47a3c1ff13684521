#include "model/read_seal.h"

#include <algorithm>
#include <vector>

#include "base/digest.h"
#include "base/paths.h"
#include "load/canonical_json.h"
#include "load/encoding.h"
#include "load/json_position.h"
#include "model/edition_form.h"
#include "model/reader.h"

namespace stoplicht {
namespace {

constexpr int largest_number = 999'999;  // Of editions of a period, and of links in a chain.

bool is_digest(const Json& value) {
  return value.is_string() && stoplicht::is_digest(value.get_ref<const std::string&>());
}

// The address of a page below the folder of a period.
bool is_page(std::string_view address) { return is_safe_relative_path(address) && address.ends_with(".html"); }

bool is_salt(const Json& value) {
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Reports whatever has another form than stoplicht writes. Every method may be called after a fault: it then gives
// something empty.
class SealReader {
 public:
  SealReader(const Document& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {}

  bool faulty() const { return faulty_; }

  void fault(const std::string& pointer, const std::string& message, const char* hint = put_back_hint) {
    faulty_ = true;
    diagnostics_.error("edition-form", document_.at(pointer), message, hint);
  }

  // The object at `pointer`, which has exactly these keys.
  const Json& object(const std::string& pointer, const std::vector<std::string_view>& keys) {
    const Json& object = any_object(pointer);
    if (faulty_) return empty_;
    for (const auto& [key, value] : object.items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        faulty_ = true;
        diagnostics_.error("edition-form", document_.at_key(pointer + "/" + escape_pointer_part(key)),
                           "unknown key " + in_quotes(key), put_back_hint);
      }
    }
    for (const std::string_view key : keys) {
      if (!object.contains(key)) fault(pointer, in_quotes(key) + " is missing");
    }
    return faulty_ ? empty_ : object;
  }

  const Json& any_object(const std::string& pointer) {
    if (faulty_) return empty_;
    const Json& value = document_.root().at(Json::json_pointer(pointer));
    if (value.is_object()) return value;
    fault(pointer, "is " + std::string(kind_of(value)) + ", not an object");
    return empty_;
  }

  // Members of the seal. All are there: object() saw to it.
  std::string text(std::string_view key) {
    return member(key, "a text", [](const Json& value) { return value.is_string() && value != ""; });
  }
  std::string text_or_null(std::string_view key) {
    return member(key, "a text or null",
                  [](const Json& value) { return value.is_null() || (value.is_string() && value != ""); });
  }
  std::string digest_or_null(std::string_view key) {
    return member(key, "a digest or null", [](const Json& value) { return value.is_null() || is_digest(value); });
  }
  int number(std::string_view key) {
    if (faulty_) return 1;
    const Json& value = seal().at(key);
    if (value.is_number_integer() && value >= 1 && value <= largest_number) return value.get<int>();
    fault(pointer_of(key), in_quotes(key) + " is no whole number from 1 to " + std::to_string(largest_number));
    return 1;
  }
  Date day(std::string_view key) {
    const std::string written = text(key);
    const std::optional<Date> date = parse_date(written);
    if (date && date->is_day()) return *date;
    if (!faulty_) fault(pointer_of(key), in_quotes(written) + " is not a day");
    return {};
  }

  void expect_digest(const std::string& pointer, const Json& value) {
    if (!is_digest(value)) fault(pointer, "is not a digest: that has 64 digits from 0 to f");
  }

 private:
  static std::string pointer_of(std::string_view key) { return "/seal/" + std::string(key); }
  const Json& seal() const { return document_.root().at("seal"); }

  template <typename Fits>
  std::string member(std::string_view key, std::string_view wanted, Fits fits) {
    if (faulty_) return "";
    const Json& value = seal().at(key);
    if (fits(value)) return value.is_null() ? "" : value.get<std::string>();
    fault(pointer_of(key), in_quotes(key) + " is not " + std::string(wanted));
    return "";
  }

  inline static const Json empty_ = Json::object();

  const Document& document_;
  Diagnostics& diagnostics_;
  bool faulty_ = false;
};

// True after reporting that the seal is of a format that only a newer program knows: then nothing more can be said of
// it.
bool is_of_other_format(const Document& document, Diagnostics& diagnostics) {
  const Json& root = document.root();
  if (!root.is_object() || !root.contains("seal") || !root.at("seal").is_object()) return false;
  const Json& seal = root.at("seal");
  if (!seal.contains("format") || !seal.at("format").is_number_integer() || seal.at("format") == edition_format)
    return false;
  diagnostics.error(
      "edition-format", document.at("/seal/format"),
      "is of format " + seal.at("format").dump() + ", and this program reads format " + std::to_string(edition_format),
      "use a newer version of stoplicht");
  return true;
}

// The path says of what period and number the file is.
void check_name(const Seal& seal, SealReader& reader) {
  const std::string name = (seal.is_edition() ? "v" : "w") + std::to_string(seal.link.number) + ".json";
  if (reader.faulty()) return;
  if (!has_id_form(seal.link.period_id))
    return reader.fault("/seal/period", in_quotes(seal.link.period_id) + " is no id");
  if (seal.link.file.ends_with("/" + seal.link.period_id + "/" + name)) return;
  reader.fault("/seal", "says that this file is " + seal.link.period_id + "/" + name,
               "when it is a copy of that file, remove it; else give it that name");
}

void read_edition(Seal& seal, SealReader& reader) {
  const Json& object = reader.object("/seal", {"format", "kind", "period", "edition", "sequence", "published_by",
                                               "published_on", "previous", "replaces", "reason", "parts"});
  seal.link.number = reader.number("edition");
  seal.link.reason = reader.text_or_null("reason");
  seal.replaces = reader.digest_or_null("replaces");
  const Json& contents = reader.any_object("/parts");
  for (const auto& [name, part] : contents.items()) {
    const std::string pointer = "/parts/" + escape_pointer_part(name);
    reader.object(pointer, {"content", "salt"});
    if (!reader.faulty() && !is_salt(part.at("salt")))
      reader.fault(pointer + "/salt", "is no salt: that has 32 digits from 0 to f");
  }
  const Json& digests = reader.any_object("/seal/parts");
  for (const auto& [name, digest] : digests.items()) {
    reader.expect_digest("/seal/parts/" + escape_pointer_part(name), digest);
    if (reader.faulty()) return;
    seal.parts[name] = digest;
  }
  if (!reader.faulty() && object.at("format") != edition_format)
    reader.fault("/seal/format", "'format' is no whole number");
}

// What it withdraws, and where that had pages.
void read_withdrawn(ChainLink& link, const Json& parts, SealReader& reader) {
  if (!parts.is_array() || parts.empty()) return reader.fault("/seal/parts", "'parts' is not a list of names");
  for (const Json& part : parts) {
    const std::string pointer = "/seal/parts/" + std::to_string(link.parts.size());
    if (!part.is_string()) return reader.fault(pointer, "is not the name of a part");
    if (!may_be_withdrawn(part.get_ref<const std::string&>(), link.period_id))
      return reader.fault(
          pointer, in_quotes(part.get<std::string>()) + " is no part of " + link.period_id + " that can be withdrawn");
    if (std::find(link.parts.begin(), link.parts.end(), part) != link.parts.end())
      return reader.fault(pointer, in_quotes(part.get<std::string>()) + " stands here twice");
    link.parts.push_back(part);
  }
  for (const auto& [part, page] : reader.any_object("/seal/pages").items()) {
    const std::string pointer = "/seal/pages/" + escape_pointer_part(part);
    if (std::find(link.parts.begin(), link.parts.end(), part) == link.parts.end())
      return reader.fault(pointer, in_quotes(part) + " is not withdrawn here");
    if (!page.is_string() || !is_page(page.get_ref<const std::string&>()))
      return reader.fault(pointer, "is not the address of a page below the folder of the period");
    link.pages[part] = page;
  }
}

// The numbers of the editions that it applies to: at least one, from low to high.
void read_numbers(ChainLink& link, const Json& numbers, SealReader& reader) {
  const std::string wrong = "'editions' is not a list of numbers of editions, from low to high";
  if (!numbers.is_array() || numbers.empty()) return reader.fault("/seal/editions", wrong);
  for (const Json& number : numbers) {
    const int least = link.editions.empty() ? 1 : link.editions.back() + 1;
    if (!number.is_number_integer() || number < least || number > largest_number)
      return reader.fault("/seal/editions", wrong);
    link.editions.push_back(number);
  }
}

void read_withdrawal(Seal& seal, SealReader& reader) {
  const Json& object = reader.object("/seal", {"format", "kind", "period", "withdrawal", "sequence", "published_by",
                                               "published_on", "previous", "reason", "parts", "editions", "pages"});
  seal.link.number = reader.number("withdrawal");
  seal.link.reason = reader.text("reason");
  if (reader.faulty()) return;
  if (object.at("format") != edition_format) reader.fault("/seal/format", "'format' is no whole number");
}

}  // namespace

std::optional<Seal> read_seal(const std::string& path, std::shared_ptr<const Document> document,
                              Diagnostics& diagnostics) {
  if (is_of_other_format(*document, diagnostics)) return std::nullopt;
  SealReader reader(*document, diagnostics);
  Seal seal;
  seal.link.file = path;
  const bool is_edition = path[path.rfind('/') + 1] == 'v';
  seal.link.kind = is_edition ? ChainLink::Kind::edition : ChainLink::Kind::withdrawal;
  const Json& root =
      is_edition ? reader.object("", {"digest", "parts", "seal"}) : reader.object("", {"digest", "seal"});
  if (is_edition) {
    read_edition(seal, reader);
  } else {
    read_withdrawal(seal, reader);
  }
  const std::string kind = reader.text("kind");
  if (!reader.faulty() && kind != (is_edition ? "edition" : "withdrawal")) {
    reader.fault("/seal/kind", in_quotes(kind) + " is not what the name of the file says");
  }
  seal.link.period_id = reader.text("period");
  seal.link.sequence = reader.number("sequence");
  seal.link.by = reader.text("published_by");
  seal.link.on = reader.day("published_on");
  seal.link.previous = reader.digest_or_null("previous");
  if (!reader.faulty()) reader.expect_digest("/digest", root.at("digest"));
  check_name(seal, reader);
  if (!is_edition && !reader.faulty()) read_numbers(seal.link, root.at("seal").at("editions"), reader);
  if (!is_edition && !reader.faulty()) read_withdrawn(seal.link, root.at("seal").at("parts"), reader);
  if (reader.faulty()) return std::nullopt;

  seal.link.digest = root.at("digest");
  seal.computed = sha256(canonical_json(root.at("seal")));
  seal.document = std::move(document);
  return seal;
}

}  // namespace stoplicht
