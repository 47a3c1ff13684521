#include "serve/preview.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "serve/preview_files.h"

using namespace stoplicht;

namespace {

SiteVersion built(const std::string& text, const std::string& language = "nl") {
  const auto page = [&](const std::string& title) {
    return "<html><head><title>" + title + "</title></head>\n<body class=\"x\">" + text + "</body></html>";
  };
  return {{{"index.html", page("home")},
           {"404.html", page("wrong")},
           {"periodes/index.html", page("periods")},
           {"periodes/2020-07/index.html", page("period")},
           {"assets/x.css", "a{}"}},
          "https://example.nl/",
          language,
          {}};
}

Faults faults(std::size_t errors, std::size_t warnings) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < errors; ++i)
    diagnostics.error("status-unknown", {"data/x.json", static_cast<int>(i) + 1, 3, 3, "  \"<b\""}, "unknown '<b>'",
                      "use <i>");
  for (std::size_t i = 0; i < warnings; ++i)
    diagnostics.warning("table-wide", {"content/a.md", static_cast<int>(i) + 1, 0, 1, ""}, "a wide table");
  return {diagnostics.shown(), diagnostics.errors(), diagnostics.warnings()};
}

HttpRequest request_for(const std::string& target) {
  HttpRequest request;
  request.method = "GET";
  request.target = target;
  request.host = "localhost:7890";
  return request;
}

std::string body_of(const HttpResponse& response) { return response.body ? *response.body : ""; }
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("preview: before the first build there is a page that waits for it") {
  const Preview preview(AllowedHosts(), "run");
  const HttpResponse response = preview.answer(request_for("/periodes/"));
  CHECK(response.status == 503);
  CHECK(has(body_of(response), "<h1 id=\"stoplicht-title\">De site wordt gemaakt.</h1>"));
  CHECK(has(body_of(response), "data-state=\"\"></script>"));
  CHECK(preview.answer(request_for("/_stoplicht/events")).is_stream);
  CHECK(preview.answer(request_for("/_stoplicht/preview.js")).status == 200);
  CHECK(preview.event().empty());
}

TEST_CASE("preview: a page of the site has the preview's script, and what else there is does not") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});

  const HttpResponse page = preview.answer(request_for("/"));
  CHECK(page.status == 200);
  CHECK(page.type == "text/html; charset=utf-8");
  CHECK(body_of(page) ==
        "<html><head><title>home</title>"
        "<link rel=\"stylesheet\" href=\"/_stoplicht/" +
            lasting_name("preview.css", preview_stylesheet()) + "\">\n<script defer src=\"/_stoplicht/" +
            lasting_name("preview.js", preview_script()) +
            "\" data-site=\"run-1\"></script>\n"
            "</head>\n<body class=\"x\">een</body></html>");
  CHECK(body_of(preview.answer(request_for("/assets/x.css"))) == "a{}");
}

TEST_CASE("preview: a browser keeps what is named after its bytes, and asks for all else anew") {
  Preview preview(AllowedHosts(), "run");
  SiteVersion version = built("een");
  for (const char* address : {"assets/x.1a2b3c4d.css", "assets/x.1a2b3c4z.css", "bestanden/x.1a2b3c4d.css"})
    version.files.push_back({address, "a{}"});
  preview.show(std::move(version), {});
  const auto lasts = [&](const std::string& target) { return preview.answer(request_for(target)).is_lasting; };
  CHECK(lasts("/assets/x.1a2b3c4d.css"));
  CHECK(lasts("/_stoplicht/" + lasting_name("preview.js", preview_script())));
  for (const char* target : {"/", "/assets/x.css", "/assets/x.1a2b3c4z.css", "/bestanden/x.1a2b3c4d.css",
                             "/_stoplicht/preview.css", "/_stoplicht/worker.js", "/_stoplicht/faults?1a2b3c4d"})
    CHECK_FALSE(lasts(target));
}

