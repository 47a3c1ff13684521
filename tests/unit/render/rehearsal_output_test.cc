#include "render/rehearsal_output.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("rehearsal output: a report has its styles in it, and lets a browser fetch nothing") {
  const RehearsalOutput output{"<html><head><title>x</title>\n</head><body></body></html>", "a{}</style>", 2};
  const std::string report = rehearsal_report(output);
  CHECK(report ==
        "<html><head><title>x</title>\n<meta name=\"stoplicht-report\" content=\"rehearsal\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<style>a{}<\\/style></style>\n</head><body></body></html>");
  CHECK(is_rehearsal_report(report));
  CHECK_FALSE(is_rehearsal_report(output.page));
  CHECK_FALSE(is_rehearsal_report(std::string(5000, ' ') + report));
}
