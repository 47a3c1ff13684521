#include "commands/serve.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "base/digest.h"
#include "base/message_catalogue.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "commands/rehearsing.h"
#include "commands/report.h"
#include "commands/shipped.h"
#include "commands/shown_editions.h"
#include "commands/site_theme.h"
#include "render/guide.h"
#include "serve/hosts.h"
#include "serve/http_server.h"
#include "serve/preview.h"
#include "serve/stop_signals.h"
#include "serve/watcher.h"

namespace stoplicht {
namespace {

Listening listen_or_refuse(const ServeOptions& options) {
  try {
    return listen_at(options.port, options.all_networks);
  } catch (const std::system_error& error) {
    const std::string port = "port " + std::to_string(options.port);
    const std::string hint = "name another with --port, or --port 0 for any that is free";
    if (error.code() == std::errc::address_in_use)
      throw Refusal{environment, port + " is taken: another program, or another preview, is there", hint};
    throw Refusal{environment, port + " cannot be used: " + error.code().message(), hint};
  }
}

// The site folder and the theme it may have from the program.
std::vector<Watched> watched_of(const std::filesystem::path& site) {
  std::vector<Watched> out{{site, {"data", "content", "themes"}}};
  const std::filesystem::path shipped = shipped_themes().parent_path();
  std::error_code error;
  if (!shipped.empty() && !std::filesystem::equivalent(site, shipped, error)) out.push_back({shipped, {"themes"}});
  return out;
}

// "data/site.json:3:5: unknown key", for a line that is not long.
std::string first_error(const std::vector<ShownDiagnostic>& faults) {
  for (const ShownDiagnostic& fault : faults) {
    if (fault.severity != Severity::error) continue;
    const std::string line = fault.line > 0 ? ":" + std::to_string(fault.line) : "";
    return fault.file + line + ": " + fault.message;
  }
  return {};
}

// In our own look, also when the site has another: it is there before the first build, and whatever that finds.
std::vector<OutputFile> guide_of_program() {
  const std::optional<Theme> theme = shipped_theme("nl");
  if (!theme) return {};
  return render_guide(*theme, shipped_files("guide"), "Stoplicht " STOPLICHT_VERSION);
}

// Builds the site, shows it, and tells of it in one line: `what` changed, what is wrong, how long it took.
void build_and_show(const ServeOptions& options, const std::string& what, Preview& preview, HttpServer& server) {
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  OpenSite open;
  MadeSite made;
  {
    Progress progress(options.language);
    open_site(open, options.site, std::nullopt, progress, diagnostics);
    made = tell_site(open, progress, diagnostics);
  }
  if (open.digests) check_shown_editions(options.site / "public", "public", *open.digests, diagnostics);
  const std::optional<RehearsalOutput> rehearsal = rehearsal_of(open, made, diagnostics, links_in_preview());
  Faults faults{diagnostics.shown(preview.message_language(made.language)), diagnostics.errors(),
                diagnostics.warnings()};
  std::string line = in_language(options.language, "terminal", what) + ": ";
  line += faults.errors > 0 ? counted(faults.errors, "error", "errors") : counted(made.pages, "page", "pages");
  line += ", " + counted(faults.warnings, "warning", "warnings");
  const std::string error = first_error(diagnostics.shown(options.language));
  preview.show({std::move(made.files), made.base_url, made.language, std::move(made.drafts), rehearsal},
               std::move(faults));
  server.tell(preview.event());

  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  line += ", in " + std::to_string(time.count()) + " ms";
  if (!error.empty()) line += "; first " + error;
  say(line, options.language);
}

void say_addresses(const ServeOptions& options, int port, const OwnHosts& own) {
  const std::string end = ":" + std::to_string(port) + "/";
  say("The guide for who writes, in Dutch, is at http://127.0.0.1" + end + std::string(guide_folder), options.language);
  say("The preview is at http://127.0.0.1" + end + " until you press Ctrl-C here; what a draft still lacks is at " +
          std::string(rehearsal_folder),
      options.language);
  if (!options.all_networks) return;
  say("Everyone on this network can see it, too, at:", options.language);
  for (const std::string& address : own.addresses) say("  http://" + in_url(address) + end);
  for (const std::string& name : own.names) say("  http://" + name + end);
}

ExitCode run(const ServeOptions& options) {
  const StopSignals signals;  // First: before any thread.
  Listening listening = listen_or_refuse(options);
  const int port = listening.port;
  const OwnHosts own = options.all_networks ? own_hosts() : OwnHosts();
  std::vector<std::string> names = own.addresses;
  names.insert(names.end(), own.names.begin(), own.names.end());

  Preview preview(AllowedHosts(names), random_hex(4), guide_of_program());
  HttpServer server(std::move(listening), [&](const HttpRequest& request) { return preview.answer(request); });
  Watcher watcher(watched_of(options.site));
  const Wake failed;
  std::promise<void> ended;
  std::future<void> end = ended.get_future();
  std::jthread builder([&](const std::stop_token& stop) {
    try {
      build_and_show(options, "first build", preview, server);
      if (!stop.stop_requested()) say_addresses(options, port, own);
      while (const std::optional<ChangeList> changes = watcher.next(stop))
        build_and_show(options, changes->text(), preview, server);
      ended.set_value();
    } catch (...) {
      ended.set_exception(std::current_exception());
      failed.ring();
    }
  });

  signals.wait(failed);
  server.stop();
  builder.request_stop();
  // Who presses Ctrl-C waits for no build. It has written nothing, and its memory goes with the program.
  if (end.wait_for(std::chrono::milliseconds(500)) == std::future_status::timeout) {
    std::fflush(nullptr);
    std::_Exit(fine);
  }
  end.get();
  return fine;
}

}  // namespace

ExitCode serve(const ServeOptions& options) {
  return run_to_end([&] { return run(options); }, options.language);
}

}  // namespace stoplicht