TEST_CASE("preview: a foreign name is refused whatever is asked") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  for (const char* target : {"/", "/_stoplicht/events", "/_stoplicht/faults"}) {
    HttpRequest request = request_for(target);
    request.host = "evil.example:7890";
    CHECK(preview.answer(request).status == 403);
    request.method = "POST";
    CHECK(preview.answer(request).status == 403);
  }
}

TEST_CASE("preview: nothing can be sent") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"}) {
    HttpRequest request = request_for("/");
    request.method = method;
    CHECK(preview.answer(request).status == 405);
  }
}

TEST_CASE("preview: a folder is found by its name with a stroke, and the rest of the address goes along") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  const HttpResponse response = preview.answer(request_for("/periodes?x=1"));
  CHECK(response.status == 302);
  CHECK(response.location == "/periodes/?x=1");
}

TEST_CASE("preview: a wrong address shows the site's own page for it") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  const HttpResponse response = preview.answer(request_for("/geen.html"));
  CHECK(response.status == 404);
  CHECK(has(body_of(response), "<title>wrong</title>"));
  CHECK(preview.answer(request_for("/_stoplicht/geen")).status == 404);
}

TEST_CASE("preview: with a fault the last good site stays, and open pages are told") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  preview.show(built("twee"), faults(2, 1));

  CHECK(has(body_of(preview.answer(request_for("/"))), ">een</body>"));
  CHECK(preview.event() ==
        R"({"site":"run-1","state":"run-2","errors":2,"warnings":1,"bar":"2 fouten en 1 waarschuwing"})");

  preview.show(built("drie"), faults(0, 0));
  CHECK(has(body_of(preview.answer(request_for("/"))), ">drie</body>"));
  CHECK(preview.event() == R"({"site":"run-3","state":"run-3","errors":0,"warnings":0,"bar":""})");
}

TEST_CASE("preview: without a good site there are only the faults, until there is one") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), faults(1, 0));
  const HttpResponse response = preview.answer(request_for("/periodes/"));
  CHECK(response.status == 503);
  CHECK(has(body_of(response), "<h1 id=\"stoplicht-title\">De site heeft 1 fout</h1>"));
  CHECK(has(body_of(response), "Er is nog geen versie zonder fouten."));

  preview.show(built("twee"), {});
  CHECK(preview.answer(request_for("/periodes/")).status == 200);
}

TEST_CASE("preview: warnings do not keep a site back") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een", "en"), faults(0, 2));
  CHECK(has(body_of(preview.answer(request_for("/"))), ">een</body>"));
  CHECK(preview.event() == R"({"site":"run-1","state":"run-1","errors":0,"warnings":2,"bar":"2 warnings"})");
}

TEST_CASE("preview: a site that cannot be read keeps the language it had") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een", "en"), {});
  preview.show({}, faults(1, 0));
  CHECK(has(preview.event(), "\"1 error\""));
  CHECK(has(body_of(preview.answer(request_for("/_stoplicht/faults"))), "<html lang=\"en\">"));
}

TEST_CASE("preview: the list tells of each fault where it is, what it is, and what to do, as text") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  preview.show(built("een"), faults(1, 1));
  const std::string list = body_of(preview.answer(request_for("/_stoplicht/faults")));
  CHECK(has(list,
            "<li class=\"error\">\n<h2><code>data/x.json</code>, regel 1, teken 3</h2>\n"
            "<p><strong>Fout:</strong> <span lang=\"en\">unknown &#39;&lt;b&gt;&#39;</span> "
            "<span class=\"id\">[status-unknown]</span></p>\n"
            "<pre tabindex=\"0\"><code>    1 |   &quot;&lt;b&quot;\n      |   ^~~\n</code></pre>\n"
            "<p><strong>Wat te doen:</strong> <span lang=\"en\">use &lt;i&gt;</span></p>\n</li>"));
  CHECK(has(list, "<li class=\"warning\">\n<h2><code>content/a.md</code>, regel 1</h2>"));
  CHECK(list.find("class=\"error\"") < list.find("class=\"warning\""));
  CHECK(has(list, "data-state=\"run-2\""));
}

