#include <cstdint>
#include <limits>
#include <thread>

#include "rendered_template.h"

using namespace stoplicht;
using namespace stoplicht::test;
using namespace std::string_literals;

TEST_CASE("template: text without tags stays byte for byte") {
  CHECK(rendered("", Json::object()) == "");
  CHECK(rendered("één { } }} \r\n\t\n", Json::object()) == "één { } }} \r\n\t\n");
}

TEST_CASE("template: what is rendered is appended") {
  Diagnostics diagnostics;
  const Templates templates = make_templates("b", {}, diagnostics);
  std::string out = "a";
  templates.render("page", {}, out, diagnostics);
  CHECK(out == "ab");
}

TEST_CASE("template: a byte order mark is no part of the page, nor of the first line") {
  CHECK(rendered("\xEF\xBB\xBF{{! note }}\n<p>", Json::object()) == "<p>");
  CHECK(faults_of("\xEF\xBB\xBF{{a}}", Json::object()) ==
        "page.mustache:1:1: error: unknown name 'a' [template-variable]\n"
        "    1 | {{a}}\n"
        "      | ^~~~~\n");
}

TEST_CASE("template: text is escaped for HTML unless asked otherwise") {
  const Json context = {{"x", "<a href=\"?a&b\">'"}};
  CHECK(rendered("{{x}}", context) == "&lt;a href=&quot;?a&amp;b&quot;&gt;&#39;");
  CHECK(rendered("{{{x}}}", context) == "<a href=\"?a&b\">'");
  CHECK(rendered("{{&x}}", context) == "<a href=\"?a&b\">'");
}

TEST_CASE("template: blanks around sigils and names do not matter") {
  const Json context = {{"x", "<"}};
  CHECK(rendered("{{ x\n}}|{{ { x }}}|{{ & x }}|{{\t# x }}y{{ / x }}", context) == "&lt;|<|<|y");
}

TEST_CASE("template: braces beside a tag are text") {
  CHECK(rendered("{ {{x}}}", {{"x", "a"}}) == "{ a}");
  CHECK(rendered("{{{x}}}}", {{"x", "a"}}) == "a}");
}

TEST_CASE("template: numbers and truth values are rendered as JSON writes them") {
  const Json context = {{"zero", 0},
                        {"negative", -12},
                        {"least", std::numeric_limits<std::int64_t>::min()},
                        {"most", std::numeric_limits<std::uint64_t>::max()},
                        {"tenth", 0.1},
                        {"whole", 3.0},
                        {"yes", true},
                        {"no", false},
                        {"empty", ""}};
  CHECK(rendered("{{zero}} {{negative}} {{least}} {{most}}", context) ==
        "0 -12 -9223372036854775808 18446744073709551615");
  CHECK(rendered("{{tenth}} {{whole}}", context) == "0.1 3.0");
  CHECK(rendered("{{yes}} {{no}} [{{empty}}]", context) == "true false []");
}

TEST_CASE("template: the last context is asked first") {
  const Json site = {{"title", "site"}, {"language", "nl"}};
  const Json page = {{"title", "page"}};
  const Result result = render_stack("{{title}} {{language}}", {&site, &page});
  CHECK(result.out == "page nl");
  CHECK(result.faults == "");
}

TEST_CASE("template: without contexts nothing is known") {
  const Result result = render_stack("[{{a}}{{.}}]", {});
  CHECK(result.out == "[]");
  CHECK(result.faults ==
        "page.mustache:1:2: error: unknown name 'a' [template-variable]\n"
        "    1 | [{{a}}{{.}}]\n"
        "      |  ^~~~~\n"
        "page.mustache:1:7: error: there is no context for '.' [template-variable]\n"
        "    1 | [{{a}}{{.}}]\n"
        "      |       ^~~~~\n");
}

TEST_CASE("template: a name is looked up outside the section that does not know it") {
  const Json context = object(R"({"a": "outer", "b": "outer", "s": {"b": "inner"}})");
  CHECK(rendered("{{#s}}{{a}} {{b}}{{/s}} {{b}}", context) == "outer inner outer");
}

