#include "serve/watcher.h"

#include <sys/inotify.h>
#include <sys/poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace stoplicht {
namespace {

namespace fs = std::filesystem;

constexpr int quiet_ms = 30;
constexpr auto longest_change = std::chrono::milliseconds(500);  // Of one that does not end, some of it is shown.
constexpr int look_again_ms = 500;                               // For a root that is not there.

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('~') || name.ends_with('~') || name.ends_with(".bak") ||
         name == "node_modules";
}

// A file that was just made is being written, unless it is another name of one that was there.
bool is_whole(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && (!S_ISREG(status.st_mode) || status.st_nlink > 1);
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace

Watcher::Watcher(std::vector<Watched> watched)
    : watched_(std::move(watched)), inotify_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (!inotify_.is_open() && errno == EMFILE)
    throw std::runtime_error("too many programs watch folders here: raise fs.inotify.max_user_instances");
  if (!inotify_.is_open()) throw std::system_error(errno, std::generic_category(), "cannot watch the site folder");
  watch_all();
}

bool Watcher::watch(const Folder& folder) {
  constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB |
                                   IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  const std::uint32_t links = folder.shown.empty() ? 0 : IN_DONT_FOLLOW;
  const int number = ::inotify_add_watch(inotify_.get(), folder.place.c_str(), events | links);
  if (number < 0) {
    // A folder that is not there, or that may not be read, is none of ours; a build tells of it.
    if (errno == ENOSPC)
      throw std::runtime_error("cannot watch " + folder.place.string() +
                               ": too many folders are watched here; raise fs.inotify.max_user_watches");
    if (errno == ENOMEM)
      throw std::system_error(errno, std::generic_category(), "cannot watch " + folder.place.string());
    return false;
  }
  folders_[number] = folder;
  return true;
}

// Watches a folder before it looks what is in it, so that nothing comes in between unseen.
void Watcher::watch_below(Folder folder) {
  std::vector<Folder> waiting{std::move(folder)};
  while (!waiting.empty()) {
    const Folder next = std::move(waiting.back());
    waiting.pop_back();
    if (!watch(next)) continue;
    std::error_code error;
    fs::directory_iterator entry(next.place, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::error_code status_error;
      const std::string name = entry->path().filename().string();
      if (!is_passed_over(name) && fs::is_directory(entry->symlink_status(status_error)))
        waiting.push_back({entry->path(), next.shown + "/" + name, next.root});
    }
  }
}

void Watcher::watch_all() {
  is_stale_ = false;
  is_root_missing_ = false;
  for (std::size_t i = 0; i < watched_.size(); ++i) {
    if (!watch({watched_[i].root, "", i})) is_root_missing_ = true;
    for (const std::string& part : watched_[i].parts) watch_below({watched_[i].root / part, part, i});
  }
}

// What was moved away is watched no longer; if it is still one of ours, watch_all() finds it at its new place.
void Watcher::forget(const fs::path& place) {
  for (auto folder = folders_.begin(); folder != folders_.end();) {
    const bool is_gone = is_within(folder->second.place, place);
    if (is_gone) ::inotify_rm_watch(inotify_.get(), folder->first);
    folder = is_gone ? folders_.erase(folder) : std::next(folder);
  }
}

void Watcher::note(const inotify_event& event, ChangeList& changes) {
  if ((event.mask & IN_Q_OVERFLOW) != 0) {
    is_stale_ = true;
    changes.changed("many files");
    return;
  }
  const auto found = folders_.find(event.wd);
  if (found == folders_.end()) return;  // Of a folder that was forgotten meanwhile.
  const Folder folder = found->second;
  if ((event.mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
    is_stale_ = true;
    if ((event.mask & IN_IGNORED) != 0) folders_.erase(found);
    if (folder.shown.empty() && (event.mask & IN_IGNORED) == 0) {
      forget(folder.place);
      changes.changed("the site folder");
    }
    return;
  }
  if (event.len == 0) return;
  const std::string name = event.name;
  const std::vector<std::string>& parts = watched_[folder.root].parts;
  if (is_passed_over(name) || (folder.shown.empty() && std::find(parts.begin(), parts.end(), name) == parts.end()))
    return;

  const fs::path place = folder.place / name;
  const std::string shown = folder.shown.empty() ? name : folder.shown + "/" + name;
  if ((event.mask & IN_ISDIR) != 0) {
    if ((event.mask & IN_MOVED_FROM) != 0) forget(place);
    is_stale_ = true;
  }
  if ((event.mask & IN_CREATE) != 0)
    changes.appeared(shown, is_whole(place));
  else if ((event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0)
    changes.gone(shown);
  else
    changes.changed(shown);
}

bool Watcher::read(ChangeList& changes) {
  bool has_more = true;
  alignas(inotify_event) std::array<char, 64 * 1024> bytes;
  while (has_more) {
    const ssize_t got = ::read(inotify_.get(), bytes.data(), bytes.size());
    has_more = got > 0;
    for (ssize_t at = 0; at < got;) {
      const auto* event = reinterpret_cast<const inotify_event*>(bytes.data() + at);
      note(*event, changes);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
  if (is_root_missing_ || is_stale_) {
    const bool was_missing = is_root_missing_;
    watch_all();
    if (was_missing && !is_root_missing_) changes.changed("the site folder");
  }
  return !changes.empty();
}

bool Watcher::wait(int milliseconds) const {
  std::array<pollfd, 2> awaited{{{inotify_.get(), POLLIN, 0}, {stopped_.descriptor(), POLLIN, 0}}};
  return ::poll(awaited.data(), awaited.size(), milliseconds) > 0;
}

std::optional<ChangeList> Watcher::next(const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  const std::stop_callback ring(stop, [this] { stopped_.ring(); });
  ChangeList changes;
  while (!stop.stop_requested()) {
    if (!read(changes)) {
      wait(is_root_missing_ ? look_again_ms : -1);
      continue;
    }
    for (const auto latest = Clock::now() + longest_change; Clock::now() < latest && wait(quiet_ms);) {
      if (stop.stop_requested()) return std::nullopt;
      read(changes);
    }
    // What came may have gone meanwhile.
    if (!changes.empty()) return changes;
  }
  return std::nullopt;
}

}  // namespace stoplicht