TEST_CASE("preview: a fault that is told in the language of the page is no foreign words there") {
  Preview preview(AllowedHosts(), "run");
  CHECK(preview.message_language("") == MessageLanguage::dutch);
  CHECK(preview.message_language("en") == MessageLanguage::english);
  preview.show(built("een", "en"), {});
  CHECK(preview.message_language("") == MessageLanguage::english);
  CHECK(preview.message_language("nl") == MessageLanguage::dutch);

  Faults told = faults(1, 0);
  told.list[0].message = "er is geen stoplicht 'groen'";
  told.list[0].message_language = told.list[0].hint_language = MessageLanguage::dutch;
  preview.show(built("een", "nl"), std::move(told));
  const std::string list = body_of(preview.answer(request_for("/_stoplicht/faults")));
  CHECK(has(list,
            "<p><strong>Fout:</strong> er is geen stoplicht &#39;groen&#39; "
            "<span class=\"id\">[status-unknown]</span></p>\n"));
  CHECK_FALSE(has(list, "lang=\"en\""));
}

TEST_CASE("preview: of very many faults the first are listed, and the others counted") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), faults(203, 0));
  const std::string list = body_of(preview.answer(request_for("/_stoplicht/faults")));
  CHECK(has(list, "regel 200,"));
  CHECK_FALSE(has(list, "regel 201,"));
  CHECK(has(list, "<p>3 andere staan hier niet.</p>"));
}

TEST_CASE("preview: pages of a draft say so, and no others") {
  Preview preview(AllowedHosts(), "run");
  SiteVersion site = built("een");
  site.drafts = {{"Juli <2020>", "periodes/2020-07/", {"index.html"}}};
  preview.show(std::move(site), {});

  const std::string mark =
      "<body class=\"x\">\n<p class=\"stoplicht-draft\" role=\"note\" lang=\"nl\">Concept: Juli &lt;2020&gt; is nog "
      "niet "
      "gepubliceerd. Deze regel staat alleen in het voorbeeld. <a href=\"/_handleiding/\">Handleiding</a></p>\neen";
  CHECK(has(body_of(preview.answer(request_for("/periodes/2020-07/"))), mark));
  CHECK(has(body_of(preview.answer(request_for("/"))), mark));
  CHECK_FALSE(has(body_of(preview.answer(request_for("/periodes/"))), "stoplicht-draft"));
}

TEST_CASE("preview: the guide is there from the start, as it is, and hides nothing of the site") {
  const std::string page = "<head></head><body>gids</body>";
  Preview preview(AllowedHosts(), "run", {{"_handleiding/index.html", page}, {"assets/a.css", "a{}"}});
  CHECK(body_of(preview.answer(request_for("/_handleiding/"))) == page);

  preview.show({}, faults(1, 0));
  CHECK(body_of(preview.answer(request_for("/_handleiding/"))) == page);
  CHECK(preview.answer(request_for("/assets/a.css")).status == 200);
  CHECK(preview.answer(request_for("/_handleiding")).location == "/_handleiding/");
  CHECK(preview.answer(request_for("/")).status == 503);

  preview.show(built("een"), {});
  CHECK(body_of(preview.answer(request_for("/_handleiding/"))) == page);
  CHECK(has(body_of(preview.answer(request_for("/"))), "een"));
  CHECK_FALSE(has(body_of(preview.answer(request_for("/manifest.json"))), "_handleiding"));
  CHECK(preview.answer(request_for("/_handleiding/geen.html")).status == 404);
}

TEST_CASE("preview: the page with faults leads to the guide") {
  Preview preview(AllowedHosts(), "run");
  preview.show({}, faults(1, 0));
  CHECK(has(body_of(preview.answer(request_for("/_stoplicht/faults"))), "<a href=\"/_handleiding/\">Handleiding</a>"));
}

