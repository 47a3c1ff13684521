#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "load/document.h"
#include "load/encoding.h"
#include "model/site.h"

namespace stoplicht {

// Where a value stands in a document. Points to the place around it, so it may not outlive that.
// Cheap: a location is worked out only when it is asked for.
class Place {
 public:
  explicit Place(const Document& document) : document_(&document) {}
  Place member(std::string_view key) const { return Place(*this, key, 0); }
  Place item(std::size_t index) const { return Place(*this, {}, index); }

  const Document& document() const { return *document_; }
  std::string pointer() const;  // As JSON pointers are written: "/projects/3/status".
  Location value() const { return document_->at(pointer()); }
  Location key() const { return document_->at_key(pointer()); }

 private:
  Place(const Place& parent, std::string_view key, std::size_t index)
      : document_(parent.document_), parent_(&parent), key_(key), index_(index) {}

  const Document* document_;
  const Place* parent_ = nullptr;
  std::string_view key_;  // A null view: an item of a list.
  std::size_t index_ = 0;
};

// One word that a key may have as its value, and what it means.
template <typename Enum>
struct Choice {
  std::string_view name;
  Enum value;
};

// Reads one object of a data file or a front matter, key by key, and reports at its exact place
// what is missing, of the wrong type or not of the form asked for; finish() reports the keys that
// nobody asked for. Ask for every key once.
class ObjectReader {
 public:
  // The whole of a file; "$schema" may stand in a data file. What is no object is reported and
  // reads as an empty one that misses nothing.
  ObjectReader(const Document& document, Diagnostics& diagnostics);
  // An object inside a file. `place` must outlive the reader.
  ObjectReader(const Json& object, const Place& place, Diagnostics& diagnostics);
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  // Text. A required one may not be blank. Absent, or a fault: "".
  std::string text(std::string_view key);
  std::string optional_text(std::string_view key);
  // A text, or null where the source is known not to tell: then `unknown` is set.
  std::optional<std::string> nullable_text(std::string_view key, bool& unknown);
  // A required id: lower-case letters, digits and hyphens, at most 80 characters.
  std::string id(std::string_view key);
  std::string optional_id(std::string_view key);

  // A text whose form or meaning the caller checks; a view into the document. A null view when
  // absent or a fault.
  std::string_view word(std::string_view key);
  std::string_view optional_word(std::string_view key);

  // A date as precise as it is known; in a front matter a year may be a number.
  std::optional<Date> date(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);
  bool boolean(std::string_view key, bool fallback);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<std::int64_t> optional_integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<double> number(std::string_view key, double least, double most);

  // A number, or an object with value and qualifier. `nullable`: null is allowed, for "niet bekend".
  std::optional<Quantity> quantity(std::string_view key, Unit unit);
  std::optional<Quantity> optional_quantity(std::string_view key, Unit unit, bool nullable);
  // The same spread over the keys "value" (required) and "qualifier" of this object.
  std::optional<Quantity> spread_quantity(Unit unit);
  // The key "qualifier" of this object.
  Qualifier qualifier();

  template <typename Enum, std::size_t N>
  std::optional<Enum> choice(std::string_view key, const std::array<Choice<Enum>, N>& choices) {
    return chosen(key, true, choices);
  }
  template <typename Enum, std::size_t N>
  Enum optional_choice(std::string_view key, const std::array<Choice<Enum>, N>& choices, Enum fallback) {
    return chosen(key, false, choices).value_or(fallback);
  }

  // Calls `read` for every item of a list that is an object, in order, and finishes its reader.
  using ReadItem = std::function<void(ObjectReader& item)>;
  void objects(std::string_view key, const ReadItem& read);
  void optional_objects(std::string_view key, const ReadItem& read);
  // Calls `read` for an object, if it is there, and finishes its reader.
  void object(std::string_view key, const ReadItem& read);
  void optional_object(std::string_view key, const ReadItem& read);
  // Calls `read` for every key of an object whose keys are data, sorted; `read` asks `object` for the value.
  using ReadMember = std::function<void(ObjectReader& object, std::string_view key)>;
  void optional_members(std::string_view key, const ReadMember& read);
  // Calls `read` for every text of a list.
  using ReadText = std::function<void(std::string_view text, const Place& place)>;
  void texts(std::string_view key, const ReadText& read);
  void optional_texts(std::string_view key, const ReadText& read);
  // An object that maps years to whole euros. False when it is missing or some of it is faulty.
  bool years(std::string_view key, std::map<int, std::int64_t>& years);

