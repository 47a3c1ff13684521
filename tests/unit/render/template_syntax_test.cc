#include "rendered_template.h"

using namespace stoplicht;
using namespace stoplicht::test;
using namespace std::string_literals;

TEST_CASE("template: a tag that is not closed is reported, and the next one is still read") {
  const Json context = {{"a", "1"}, {"b", "2"}};
  const Result result = render("<p>{{a <b>{{b}}</b>\n{{#a}}x", context);
  CHECK(result.out == "<p>2</b>\nx");
  CHECK(result.faults ==
        "page.mustache:1:4: error: this tag is not closed [template-syntax]\n"
        "    1 | <p>{{a <b>{{b}}</b>\n"
        "      |    ^~~~~~~\n"
        "  hint: write }} at its end\n"
        "page.mustache:2:1: error: the section 'a' is not closed [template-syntax]\n"
        "    2 | {{#a}}x\n"
        "      | ^~~~~~\n"
        "  hint: write {{/a}} where it ends\n");
}

TEST_CASE("template: a last tag that is not closed hides what follows, and that is not reported twice") {
  CHECK(syntax_faults("{{#a}}\n{{{b}} c\n{{/a\n") ==
        "page.mustache:2:1: error: this tag is not closed [template-syntax]\n"
        "    2 | {{{b}} c\n"
        "      | ^~~~~~~~\n"
        "  hint: write }}} at its end\n"
        "page.mustache:3:1: error: this tag is not closed [template-syntax]\n"
        "    3 | {{/a\n"
        "      | ^~~~\n"
        "  hint: write }} at its end\n");
  CHECK(syntax_faults("{{") ==
        "page.mustache:1:1: error: this tag is not closed [template-syntax]\n"
        "    1 | {{\n"
        "      | ^~\n"
        "  hint: write }} at its end\n");
  CHECK(syntax_faults("x {{! note") ==
        "page.mustache:1:3: error: this tag is not closed [template-syntax]\n"
        "    1 | x {{! note\n"
        "      |   ^~~~~~~~\n"
        "  hint: write }} at its end\n");
}

TEST_CASE("template: a section closed by another name is reported with the right one") {
  const Result result = render("{{#list}}{{.}},{{/lits}}end", object(R"({"list": [1, 2]})"));
  CHECK(result.out == "1,2,end");
  CHECK(result.faults ==
        "page.mustache:1:16: error: the section 'list' is closed by 'lits' [template-syntax]\n"
        "    1 | {{#list}}{{.}},{{/lits}}end\n"
        "      |                ^~~~~~~~~\n"
        "  hint: write {{/list}}\n");
}

TEST_CASE("template: a section that was forgotten inside another is reported where it opens") {
  CHECK(syntax_faults("{{#a}}\n{{^b}}\n{{/a}}\n") ==
        "page.mustache:2:1: error: the section 'b' is not closed [template-syntax]\n"
        "    2 | {{^b}}\n"
        "      | ^~~~~~\n"
        "  hint: write {{/b}} where it ends\n");
}

TEST_CASE("template: a closing tag without a section is reported") {
  CHECK(syntax_faults("a{{/b}}") ==
        "page.mustache:1:2: error: no section 'b' is open here [template-syntax]\n"
        "    1 | a{{/b}}\n"
        "      |  ^~~~~~\n"
        "  hint: remove this tag, or open the section before it\n");
}

TEST_CASE("template: empty tags are reported") {
  CHECK(syntax_faults("{{}}\n{{# }}\n{{{}}}\n{{>}}\n") ==
        "page.mustache:1:1: error: this tag holds no name [template-syntax]\n"
        "    1 | {{}}\n"
        "      | ^~~~\n"
        "  hint: write a name in it, or remove it\n"
        "page.mustache:2:1: error: this tag holds no name [template-syntax]\n"
        "    2 | {{# }}\n"
        "      | ^~~~~~\n"
        "  hint: write a name in it, or remove it\n"
        "page.mustache:3:1: error: this tag holds no name [template-syntax]\n"
        "    3 | {{{}}}\n"
        "      | ^~~~~~\n"
        "  hint: write a name in it, or remove it\n"
        "page.mustache:4:1: error: this tag holds no name [template-syntax]\n"
        "    4 | {{>}}\n"
        "      | ^~~~~\n"
        "  hint: write a name in it, or remove it\n");
}

TEST_CASE("template: names that can never be found are reported") {
  CHECK(syntax_faults("{{ if x }}") ==
        "page.mustache:1:1: error: a name cannot hold spaces [template-syntax]\n"
        "    1 | {{ if x }}\n"
        "      | ^~~~~~~~~~\n"
        "  hint: write one name; templates know no helpers and no parameters\n");
  CHECK(syntax_faults("{{a..b}}") ==
        "page.mustache:1:1: error: the name 'a..b' has an empty part [template-syntax]\n"
        "    1 | {{a..b}}\n"
        "      | ^~~~~~~~\n"
        "  hint: write one dot between two names, such as page.title\n");
  for (const char* name : {".a", "a.", ".."}) {
    CHECK(syntax_faults("{{"s + name + "}}")
              .starts_with("page.mustache:1:1: error: the name '"s + name + "' has an empty part [template-syntax]\n"));
  }
}

TEST_CASE("template: a faulty section tag opens no section, so its end is a fault of its own") {
  CHECK(syntax_faults("{{#a b}}\n{{/a}}\n") ==
        "page.mustache:1:1: error: a name cannot hold spaces [template-syntax]\n"
        "    1 | {{#a b}}\n"
        "      | ^~~~~~~~\n"
        "  hint: write one name; templates know no helpers and no parameters\n"
        "page.mustache:2:1: error: no section 'a' is open here [template-syntax]\n"
        "    2 | {{/a}}\n"
        "      | ^~~~~~\n"
        "  hint: remove this tag, or open the section before it\n");
}

TEST_CASE("template: inheritance and dynamic names are reported as not part of the language") {
  for (const char* tag : {"{{<layout}}", "{{$block}}", "{{>*name}}"}) {
    CHECK(syntax_faults(tag) ==
          "page.mustache:1:1: error: inheritance, blocks and dynamic names are not part of this template language "
          "[template-syntax]\n"
          "    1 | "s +
              tag + "\n      | ^" + std::string(std::string(tag).size() - 1, '~') +
              "\n  hint: use a partial: {{> name}}\n");
  }
}

TEST_CASE("template: impossible delimiters are reported, and the old ones stay") {
  for (const char* tag : {"{{==}}", "{{=|=}}", "{{=a b c=}}", "{{=a= =b=}}"}) {
    const Result result = render(tag + "{{x}}"s, {{"x", "1"}});
    CHECK(result.out == "1");
    CHECK(result.faults ==
          "page.mustache:1:1: error: delimiters must be two words without '=' [template-syntax]\n"
          "    1 | "s +
              tag + "{{x}}\n      | ^" + std::string(std::string(tag).size() - 1, '~') +
              "\n  hint: write them with a space between: {{=<% %>=}}\n");
  }
  CHECK(syntax_faults("{{=<% %>}}\n{{x}}\n") ==
        "page.mustache:1:1: error: this tag is not closed [template-syntax]\n"
        "    1 | {{=<% %>}}\n"
        "      | ^~~~~~~~~~\n"
        "  hint: write =}} at its end\n");
}
