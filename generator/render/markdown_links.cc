#include "render/markdown_links.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view forms_hint =
    "write an address such as https://example.nl, mailto:… or tel:…, an address of this site such as "
    "/toezeggingen/index.html, or a file beside this text such as bijlage.pdf";

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

LinkTarget fault(std::string_view id, std::string message, std::string_view hint) {
  LinkTarget target;
  target.fault_id = id;
  target.fault = std::move(message);
  target.hint = hint;
  return target;
}

// What stands before a ':' that no '/', '?' or '#' precedes, however odd: browsers pass over blanks
// and control characters in it.
std::optional<std::string_view> scheme_of(std::string_view destination) {
  const std::size_t stop = destination.find_first_of(":/?#");
  if (stop == std::string_view::npos || destination[stop] != ':') return std::nullopt;
  return destination.substr(0, stop);
}

// "C:\map\kaart.pdf": what Windows calls a file.
bool names_a_drive(std::string_view destination) {
  return destination.size() > 2 && is_letter_or_digit(destination[0]) && destination[0] > '9' &&
         destination[1] == ':' && (destination[2] == '\\' || destination[2] == '/');
}

bool is_web_scheme(std::string_view scheme) { return scheme == "http" || scheme == "https"; }

LinkTarget web_target(std::string_view destination, std::string_view scheme) {
  const std::string name = in_lower_case(scheme);
  std::string_view rest = destination.substr(scheme.size() + 1);
  const bool known = is_web_scheme(name) || name == "mailto" || name == "tel";
  if (!known) return fault("link-scheme", "a link cannot begin with '" + std::string(scheme) + ":'", forms_hint);
  if (is_web_scheme(name)) {
    if (!rest.starts_with("//")) {
      return fault("link-scheme", "'" + std::string(destination) + "' is not an address of the web",
                   "write two slashes behind '" + name + ":'");
    }
    rest.remove_prefix(2);
  }
  if (rest.empty() || rest.find_first_of("/?# \\") == 0) {
    return fault("link-scheme", "nothing stands behind '" + std::string(scheme) + ":' in this link", forms_hint);
  }
  LinkTarget target;
  target.web = true;
  target.address = encode_address(destination);
  return target;
}

LinkTarget root_target(std::string_view path, LinkTarget target) {
  std::string address(path.substr(1));
  if (address.empty() || address.ends_with('/')) address += "index.html";
  if (!is_safe_relative_path(address)) {
    return fault("link-outside", "'" + std::string(path) + "' cannot be an address of this site",
                 "write it from the site's own front, without '..', such as /toezeggingen/index.html");
  }
  // An edition keeps the files that its texts name by their path.
  if (address.starts_with("bestanden/"))
    return fault("link-file", "a file is named by its path, not by its address '" + std::string(path) + "'",
                 "write the path from this text, such as ../2024-h1/lijst.txt: then what is published keeps the file");
  target.page = true;
  target.address = std::move(address);
  return target;
}

LinkTarget outside_fault(std::string_view path) {
  return fault("link-outside", "'" + std::string(path) + "' leads outside the site folder",
               "put the file beside this text, and name it relative to this text");
}

LinkTarget relative_target(std::string_view path, std::string_view file, const MarkdownSurroundings& surroundings,
                           LinkTarget target) {
  const std::optional<std::string> resolved = resolve_beside(file, path);
  if (!resolved) return outside_fault(path);
  const bool markdown = resolved->ends_with(".md");
  const auto& lookup = markdown ? surroundings.page_of : surroundings.attachment;
  std::optional<std::string> address = lookup ? lookup(*resolved) : std::nullopt;
  if (!address && markdown) {
    return fault("link-file", "no page is made from '" + *resolved + "'",
                 "name a Markdown file of content/ relative to this text");
  }
  if (!address) {
    const bool page = resolved->ends_with(".html") || path.ends_with('/');
    if (path.starts_with("www.")) {
      return fault("link-file", "'" + *resolved + "' does not exist", "for another site, write https:// before it");
    }
    return fault("link-file", "'" + *resolved + "' does not exist",
                 page
                     ? "a page is named by its address from the site's own front, such as /toezeggingen/index.html, or "
                       "by its Markdown file"
                     : "put the file beside this text, or correct its name (capitals count)");
  }
  if (address->empty()) return LinkTarget();
  target.page = markdown;
  target.address = std::move(*address);
  return target;
}

}  // namespace

LinkTarget resolve_link(std::string_view destination, std::string_view file, const MarkdownSurroundings& surroundings) {
  destination = trim(destination);
  if (destination.empty() || destination == "#") {
    return fault("link-empty", "a link that leads nowhere", forms_hint);
  }
  if (names_a_drive(destination)) {
    const std::string_view name = destination.substr(destination.find_last_of("/\\") + 1);
    return fault("link-scheme", "'" + std::string(destination) + "' is a place on one computer",
                 "put the file beside this text, and write its name" + (name.empty() ? "" : ": " + std::string(name)));
  }
  if (destination.find('\\') != std::string_view::npos) {
    return fault("link-scheme", "a link cannot hold a backslash: '" + std::string(destination) + "'",
                 "write '/' between folders");
  }
  if (destination.starts_with("//")) {
    return fault("link-scheme", "a link cannot begin with '//'",
                 "write https:// for another site, one '/' for this one");
  }
  if (const std::optional<std::string_view> scheme = scheme_of(destination)) return web_target(destination, *scheme);

  LinkTarget target;
  const std::size_t hash = std::min(destination.find('#'), destination.size());
  const std::string_view before_hash = destination.substr(0, hash);
  if (hash < destination.size()) target.fragment = percent_decode(destination.substr(hash + 1));
  const std::size_t question = std::min(before_hash.find('?'), before_hash.size());
  target.query = encode_address(before_hash.substr(question));
  const std::string path = percent_decode(before_hash.substr(0, question));
  if (path.empty()) {
    target.page = true;
    return target;
  }
  if (path.front() == '/') return root_target(path, std::move(target));
  return relative_target(path, file, surroundings, std::move(target));
}

LinkTarget resolve_image(std::string_view destination, std::string_view file,
                         const MarkdownSurroundings& surroundings) {
  destination = trim(destination);
  const std::string_view scheme = scheme_of(destination).value_or("");
  if (destination.starts_with("//") || is_web_scheme(in_lower_case(scheme))) {
    return fault("image-external", "an image of another site: '" + std::string(destination) + "'",
                 "put the picture beside this text: a page loads nothing from elsewhere");
  }
  if (!scheme.empty()) {
    return fault("link-scheme", "an image cannot begin with '" + std::string(scheme) + ":'",
                 "put the picture beside this text, and write its file name");
  }
  const std::string path =
      percent_decode(destination.substr(0, std::min(destination.find_first_of("?#"), destination.size())));
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos) {
    return fault("image-file",
                 path.empty() ? "an image without a file" : "'" + path + "' is not a file beside this text",
                 "put the picture beside this text, and write its file name");
  }
  const std::optional<std::string> resolved = resolve_beside(file, path);
  if (!resolved) return outside_fault(path);
  LinkTarget target;
  std::optional<std::string> address = surroundings.attachment ? surroundings.attachment(*resolved) : std::nullopt;
  if (!address) {
    return fault("image-file", "'" + *resolved + "' does not exist",
                 "put the picture beside this text, or correct its name (capitals count)");
  }
  target.address = std::move(*address);
  return target;
}

std::string encode_address(std::string_view address) { return percent_encode(address, "?#[]%"); }

}  // namespace stoplicht