TEST_CASE("template: further parts of a name are looked up only inside the first") {
  const Json context = object(R"({"s": {"x": {}}, "x": {"y": "outer"}})");
  const Result result = render("[{{#s}}{{x.y}}{{/s}}]", context);
  CHECK(result.out == "[]");
  CHECK(result.faults ==
        "page.mustache:1:8: error: unknown name 'x.y': 'x' has no 'y' [template-variable]\n"
        "    1 | [{{#s}}{{x.y}}{{/s}}]\n"
        "      |        ^~~~~~~\n");
}

TEST_CASE("template: a null in the inner context hides the value outside it") {
  const Result result = render("[{{#s}}{{x}}{{/s}}]", object(R"({"x": "outer", "s": {"x": null}})"));
  CHECK(result.out == "[]");
  CHECK(result.faults ==
        "page.mustache:1:8: error: 'x' is null where a text is asked for [template-variable]\n"
        "    1 | [{{#s}}{{x}}{{/s}}]\n"
        "      |        ^~~~~\n"
        "  hint: give a text, or false and a section around this tag\n");
}

TEST_CASE("template: false, null, an empty text and an empty list say no") {
  const Json context = object(R"({"a": false, "b": null, "c": "", "d": []})");
  for (const char* name : {"a", "b", "c", "d"}) {
    const std::string n = name;
    CHECK(rendered("{{#" + n + "}}yes{{/" + n + "}}{{^" + n + "}}no{{/" + n + "}}", context) == "no");
  }
}

TEST_CASE("template: everything else says yes, 0 and an empty object too") {
  const Json context = object(R"({"a": true, "b": 0, "c": "0", "d": [false], "e": {}, "f": 0.0})");
  for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
    const std::string n = name;
    CHECK(rendered("{{#" + n + "}}yes{{/" + n + "}}{{^" + n + "}}no{{/" + n + "}}", context) == "yes");
  }
}

TEST_CASE("template: a list is rendered item by item, whatever the items are") {
  CHECK(rendered("{{#list}}({{.}}){{/list}}", object(R"({"list": ["<", 2, false, ""]})")) == "(&lt;)(2)(false)()");
  CHECK(rendered("{{#rows}}[{{#.}}{{.}}{{/.}}]{{/rows}}", object(R"({"rows": [[1, 2], [], ["x"]]})")) == "[12][][x]");
  CHECK(rendered("{{#rows}}{{n}}{{#cells}}{{n}}{{/cells}};{{/rows}}",
                 object(R"({"rows": [{"n": 1, "cells": [{"n": 2}, {}]}, {"n": 3, "cells": []}]})")) == "121;3;");
}

TEST_CASE("template: a text or number that says yes is the context of its section") {
  CHECK(rendered("{{#lead}}<p>{{.}}, {{lead}}, {{n}}</p>{{/lead}}", {{"lead", "x"}, {"n", 1}}) == "<p>x, x, 1</p>");
}

TEST_CASE("template: an unknown section is reported, straight or inverted") {
  const Result result = render("{{#lijst}}a{{/lijst}}\n{{^lijst}}b{{/lijst}}\n", {{"list", Json::array()}});
  CHECK(result.out == "\nb\n");
  CHECK(result.faults ==
        "page.mustache:1:1: error: unknown name 'lijst' [template-variable]\n"
        "    1 | {{#lijst}}a{{/lijst}}\n"
        "      | ^~~~~~~~~~\n"
        "  hint: did you mean 'list'?\n"
        "page.mustache:2:1: error: unknown name 'lijst' [template-variable]\n"
        "    2 | {{^lijst}}b{{/lijst}}\n"
        "      | ^~~~~~~~~~\n"
        "  hint: did you mean 'list'?\n");
}

