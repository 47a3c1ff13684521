#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "load/document.h"

namespace stoplicht {

// A document with items of its lists taken out. Faults are told where what stayed stands in the file that was read.
class ThinnedDocument {
 public:
  // `whole` must outlive what make() gives.
  explicit ThinnedDocument(const Document& whole) : whole_(whole), root_(whole.root()) {}

  // What is left; values in it may be changed.
  Json& root() { return root_; }

  // Leaves out of the list at a pointer into root() what `wanted` says false of. When no item is left, the list stays
  // as an empty one, or goes with its key. Nothing when there is no list.
  enum class Empty { stays, goes };
  template <typename Wanted>
  void keep(const std::string& pointer, Empty empty, Wanted wanted) {
    const Json::json_pointer place(pointer);
    if (!root_.contains(place) || !root_.at(place).is_array()) return;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < root_.at(place).size(); ++i)
      if (wanted(static_cast<const Json&>(root_.at(place)[i]))) kept.push_back(i);
    keep(pointer, empty, std::move(kept));
  }

  std::shared_ptr<const Document> make() &&;

 private:
  using Kept = std::map<std::string, std::vector<std::size_t>, std::less<>>;  // Where each item stood, by list.

  void keep(const std::string& pointer, Empty empty, std::vector<std::size_t> kept);
  static std::string in_whole(const Kept& kept, std::string_view pointer);

  const Document& whole_;
  Json root_;
  Kept kept_;
};

}  // namespace stoplicht
