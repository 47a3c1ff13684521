#include "load/child_process.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace stoplicht::test {
namespace {

ChildEnd run_for_a_second(const std::vector<std::string>& command, std::string_view input = "") {
  return run_child(command, input, {std::chrono::milliseconds(1000), 1000});
}

// Whether the process is there, and not only waits for somebody to ask how it ended.
bool is_running(const std::string& id) {
  std::ifstream file("/proc/" + id + "/stat");
  std::string line;
  if (!std::getline(file, line)) return false;
  const std::size_t name_end = line.rfind(") ");
  return name_end != std::string::npos && line[name_end + 2] != 'Z' && line[name_end + 2] != 'X';
}

}  // namespace

TEST_CASE("child process: gives its output, messages and exit code") {
  const ChildEnd end = run_for_a_second({"sh", "-c", "cat; echo vroeg >&2; exit 3"}, "invoer");
  CHECK(end.kind == ChildEnd::Kind::exited);
  CHECK(end.code == 3);
  CHECK(end.output == "invoer");
  CHECK(end.messages == "vroeg\n");
}

TEST_CASE("child process: no shell reads its arguments, and it gets hardly any environment") {
  CHECK(run_for_a_second({"echo", "$HOME; ls"}).output == "$HOME; ls\n");
  CHECK(run_for_a_second({"env"}).output == "LANG=C.UTF-8\nHOME=/nonexistent\nPATH=/usr/local/bin:/usr/bin:/bin\n");
}

TEST_CASE("child process: one that is not there") {
  CHECK(run_for_a_second({"there-is-no-such-program"}).kind == ChildEnd::Kind::not_there);
}

TEST_CASE("child process: is killed when it takes too long, with what it started") {
  const auto start = std::chrono::steady_clock::now();
  const ChildEnd end =
      run_child({"sh", "-c", "sleep 20 & echo $!; sleep 20"}, "", {std::chrono::milliseconds(1000), 1000});
  CHECK(end.kind == ChildEnd::Kind::out_of_time);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  const std::string started = end.output.substr(0, end.output.find('\n'));
  REQUIRE_FALSE(started.empty());
  for (int i = 0; i < 100 && is_running(started); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK_FALSE(is_running(started));
}

TEST_CASE("child process: is killed when it writes too much") {
  const ChildEnd end = run_for_a_second({"yes"});
  CHECK(end.kind == ChildEnd::Kind::too_much_output);
  CHECK(end.output.size() <= 1001);
}

TEST_CASE("child process: one that does not read all of its input ends this program by no signal") {
  const std::string input(1 << 20, 'x');
  CHECK(run_for_a_second({"true"}, input).kind == ChildEnd::Kind::exited);
  CHECK(run_child({"wc", "-c"}, input, {std::chrono::milliseconds(5000), 1000}).output == "1048576\n");
}

TEST_CASE("child process: a signal that ended it is told, and it can put nothing into a file") {
  const ChildEnd end = run_for_a_second({"sh", "-c", "kill -9 $$"});
  CHECK(end.kind == ChildEnd::Kind::killed);
  CHECK(end.code == 9);
  CHECK(run_for_a_second({"sh", "-c", "f=$(mktemp) && (echo x > $f); wc -c < $f; rm $f"}).output == "0\n");
}

}  // namespace stoplicht::test