TEST_CASE("template: the hint for an unknown name knows all contexts") {
  const Json site = {{"title", "site"}};
  const Json page = {{"lead", "page"}};
  CHECK(render_stack("é {{ titel }}", {&site, &page}).faults ==
        "page.mustache:1:3: error: unknown name 'titel' [template-variable]\n"
        "    1 | é {{ titel }}\n"
        "      |   ^~~~~~~~~~~\n"
        "  hint: use one of: lead, title (did you mean 'title'?)\n");
}

TEST_CASE("template: of a dotted name the part that fails is told") {
  const Json context = object(R"({"site": {"contact": {"name": "x", "email": "y"}, "title": "t"}, "lead": false})");
  CHECK(faults_of("{{siet.title}}", context) ==
        "page.mustache:1:1: error: unknown name 'siet.title': there is no 'siet' [template-variable]\n"
        "    1 | {{siet.title}}\n"
        "      | ^~~~~~~~~~~~~~\n"
        "  hint: use one of: lead, site (did you mean 'site'?)\n");
  CHECK(faults_of("{{site.contact.mail}}", context) ==
        "page.mustache:1:1: error: unknown name 'site.contact.mail': 'site.contact' has no 'mail' [template-variable]\n"
        "    1 | {{site.contact.mail}}\n"
        "      | ^~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: use one of: email, name (did you mean 'email'?)\n");
  CHECK(faults_of("{{site.title.length.x}}", context) ==
        "page.mustache:1:1: error: unknown name 'site.title.length.x': 'site.title' is a text [template-variable]\n"
        "    1 | {{site.title.length.x}}\n"
        "      | ^~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: only an object has names in it\n");
  CHECK(faults_of("{{lead.text}}", context) ==
        "page.mustache:1:1: error: unknown name 'lead.text': 'lead' is true or false [template-variable]\n"
        "    1 | {{lead.text}}\n"
        "      | ^~~~~~~~~~~~~\n"
        "  hint: only an object has names in it\n");
}

TEST_CASE("template: a list or object where a text is asked for is reported") {
  const Json context = object(R"({"list": [1], "none": [], "site": {"title": "t"}, "bare": {}})");
  const Result result = render("{{list}}\n{{none}}\n{{{site}}}\n{{&bare}}\n{{#site}}{{.}}{{/site}}\n", context);
  CHECK(result.out == "\n\n\n\n\n");
  CHECK(result.faults ==
        "page.mustache:1:1: error: 'list' is a list where a text is asked for [template-variable]\n"
        "    1 | {{list}}\n"
        "      | ^~~~~~~~\n"
        "  hint: show its items with a section: {{#list}}{{.}}{{/list}}\n"
        "page.mustache:2:1: error: 'none' is a list where a text is asked for [template-variable]\n"
        "    2 | {{none}}\n"
        "      | ^~~~~~~~\n"
        "  hint: show its items with a section: {{#none}}{{.}}{{/none}}\n"
        "page.mustache:3:1: error: 'site' is an object where a text is asked for [template-variable]\n"
        "    3 | {{{site}}}\n"
        "      | ^~~~~~~~~~\n"
        "  hint: name a value in it, such as site.title\n"
        "page.mustache:4:1: error: 'bare' is an object where a text is asked for [template-variable]\n"
        "    4 | {{&bare}}\n"
        "      | ^~~~~~~~~\n"
        "page.mustache:5:10: error: '.' is an object where a text is asked for [template-variable]\n"
        "    5 | {{#site}}{{.}}{{/site}}\n"
        "      |          ^~~~~\n"
        "  hint: name a value in it, such as title\n");
}