  // Reports unknown keys.
  void finish();

  // True when a key that nobody asked for is likely to be a typing error of this one.
  bool has_misspelt(std::string_view key) const;

  // Reports that a key is missing where only the caller knows that it is required.
  void missing(std::string_view key, std::string hint);

  bool has(std::string_view key) const { return object_->contains(key); }
  bool is_null(std::string_view key) const;
  bool is_text(std::string_view key) const;
  // Something that was read here, or inside it, was faulty.
  bool faulty() const { return faulty_; }
  void set_faulty() { faulty_ = true; }
  Diagnostics& diagnostics() { return diagnostics_; }
  const Place& place() const { return place_; }
  Location here() const { return place_.value(); }
  // Of the key's value; of this object when it does not have the key.
  Location at(std::string_view key) const { return has(key) ? place_.member(key).value() : here(); }
  Location at_key(std::string_view key) const { return has(key) ? place_.member(key).key() : here(); }
  void error(std::string_view id, Location where, std::string message, std::string hint = "");

 private:
  // The value of a key, which from now on is a known one. Null when absent, which is reported
  // when `form` (what to write) is not empty.
  const Json* find(std::string_view key, std::string_view form = "");
  void wrong_type(std::string_view key, const Json& value, std::string_view wanted);
  void wrong_type(const Place& place, std::string_view subject, const Json& value, std::string_view wanted,
                  bool can_be_left_out = false);
  std::string_view string_view_of(std::string_view key, const Json* value);
  std::string id_of(std::string_view key, std::string_view id);
  std::optional<Date> date_of(std::string_view key, const Json* value);
  std::optional<std::int64_t> integer_of(const Place& place, std::string_view key, const Json* value,
                                         std::int64_t least, std::int64_t most);
  std::optional<double> amount_of(std::string_view key, const Json* value, Unit unit);
  std::optional<Quantity> quantity_of(std::string_view key, const Json* value, Unit unit);
  std::optional<std::size_t> chosen_of(std::string_view key, bool required, std::span<const std::string_view> names);
  void read_objects(std::string_view key, const Json* list, const ReadItem& read);
  void read_object(std::string_view key, const Json* value, const ReadItem& read);
  void read_texts(std::string_view key, const Json* list, const ReadText& read);

  template <typename Enum, std::size_t N>
  std::optional<Enum> chosen(std::string_view key, bool required, const std::array<Choice<Enum>, N>& choices) {
    std::array<std::string_view, N> names;
    for (std::size_t i = 0; i < N; ++i) names[i] = choices[i].name;
    const auto index = chosen_of(key, required, names);
    if (!index) return std::nullopt;
    return choices[*index].value;
  }

  const Json* object_;
  Place place_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
  std::vector<std::string> lacking_;  // Of a text without front matter: the keys that it should have there.
  std::string_view required_;         // The last key asked for that may not be left out.
  std::size_t found_ = 0;
  bool is_object_ = true;
  bool lacks_front_matter_ = false;
  bool faulty_ = false;
};

// Lower-case ASCII letters, digits and hyphens between them: what can be part of an address.
bool has_id_form(std::string_view text);

// Reports an id that is not of its form or too long, with the nearest good one as the hint.
void check_id_form(std::string_view id, const Location& where, Diagnostics& diagnostics);

// True for the front matter of a Markdown file, there or not, and false for a data file.
bool is_front_matter(const Document& document);

// A number as it is written in a data file: "98", "6.5".
std::string number_text(double number);

// "a text", "null", "a list": what a fault calls a value.
std::string_view kind_of(const Json& value);

}  // namespace stoplicht
