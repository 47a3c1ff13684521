#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "serve/http_response.h"

namespace stoplicht {

// Where a request leads in a built site.
struct Located {
  enum class Kind { file, folder, nowhere } kind = Kind::nowhere;
  std::string address;  // "periodes/index.html". Of a folder that was asked for without its last '/': "periodes".
  SharedBytes bytes;    // Of a file.
};

// A built site in memory, as a web server shows it: nothing but its own files can be reached. Immutable.
class ServedSite {
 public:
  // `base_url`: where the site will be; what is asked for below its path is found as well, because the page for a wrong
  // address names its files so.
  ServedSite(std::vector<OutputFile> files, const std::string& base_url);

  // `target`: of a request, "/periodes/?x=1".
  Located locate(std::string_view target) const;

  SharedBytes find(const std::string& address) const;  // Null when there is no such file.

 private:
  Located locate_address(std::string address) const;
  SharedBytes list_of_files(std::string_view address) const;

  std::map<std::string, SharedBytes> files_;
  std::string base_path_;  // "/monitor/"; empty when it is "/".
};

// "text/html; charset=utf-8", by the ending of the name.
std::string content_type_of(std::string_view address);

}  // namespace stoplicht