TEST_CASE("template: in a loop a faulty tag is reported once, though it fails in two ways") {
  const Json context = object(R"({"list": [{"x": null}, {}, {"x": [1]}, {}]})");
  Diagnostics diagnostics;
  const Templates templates = make_templates("{{#list}}{{x}}{{>no}}{{/list}}", {}, diagnostics);
  std::string out;
  const std::vector<const Json*> contexts = {&context};
  templates.render("page", contexts, out, diagnostics);
  CHECK(diagnostics.errors() == 2);
  CHECK(diagnostics.to_text() ==
        "page.mustache:1:10: error: 'x' is null where a text is asked for [template-variable]\n"
        "    1 | {{#list}}{{x}}{{>no}}{{/list}}\n"
        "      |          ^~~~~\n"
        "  hint: give a text, or false and a section around this tag\n"
        "page.mustache:1:15: error: unknown partial 'no' [template-partial]\n"
        "    1 | {{#list}}{{x}}{{>no}}{{/list}}\n"
        "      |               ^~~~~~~\n"
        "  hint: use 'page'\n");
}

TEST_CASE("template: a fault in a partial stands in the partial's file") {
  CHECK(faults_of("{{> card }}", {{"title", "x"}}, {{"card", "<p>\n  {{titel}}\n"}}) ==
        "card.mustache:2:3: error: unknown name 'titel' [template-variable]\n"
        "    2 |   {{titel}}\n"
        "      |   ^~~~~~~~~\n"
        "  hint: did you mean 'title'?\n");
}

TEST_CASE("template: an unknown partial is reported with the nearest name") {
  CHECK(faults_of("a {{> lihgt }}", Json::object(), {{"light", ""}, {"table", ""}}) ==
        "page.mustache:1:3: error: unknown partial 'lihgt' [template-partial]\n"
        "    1 | a {{> lihgt }}\n"
        "      |   ^~~~~~~~~~~~\n"
        "  hint: use one of: light, page, table (did you mean 'light'?)\n");
}

TEST_CASE("template: a partial's name may hold dots and slashes") {
  CHECK(rendered("{{> parts/a.b }}{{> ../c }}", Json::object(), {{"parts/a.b", "1"}, {"../c", "2"}}) == "12");
}

TEST_CASE("template: a template that was not added is reported") {
  Diagnostics diagnostics;
  const Templates templates = make_templates("x", {}, diagnostics);
  std::string out;
  templates.render("pgae", {}, out, diagnostics);
  CHECK(out == "");
  CHECK(diagnostics.to_text() ==
        "error: unknown template 'pgae' [template-missing]\n"
        "  hint: did you mean 'page'?\n");
  CHECK(templates.has("page"));
  CHECK_FALSE(templates.has("pgae"));
}

TEST_CASE("template: a template that is added again replaces the first") {
  Diagnostics diagnostics;
  Templates templates = make_templates("old", {}, diagnostics);
  templates.add("page", std::make_shared<const SourceText>("page.mustache", "new"), diagnostics);
  const Templates moved = std::move(templates);
  std::string out;
  moved.render("page", {}, out, diagnostics);
  CHECK(out == "new");
  CHECK(diagnostics.to_text() == "");
}

TEST_CASE("template: a hundred partials inside each other are rendered") {
  Json tree = {{"nodes", Json::array()}};
  for (int i = 1; i < 100; ++i) tree = {{"nodes", {tree}}};
  CHECK(rendered("{{>node}}", tree, {{"node", "({{#nodes}}{{>node}}{{/nodes}})"}}) ==
        std::string(100, '(') + std::string(100, ')'));
}

TEST_CASE("template: a partial that includes itself without end is cut off, though it does so twice") {
  const Result result = render("{{>node}} after", Json::object(), {{"node", "x{{>node}}{{>node}}"}});
  CHECK(result.out == std::string(100, 'x'));
  CHECK(result.faults ==
        "node.mustache:1:2: error: partials are nested more than 100 deep [template-depth]\n"
        "    1 | x{{>node}}{{>node}}\n"
        "      |  ^~~~~~~~~\n"
        "  hint: end the recursion: a partial that includes itself needs a section around the tag that at some point "
        "says no\n");
}

TEST_CASE("template: sections nested a hundred thousand deep need no call stack") {
  // Inverted ones: each {{#a}} would be one context more to look a name up in.
  const std::string text = repeated("{{^a}}", 100'000) + "x" + repeated("{{/a}}", 100'000);
  CHECK(rendered(text, {{"a", false}}) == "x");
}

