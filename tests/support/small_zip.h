#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace stoplicht::test {

// A zip file in memory, of files that are not compressed.
class SmallZip {
 public:
  // `flags`: bit 0 says that the file is encrypted.
  void add(const std::string& name, const std::string& bytes, unsigned flags = 0) {
    const std::string head = number(flags, 2) + number(0, 2) + number(0, 2) + number(33, 2) + number(crc32(bytes), 4) +
                             number(bytes.size(), 4) + number(bytes.size(), 4) + number(name.size(), 2);
    directory_ += std::string("PK\1\2") + number(20, 2) + number(20, 2) + head + number(0, 2) + number(0, 2) +
                  number(0, 2) + number(0, 2) + number(0, 4) + number(files_.size(), 4) + name;
    files_ += std::string("PK\3\4") + number(20, 2) + head + number(0, 2) + name + bytes;
    ++count_;
  }

  std::string bytes() const {
    return files_ + directory_ + "PK\5\6" + number(0, 4) + number(count_, 2) + number(count_, 2) +
           number(directory_.size(), 4) + number(files_.size(), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return out;
  }

  static std::uint32_t crc32(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
  }

  std::string files_, directory_;
  std::uint64_t count_ = 0;
};

// The parts of a workbook with one sheet, "Blad1"; a test puts other ones in their place.
struct SmallWorkbook {
  std::string sheet;  // What is in <sheetData>.
  std::string after;  // What stands behind it.
  std::string shared_strings, styles, properties;
  std::vector<std::pair<std::string, std::string>> more;

  std::string bytes() const {
    const std::string relations =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    const std::string type = "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    SmallZip zip;
    zip.add("_rels/.rels",
            relations + "<Relationship Id='a' " + type + "officeDocument' Target='xl/workbook.xml'/></Relationships>");
    zip.add("xl/workbook.xml", "<workbook xmlns:r='r'>" + properties +
                                   "<sheets><sheet name='Blad1' sheetId='1' r:id='s'/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels",
            relations + "<Relationship Id='s' " + type + "worksheet' Target='worksheets/sheet1.xml'/>" +
                (shared_strings.empty()
                     ? ""
                     : "<Relationship Id='t' " + type + "sharedStrings' Target='/xl/sharedStrings.xml'/>") +
                (styles.empty() ? "" : "<Relationship Id='y' " + type + "styles' Target='styles.xml'/>") +
                "</Relationships>");
    zip.add("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData>" + after + "</worksheet>");
    if (!shared_strings.empty()) zip.add("xl/sharedStrings.xml", "<sst>" + shared_strings + "</sst>");
    if (!styles.empty()) zip.add("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    for (const auto& [name, text] : more) zip.add(name, text);
    return zip.bytes();
  }
};

}  // namespace stoplicht::test
