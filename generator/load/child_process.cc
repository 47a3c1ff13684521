#include "load/child_process.h"

#include <fcntl.h>
#include <sys/poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signal.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace stoplicht {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_messages = 64 * 1024;
// As a shell tells it; pandoc ends with none of these.
constexpr int code_not_there = 127;
constexpr int code_not_started = 126;

// One end of a pipe, closed at the end.
class End {
 public:
  End() = default;
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  ~End() { close(); }

  void open(int number) { number_ = number; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

[[noreturn]] void no_descriptors() {
  throw std::system_error(errno, std::generic_category(), "cannot start a program");
}

void make_pipe(End& to_read, End& to_write) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) no_descriptors();
  for (int& each : ends)
    if (each <= STDERR_FILENO) {  // This program was started without a standard input or output.
      const int higher = fcntl(each, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
      if (higher < 0) no_descriptors();
      ::close(std::exchange(each, higher));
    }
  to_read.open(ends[0]);
  to_write.open(ends[1]);
}

// Keeps SIGPIPE from ending this program when the child no longer reads.
class WithoutBrokenPipe {
 public:
  WithoutBrokenPipe() {
    sigemptyset(&broken_);
    sigaddset(&broken_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_, &before_);
  }
  WithoutBrokenPipe(const WithoutBrokenPipe&) = delete;
  WithoutBrokenPipe& operator=(const WithoutBrokenPipe&) = delete;
  ~WithoutBrokenPipe() {
    constexpr timespec at_once{};
    while (sigtimedwait(&broken_, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  const sigset_t& before() const { return before_; }

 private:
  sigset_t broken_{}, before_{};
};

// False when it goes on beyond `end`.
bool has_ended(pid_t child, Clock::time_point end) {
  while (true) {
    siginfo_t info{};
    if (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child)
      return true;
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

// In the child, between fork and exec: system calls only.
[[noreturn]] void become(char* const* arguments, char* const* environment, const std::array<int, 3>& ends,
                         const sigset_t& signals, rlim_t seconds, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(code_not_started);  // It was killed before that was asked.
  limit(RLIMIT_CPU, seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  for (int i = 0; i < 3; ++i) dup2(ends[static_cast<std::size_t>(i)], i);
  sigprocmask(SIG_SETMASK, &signals, nullptr);
  execvpe(arguments[0], arguments, environment);
  _exit(errno == ENOENT ? code_not_there : code_not_started);
}

// Everything that `from` has for us now. False at its end.
bool take(int from, std::string& into, std::size_t most) {
  std::array<char, 65536> chunk;
  while (true) {
    const ssize_t count = read(from, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    if (count == 0) return false;
    into.append(chunk.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, into.size())));
    if (into.size() >= most) return true;
  }
}

// False when there is no more to give, or nobody takes it.
bool give(int to, std::string_view& input) {
  while (!input.empty()) {
    const iovec piece{const_cast<char*>(input.data()), input.size()};
    const ssize_t count = writev(to, &piece, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    input.remove_prefix(static_cast<std::size_t>(count));
  }
  return false;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& each : texts) out.push_back(each.data());
  out.push_back(nullptr);
  return out;
}

void wait_until(Clock::time_point end, std::array<pollfd, 3>& watched) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
  poll(watched.data(), watched.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000)));
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables{"LANG=C.UTF-8", "HOME=/nonexistent", "PATH=/usr/local/bin:/usr/bin:/bin"};
  const std::vector<char*> arguments = pointers(words), environment = pointers(variables);

  End in, out, messages, their_in, their_out, their_messages;
  make_pipe(their_in, in);
  make_pipe(out, their_out);
  make_pipe(messages, their_messages);
  for (const End* each : {&in, &out, &messages}) fcntl(each->get(), F_SETFL, O_NONBLOCK);
  const auto seconds = static_cast<rlim_t>(limits.time.count() / 1000 + 1);
  const auto end = Clock::now() + limits.time;

  const WithoutBrokenPipe guard;
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) no_descriptors();
  if (child == 0)
    become(arguments.data(), environment.data(), {their_in.get(), their_out.get(), their_messages.get()},
           guard.before(), seconds, parent);
  setpgid(child, child);  // Both sides do: whoever comes first.
  for (End* each : {&their_in, &their_out, &their_messages}) each->close();

  ChildEnd result;
  const std::size_t most = limits.output + 1;
  while (out.is_open() || messages.is_open()) {
    std::array<pollfd, 3> watched{{{in.get(), POLLOUT, 0}, {out.get(), POLLIN, 0}, {messages.get(), POLLIN, 0}}};
    wait_until(end, watched);
    if (in.is_open() && watched[0].revents != 0 && !give(in.get(), input)) in.close();
    if (out.is_open() && watched[1].revents != 0 && !take(out.get(), result.output, most)) out.close();
    std::string heard;
    if (messages.is_open() && watched[2].revents != 0 && !take(messages.get(), heard, most_messages)) messages.close();
    result.messages.append(heard, 0, most_messages - result.messages.size());
    if (result.output.size() > limits.output) result.kind = ChildEnd::Kind::too_much_output;
    if (Clock::now() >= end) result.kind = ChildEnd::Kind::out_of_time;
    if (result.kind != ChildEnd::Kind::exited) break;
  }
  // It may end its output a moment before itself.
  if (result.kind == ChildEnd::Kind::exited && !has_ended(child, end)) result.kind = ChildEnd::Kind::out_of_time;
  kill(-child, SIGKILL);  // And what it started.
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.kind != ChildEnd::Kind::exited) return result;
  result.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  if (WIFSIGNALED(status))
    result.kind = ChildEnd::Kind::killed;
  else if (result.code == code_not_there)
    result.kind = ChildEnd::Kind::not_there;
  else if (result.code == code_not_started)
    result.kind = ChildEnd::Kind::not_started;
  return result;
}

}  // namespace stoplicht
