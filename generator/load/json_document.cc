#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "load/document.h"
#include "load/encoding.h"
#include "load/json_faults.h"
#include "load/json_position.h"

namespace stoplicht {
namespace {

class JsonDocument : public Document {
 public:
  JsonDocument(std::shared_ptr<const SourceText> source, Json root) : positions_(source->text()) {
    source_ = std::move(source);
    root_ = std::move(root);
  }

  Location at(std::string_view pointer) const override {
    const ByteRange range = positions_.value(pointer);
    return source_->at(range.offset, range.length);
  }

  Location at_key(std::string_view pointer) const override {
    const ByteRange range = positions_.key(pointer);
    return source_->at(range.offset, range.length);
  }

 private:
  JsonPositions positions_;
};

// Builds the values in one pass. Of two equal keys the first counts; what is nested too deep
// becomes null and a number out of range 0. Only notes that such a thing occurred: where, a
// second reader finds out, which valid files need not pay for.
class ValueBuilder : public nlohmann::json_sax<Json> {
 public:
  bool has_faults() const { return has_faults_; }
  Json take() { return std::move(root_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override {
    if (static_cast<double>(value) < -largest_whole_number) return out_of_range();
    return put(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (static_cast<double>(value) > largest_whole_number) return out_of_range();
    return put(value);
  }
  bool number_float(number_float_t value, const string_t& text) override {
    // A whole number that does not fit 64 bits arrives here too.
    if (text.find_first_of(".eE") == string_t::npos) return out_of_range();
    return put(value);
  }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (skipped_levels_ > 0) return true;
    const auto [member, is_new] = open_.back()->get_ref<Json::object_t&>().emplace(std::move(name), nullptr);
    member_ = &member->second;
    skip_next_ = !is_new;
    if (!is_new) has_faults_ = true;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    has_faults_ = true;
    return false;
  }

 private:
  // Where the next value goes, or nothing when it is to be passed over.
  Json* place(Json&& value) {
    if (skipped_levels_ > 0 || std::exchange(skip_next_, false)) return nullptr;
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
      return &open_.back()->back();
    }
    *member_ = std::move(value);
    return member_;
  }

  bool put(Json value) {
    place(std::move(value));
    return true;
  }

  bool out_of_range() {
    has_faults_ = true;
    return put(0);
  }

  bool open(Json container) {
    const bool too_deep = open_.size() >= deepest_nesting;
    if (too_deep) has_faults_ = true;
    Json* const placed = place(too_deep ? Json() : std::move(container));
    if (placed == nullptr || too_deep) {
      ++skipped_levels_;
    } else {
      open_.push_back(placed);
    }
    return true;
  }

  bool close() {
    if (skipped_levels_ > 0) {
      --skipped_levels_;
    } else {
      open_.pop_back();
    }
    return true;
  }

  Json root_;
  std::vector<Json*> open_;  // Stable: a list grows only when what is inside it is closed.
  Json* member_ = nullptr;   // The member whose key was read last.
  bool skip_next_ = false;   // The value of a key that occurred before.
  std::size_t skipped_levels_ = 0;
  bool has_faults_ = false;
};

bool parse(std::string_view text, ValueBuilder& builder) { return Json::sax_parse(text.begin(), text.end(), &builder); }

}  // namespace

std::unique_ptr<const Document> load_json(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics) {
  if (!check_encoding(*source, diagnostics)) return nullptr;
  std::string storage;
  const std::string_view text = with_valid_utf8(source->text(), storage);

  ValueBuilder builder;
  bool parsed = parse(text, builder);
  // The parser takes a zero byte for the end of the text.
  if (builder.has_faults() || text.find('\0') != std::string_view::npos) {
    const JsonFaults faults = report_json_faults(*source, text, diagnostics);
    if (faults.syntax) return nullptr;
    if (!parsed && !faults.out_of_range.empty()) {
      // The parser stops at 1e999; the rest of the file is read with a 0 in its place.
      std::string mended(text);
      for (const ByteRange& number : faults.out_of_range) {
        std::fill_n(mended.begin() + static_cast<std::ptrdiff_t>(number.offset), number.length, ' ');
        mended[number.offset] = '0';
      }
      builder = ValueBuilder();
      parsed = parse(mended, builder);
    }
    if (!parsed) {
      // Either a syntax fault past the point where the reporting stopped, or the two readers disagree.
      if (faults.complete) diagnostics.error("json-syntax", source->whole(), "this is not JSON");
      return nullptr;
    }
  }
  return std::make_unique<const JsonDocument>(std::move(source), builder.take());
}

}  // namespace stoplicht
