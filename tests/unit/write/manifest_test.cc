#include "write/manifest.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

const std::string digest(64, 'a');

std::string with_file(const std::string& file) {
  return "{\"generator\": \"stoplicht\", \"format\": 1, \"files\": [" + file + "]}";
}

}  // namespace

TEST_CASE("manifest: one file a line, two spaces of indentation, a line end last") {
  CHECK(manifest_text({{"a/index.html", digest, 12}, {"b.css", std::string(64, '0'), 0}}) ==
        "{\n"
        "  \"generator\": \"stoplicht\",\n"
        "  \"format\": 1,\n"
        "  \"files\": [\n"
        "    {\"path\": \"a/index.html\", \"sha256\": \"" +
            digest +
            "\", \"bytes\": 12},\n"
            "    {\"path\": \"b.css\", \"sha256\": \"" +
            std::string(64, '0') +
            "\", \"bytes\": 0}\n"
            "  ]\n"
            "}\n");
}

TEST_CASE("manifest: a site without files") {
  CHECK(manifest_text({}) == "{\n  \"generator\": \"stoplicht\",\n  \"format\": 1,\n  \"files\": []\n}\n");
}

TEST_CASE("manifest: what is written can be read") {
  const std::vector<ManifestEntry> entries{{"a b/caf\u00e9.html", digest, 4294967296}, {"\"quoted\".txt", digest, 1}};
  CHECK(parse_manifest(manifest_text(entries)) == entries);
  CHECK(parse_manifest(manifest_text({})) == std::vector<ManifestEntry>{});
}

TEST_CASE("manifest: spaces and the order of keys do not matter") {
  CHECK(parse_manifest("{\"files\":[{\"bytes\":3,\"path\":\"a\",\"sha256\":\"x\"}],\"format\":1,"
                       "\"generator\":\"stoplicht\"}\n\n") == std::vector<ManifestEntry>{{"a", "x", 3}});
}

TEST_CASE("manifest: anything else is not ours") {
  for (const std::string text : {
           "",
           " ",
           "null",
           "[]",
           "{}",
           "\"stoplicht\"",
           "42",
           "\xff\xfe",
           "<html>",
           "{\"generator\": \"stoplicht\"}",
           "{\"generator\": \"hugo\", \"format\": 1, \"files\": []}",
           "{\"generator\": 1, \"format\": 1, \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": 2, \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": \"1\", \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": 1.0, \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": -1, \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": 1}",
           "{\"generator\": \"stoplicht\", \"format\": 1, \"files\": {}}",
           "{\"generator\": \"stoplicht\", \"format\": 1, \"files\": [], \"files\": []}",
           "{\"generator\": \"stoplicht\", \"format\": 1, \"files\": [], \"more\": true}",
           "{\"generator\": \"stoplicht\", \"format\": 1, \"files\": []} x",
           "{\"name\": \"My app\", \"icons\": [{\"src\": \"icon.png\"}]}",  // A web app's manifest.json.
       }) {
    CAPTURE(text);
    CHECK_FALSE(parse_manifest(text));
  }
}

TEST_CASE("manifest: a file needs a path, a digest and a size") {
  CHECK(parse_manifest(with_file("{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": 1}")));
  for (const std::string file : {
           "1",
           "\"a\"",
           "null",
           "{}",
           "[]",
           "{\"path\": \"a\", \"sha256\": \"x\"}",
           "{\"path\": 1, \"sha256\": \"x\", \"bytes\": 1}",
           "{\"path\": \"a\", \"sha256\": null, \"bytes\": 1}",
           "{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": \"1\"}",
           "{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": -1}",
           "{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": 1e999}",
           "{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": 99999999999999999999}",
           "{\"path\": \"\xc3\x28\", \"sha256\": \"x\", \"bytes\": 1}",
           "{\"path\": {\"path\": \"a\"}, \"sha256\": \"x\", \"bytes\": 1}",
           "{\"path\": \"a\", \"sha256\": \"x\", \"bytes\": 1, \"mode\": 420}",
       }) {
    CAPTURE(file);
    CHECK_FALSE(parse_manifest(with_file(file)));
  }
}

TEST_CASE("manifest: cut off anywhere, it is not ours") {
  const std::string text = manifest_text({{"a", digest, 1}, {"b", digest, 2}});
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(parse_manifest(std::string_view(text).substr(0, length)));
  }
}

TEST_CASE("manifest: a million brackets are survived") {
  const std::string brackets(1'000'000, '[');
  CHECK_FALSE(parse_manifest(brackets));
  CHECK_FALSE(parse_manifest(with_file(brackets)));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"files\":";
  CHECK_FALSE(parse_manifest(objects));
}

TEST_CASE("manifest: the sums are what sha256sum writes, sorted by path") {
  const std::string digest(64, 'a');
  CHECK(sums_text({{"z.html", digest, 1}, {"a/b.html", digest, 2}, {"a b.html", digest, 3}}) ==
        digest + "  a b.html\n" + digest + "  a/b.html\n" + digest + "  z.html\n");
  CHECK(sums_text({}) == "");
}

TEST_CASE("manifest: sums are read as they were written, and nothing else is") {
  const std::string digest(64, '0');
  const auto read = parse_sums(digest + "  a  b.html\n" + digest + "  c\n");
  REQUIRE(read.has_value());
  CHECK(*read == std::vector<ManifestEntry>{{"a  b.html", digest, 0}, {"c", digest, 0}});
  CHECK(parse_sums("")->empty());
  for (const std::string& text :
       {digest + "  a", digest + " *a\n", digest + "  \n", digest + "\n", std::string("\n"),
        std::string(64, 'A') + "  a\n", std::string(63, 'a') + "   a\n", "  " + digest + "  a\n"}) {
    CHECK_FALSE(parse_sums(text).has_value());
  }
}
