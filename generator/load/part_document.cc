#include "load/part_document.h"

#include <utility>

namespace stoplicht {
namespace {

class PartDocument final : public Document {
 public:
  PartDocument(const Document& whole, Json root, PointerInWhole in_whole)
      : whole_(whole), in_whole_(std::move(in_whole)) {
    // Its places are asked of the whole; the text itself is of no use here.
    source_ = std::make_shared<const SourceText>(whole.source().path(), std::string());
    root_ = std::move(root);
  }

  Location at(std::string_view pointer) const override { return whole_.at(in_whole_(pointer)); }
  Location at_key(std::string_view pointer) const override { return whole_.at_key(in_whole_(pointer)); }

 private:
  const Document& whole_;
  PointerInWhole in_whole_;
};

class StoredMarkdown final : public MarkdownDocument {
 public:
  StoredMarkdown(std::string path, Json front_matter, std::string text) {
    source_ = std::make_shared<const SourceText>(std::move(path), std::move(text));
    root_ = std::move(front_matter);
  }

  Location at(std::string_view) const override { return source_->whole(); }
  Location at_key(std::string_view) const override { return source_->whole(); }
};

}  // namespace

std::shared_ptr<const Document> part_of(const Document& whole, Json root, PointerInWhole in_whole) {
  return std::make_shared<const PartDocument>(whole, std::move(root), std::move(in_whole));
}

std::shared_ptr<const Document> changed(const Document& original, Json root) {
  return part_of(original, std::move(root), [](std::string_view pointer) { return std::string(pointer); });
}

std::shared_ptr<const MarkdownDocument> stored_markdown(std::string path, Json front_matter, std::string text) {
  return std::make_shared<const StoredMarkdown>(std::move(path), std::move(front_matter), std::move(text));
}

}  // namespace stoplicht
