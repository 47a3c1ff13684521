#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "serve/change_list.h"
#include "serve/wake.h"

struct inotify_event;

namespace stoplicht {

// Folders to watch, with all folders below them: root/part for each part, whether it is there yet or not.
struct Watched {
  std::filesystem::path root;
  std::vector<std::string> parts;
};

// Tells what changes in folders. Names that begin with '.' or '~' or end in '~' or '.bak', and node_modules, are passed
// over, as a build does; no symbolic link is followed but at a root itself.
class Watcher {
 public:
  // Watches from now on. Throws when the kernel refuses, with a plain sentence: too many folders are watched already.
  explicit Watcher(std::vector<Watched> watched);

  // Waits until something changed and then nothing has for some 30 ms; gives what. What happened since the last call
  // is in it. Nothing once a stop is requested.
  std::optional<ChangeList> next(const std::stop_token& stop);

 private:
  struct Folder {
    std::filesystem::path place;
    std::string shown;     // "data/periods"; "" for a root.
    std::size_t root = 0;  // Which one.
  };

  void watch_all();
  void watch_below(Folder folder);
  bool watch(const Folder& folder);
  void forget(const std::filesystem::path& place);
  bool read(ChangeList& changes);  // True when something happened that counts.
  void note(const inotify_event& event, ChangeList& changes);
  bool wait(int milliseconds) const;  // True when there is something to read.

  std::vector<Watched> watched_;
  Descriptor inotify_;
  Wake stopped_;
  std::map<int, Folder> folders_;  // By the kernel's number.
  bool is_stale_ = false;          // Folders came or went: the list of them is to be made anew.
  bool is_root_missing_ = false;
};

}  // namespace stoplicht
