#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// A sentence with named holes, "unknown status '{name}'". A hole is a brace, small letters, a brace; any other brace
// stands for itself. What fills a hole named "nl:…" is a phrase that has to be translated itself.
class MessagePattern {
 public:
  using Holes = std::map<std::string, std::string, std::less<>>;

  explicit MessagePattern(std::string_view text);

  // What fills the holes, without "nl:"; nothing when the sentence is another one. Each hole is as short as it can be,
  // so that the time is the length of the sentence times that of the pattern at most.
  std::optional<Holes> match(std::string_view sentence) const;

  // The sentence with its holes filled. A hole that is not given is a bug of the caller.
  std::string fill(const Holes& holes) const;

  std::vector<std::string> names() const;         // Of the holes, in their order, without "nl:".
  std::vector<std::string> phrase_names() const;  // Of those that are "nl:…".
  std::size_t letters() const;                    // Bytes beside the holes: of two that match, the longer one is meant.

 private:
  struct Hole {
    std::string name;
    bool is_phrase = false;
  };
  std::vector<std::string> literals_;  // One more than holes: before the first, between them, behind the last.
  std::vector<Hole> holes_;
};

}  // namespace stoplicht
