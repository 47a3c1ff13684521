#include "search/posting_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>
#include <utility>

namespace stoplicht {
namespace {

// Numbers one behind the other, the highest bit of each first.
class BitWriter {
 public:
  void add(std::uint32_t number, unsigned count) {
    while (count > 0) {
      if (free_ == 0) {
        bytes_ += '\0';
        free_ = 8;
      }
      const unsigned taken = std::min(free_, count);
      const std::uint32_t piece = number >> (count - taken) & ((1U << taken) - 1U);
      free_ -= taken;
      count -= taken;
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | piece << free_);
    }
  }

  // Elias gamma: as many zeros as bits follow the first one, and its bits. `number` is at least 1.
  void add_gamma(std::uint32_t number) {
    const unsigned width = static_cast<unsigned>(std::bit_width(number));
    add(0, width - 1);
    add(number, width);
  }

  // Unary: so many ones and a zero.
  void add_unary(std::uint32_t number) {
    for (; number > 31; number -= 31) add((1U << 31) - 1U, 31);
    add((1U << number) - 1U, number);
    add(0, 1);
  }

  // Rice: what is beyond `width` bits in unary, and these bits.
  void add_rice(std::uint32_t number, unsigned width) {
    add_unary(number >> width);
    add(number, width);
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  unsigned free_ = 0;  // Bits of the last byte.
};

// The width with which the gaps take the fewest bits.
int best_width(const std::vector<std::uint32_t>& gaps) {
  int found = 0;
  for (std::uint64_t least = std::numeric_limits<std::uint64_t>::max(); found < 31; ++found) {
    std::uint64_t bits = gaps.size() * (static_cast<std::uint64_t>(found) + 1);
    for (const std::uint32_t gap : gaps) bits += gap >> found;
    if (bits >= least) return found - 1;
    least = bits;
  }
  return found;
}

}  // namespace

std::string posting_list(const std::vector<Posting>& list, std::size_t pages) {
  std::array<std::vector<std::uint32_t>, most_levels + 1> gaps;  // By level.
  std::array<std::uint32_t, most_levels + 1> next{};
  for (const auto& [page, level] : list) {
    assert(level >= 1 && level <= most_levels && page >= next[level] && page < pages);
    gaps[level].push_back(page - next[level]);
    next[level] = page + 1;
  }
  BitWriter bits;
  std::uint32_t expected_level = most_levels;
  for (std::uint32_t level = most_levels; level > 0; --level) {
    const std::vector<std::uint32_t>& block = gaps[level];
    if (block.empty()) continue;
    bits.add_unary(expected_level - level);
    expected_level = level - 1;
    bits.add_gamma(static_cast<std::uint32_t>(block.size()));
    // Mostly the width is what it is for pages that are spread evenly, or one less; how it differs is written zigzag.
    const int expected = static_cast<int>(std::bit_width(pages / block.size())) - 1, width = best_width(block);
    bits.add_unary(static_cast<std::uint32_t>(width > expected ? 2 * (width - expected) - 1 : 2 * (expected - width)));
    for (const std::uint32_t gap : block) bits.add_rice(gap, static_cast<unsigned>(width));
  }
  return bits.take();
}

}  // namespace stoplicht