TEST_CASE("template: a tag alone on its line takes the line with it") {
  const Json context = object(R"({"list": [1, 2], "no": false})");
  CHECK(rendered("<ul>\n  {{#list}}\t\n  <li>{{.}}\n\t{{/list}}\n{{! note }}\n</ul>\n", context) ==
        "<ul>\n  <li>1\n  <li>2\n</ul>\n");
  CHECK(rendered("a\r\n{{^no}}\r\nb\r\n{{/no}}\r\nc", context) == "a\r\nb\r\nc");
  CHECK(rendered("{{#list}}{{/list}}\n{{! a }} {{! b }}\n", context) == "\n \n");
  CHECK(rendered("{{! a\n b }} \nx", context) == "x");
  CHECK(rendered("  {{no}}\n", context) == "  false\n");
}

TEST_CASE("template: a partial alone on its line is indented line by line, empty lines too") {
  CHECK(rendered("<div>\n  {{> p }}\n</div>\n", {{"x", "1\n2"}}, {{"p", "<p>\n\n{{{x}}}\n</p>\n"}}) ==
        "<div>\n  <p>\n  \n  1\n2\n  </p>\n</div>\n");
}

TEST_CASE("template: indents of partials in partials add up, and a partial within a line has none") {
  CHECK(rendered(" {{> a }}\n", Json::object(), {{"a", "a\n  {{> b }}\nz\n"}, {"b", "b\nb\n"}}) ==
        " a\n   b\n   b\n z\n");
  CHECK(rendered(" {{> a }}\n", Json::object(), {{"a", "a: {{> b }}\nz\n"}, {"b", "b\nb"}}) == " a: b\nb\n z\n");
}

TEST_CASE("template: the indent goes before tags that begin a line, where they stand") {
  const Json context = object(R"({"list": [1, 2], "no": false})");
  CHECK(rendered(" {{> p }}\n", context, {{"p", "{{#list}}\n{{.}}\n{{/list}}\n"}}) == " 1\n 2\n");
  CHECK(rendered(" {{> p }}\n", context, {{"p", "{{#list}}{{.}}\n{{/list}}end\n"}}) == " 1\n 2\n end\n");
  CHECK(rendered(" {{> p }}\n", context, {{"p", "{{#no}}x\n{{/no}}end\n"}}) == " end\n");
  CHECK(rendered(" {{> p }}\n", context, {{"p", "{{! note }}end\n{{=<% %>=}}<%no%>"}}) == " end\n false");
}

TEST_CASE("template: delimiters can be changed, also to ones that look like sigils") {
  CHECK(rendered("{{=<% %>=}}<%x%> {{x}} <%{x}%><%={{ }}=%> {{x}}", {{"x", "&"}}) == "&amp; {{x}} & &amp;");
  CHECK(rendered("{{=# #=}}#x# #&x# #^x#b#/x#", {{"x", "<"}}) == "&lt; < ");
  CHECK(rendered("{{={{ }}=}}{{x}}", {{"x", "a"}}) == "a");
}

TEST_CASE("template: one set of templates renders on several threads") {
  Diagnostics diagnostics;
  const Templates templates = make_templates("{{#list}}{{> item }}{{/list}}", {{"item", "{{n}}{{m}};"}}, diagnostics);
  const Json context = object(R"({"list": [{"n": 1}, {"n": 2}], "m": "x"})");
  std::vector<std::string> outs(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& out : outs) {
      threads.emplace_back([&templates, &context, &out, &diagnostics] {
        const std::vector<const Json*> contexts = {&context};
        for (int i = 0; i < 100; ++i) templates.render("page", contexts, out, diagnostics);
      });
    }
  }
  for (const std::string& out : outs) CHECK(out == repeated("1x;2x;", 100));
  CHECK(diagnostics.to_text() == "");
}
