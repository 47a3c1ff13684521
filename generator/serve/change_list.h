#pragma once
#include <map>
#include <string>

namespace stoplicht {

// What changed in a site folder, as one rebuild takes it. A file that came and went, as editors make them to save
// safely, did not change.
class ChangeList {
 public:
  // `path`: "data/periods/2020-07.json". `is_whole`: there is something to read in it; a file that was only made is
  // still being written.
  void appeared(const std::string& path, bool is_whole);
  void changed(const std::string& path);
  void gone(const std::string& path);

  bool empty() const;

  // For a line on the terminal: "data/site.json", "data/site.json and 3 others".
  std::string text() const;

 private:
  struct Change {
    bool is_new = false;    // It was not there before.
    bool is_whole = false;  // It counts.
  };
  std::map<std::string, Change> changes_;
};

}  // namespace stoplicht
