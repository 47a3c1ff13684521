#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The system calls of this room. Folders are open file descriptors, so that no path is looked up
// twice; `shown` is the path that a message names. No function here follows a symbolic link that
// stands at the end of the name it is given.
namespace stoplicht {

// Why a site cannot be written. Thrown inside this room only; write_site and its like turn it into their result.
struct WriteFailure {
  std::string sentence;
};

// Throws "cannot <what> <shown>: <reason>", such as "cannot write /x/a.html: no space left on device".
[[noreturn]] void disk_failure(std::string_view what, const std::string& shown, int error);

// Does work that writes to `shown`; why it failed, as a plain sentence, and "" when it did not.
std::string failure_of(const std::filesystem::path& shown, const std::function<void()>& work);

// A name for a message: control characters as '?'.
std::string printable(std::string text);

// An open file descriptor, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

// openat, again when a signal interrupts it. Not open when it fails; errno says why.
Descriptor open_at(int folder, const std::string& name, int flags, unsigned mode = 0);

Descriptor open_folder(int parent, const std::string& name, const std::string& shown);

// Mode 0755. The folder must not exist.
void make_folder(int parent, const std::string& name, const std::string& shown);

// Mode 0644. The file must not exist. `lasting`: its bytes are on the disk, and a power cut leaves them there.
void write_new_file(int folder, const std::string& address, std::string_view bytes, const std::string& shown,
                    bool lasting = false);

// Gives one file in a folder the mode of another; where that is not there, or no file, it stays as it is.
void copy_mode(int folder, const std::string& from, const std::string& to, const std::string& shown);

// Whether there is anything of that name.
bool exists_in(int parent, const std::string& name, const std::string& shown);

// Brings the names in a folder to the disk.
void flush_folder(int folder, const std::string& shown);

// The whole file; nothing when it is missing, no regular file, or longer than `limit`.
std::optional<std::string> read_file(int folder, const std::string& name, std::size_t limit, const std::string& shown);

// True when it is a regular file of mode 0644 that holds exactly these bytes.
bool file_holds(int folder, const std::string& address, std::string_view bytes);

// What stands in a folder itself, sorted.
std::vector<std::string> names_in(int folder, const std::string& shown);

// What is in a folder, with all folders below it, sorted by address.
struct FolderList {
  std::vector<std::string> folders;
  std::vector<std::string> files;   // Regular files.
  std::vector<std::string> others;  // Symbolic links, sockets and the like.
  bool modes_are_ours = true;       // Every folder, also the listed one itself, is mode 0755.
};
FolderList list_folder(int folder, const std::string& shown);

// Removes a file, or a folder with all that is in it. No such name is fine.
void remove_all(int parent, const std::string& name, const std::string& shown);

// Makes the folders of a path that are missing, and takes them away again unless kept.
class MissingFolders {
 public:
  MissingFolders() = default;
  MissingFolders(const MissingFolders&) = delete;
  MissingFolders& operator=(const MissingFolders&) = delete;
  ~MissingFolders();

  void make(const std::filesystem::path& folder);
  void keep() { made_.clear(); }

 private:
  std::vector<std::string> made_;
};

}  // namespace stoplicht