TEST_CASE("preview: who has a page already does not get it again, until there is a new site") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  HttpRequest request = request_for("/");
  request.if_none_match = preview.answer(request).etag;
  CHECK(preview.answer(request).status == 304);
  HttpRequest style = request_for("/assets/x.css");
  style.if_none_match = preview.answer(style).etag;

  preview.show(built("een"), {});
  CHECK(preview.answer(request).status == 200);
  CHECK(preview.answer(style).status == 304);
}

TEST_CASE("preview: a page without a head or a body is shown as well") {
  const PreviewWords& words = preview_words("nl");
  const Draft draft{"Juli", "x/", {}};
  CHECK(has(previewed_page("tekst", words, "run-1", {&draft}, {}), "tekst<link"));
  CHECK(has(previewed_page("", words, "run-1", {&draft}, {}), "Concept"));
  CHECK(has(previewed_page("<head></head><body", words, "run-1", {&draft}, {}), "<body"));
}

TEST_CASE("preview: the rehearsal has its styles, is that of the files as they are, and is made anew with each build") {
  Preview preview(AllowedHosts(), "run");
  const auto rehearsed = [](SiteVersion site, const std::string& text, std::size_t blocking) {
    site.rehearsal =
        RehearsalOutput{"<html><head></head><body class=\"x\">" + text + "</body></html>", "b{}", blocking};
    return site;
  };
  preview.show(rehearsed(built("een"), "alles", 3), {});
  const std::string page = body_of(preview.answer(request_for("/_repetitie/")));
  CHECK(has(page, "<link rel=\"stylesheet\" href=\"repetitie.css\">"));
  CHECK(has(page, "data-state=\"run-1\" data-copy=\"Kopieer\" data-copied=\"Gekopieerd\"></script>\n</head>"));
  CHECK(has(page, "<body class=\"x\">alles</body>"));
  CHECK(body_of(preview.answer(request_for("/_repetitie/repetitie.css"))) == "b{}");
  CHECK(preview.answer(request_for("/_repetitie/anders")).status == 404);
  CHECK(preview.answer(request_for("/_repetitie?x")).location == "/_repetitie/?x");

  // With errors the site is the last good one, and the rehearsal tells of the errors.
  preview.show(rehearsed(built("twee"), "meer", 4), faults(1, 0));
  CHECK(has(body_of(preview.answer(request_for("/_repetitie/"))), "meer"));
  CHECK(has(body_of(preview.answer(request_for("/"))), "een"));
}

TEST_CASE("preview: without a rehearsal its address shows what else there is") {
  Preview preview(AllowedHosts(), "run");
  preview.show(built("een"), {});
  CHECK(preview.answer(request_for("/_repetitie/")).status == 404);
}

TEST_CASE("preview: the mark of a draft leads to the rehearsal, with what still holds it up") {
  const auto mark_with = [](std::size_t blocking, const std::string& language) {
    Preview preview(AllowedHosts(), "run");
    SiteVersion site = built("een", language);
    site.drafts = {{"Juli 2020", "periodes/2020-07/", {}}};
    site.rehearsal = RehearsalOutput{"<html></html>", "", blocking};
    preview.show(std::move(site), {});
    const std::string page = body_of(preview.answer(request_for("/periodes/2020-07/")));
    const std::size_t link = page.find("<a href=\"/_repetitie/\">");
    return link == std::string::npos ? "" : page.substr(link, page.find("</a>", link) - link);
  };
  CHECK(mark_with(3, "nl") == "<a href=\"/_repetitie/\">3 punten houden publicatie nog tegen");
  CHECK(mark_with(1, "nl") == "<a href=\"/_repetitie/\">1 punt houdt publicatie nog tegen");
  CHECK(mark_with(0, "nl") == "<a href=\"/_repetitie/\">Niets staat publicatie meer in de weg");
  CHECK(mark_with(2, "en") == "<a href=\"/_repetitie/\">2 points still hold up publication");
}
