#include "render/markdown.h"

#include <utility>

#include "render/markdown_html.h"
#include "render/markdown_marks.h"
#include "render/markdown_pieces.h"
#include "render/markdown_tree.h"

namespace stoplicht {
namespace {

class ParsedText : public MarkdownText {
 public:
  ParsedText(MarkdownHtml html, MarkdownChart chart) : html_(std::move(html)), chart_(std::move(chart)) {}

  void html(const MarkdownPlacing& placing, std::string& out) const override {
    write_pieces(html_.pieces, placing, chart_, out);
  }
  const std::vector<std::string>& heading_ids() const override { return html_.heading_ids; }
  const std::vector<MarkdownLink>& internal_links() const override { return html_.internal_links; }
  const std::vector<const Term*>& terms() const override { return html_.terms; }
  const std::vector<MarkdownSection>& sections() const override { return html_.sections; }
  bool empty() const override { return html_.pieces.empty(); }

 private:
  MarkdownHtml html_;
  MarkdownChart chart_;
};

}  // namespace

void initialise_markdown() { register_markdown_extensions(); }

std::unique_ptr<const MarkdownText> parse_markdown(const MarkdownDocument& document,
                                                   const MarkdownSurroundings& surroundings, Diagnostics& diagnostics) {
  const MarkedText marked(document.body());
  const MarkdownTree tree = parse_markdown_tree(marked.text());
  MarkdownHtml html = write_markdown_html(document, marked, tree, surroundings, diagnostics);
  return std::make_unique<ParsedText>(std::move(html), surroundings.chart);
}

}  // namespace stoplicht
