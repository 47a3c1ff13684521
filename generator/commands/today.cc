#include "commands/today.h"

#include <ctime>

namespace stoplicht {

std::optional<Date> today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return std::nullopt;
  return Date{local.tm_year + 1900, 0, local.tm_mon + 1, local.tm_mday};
}

}  // namespace stoplicht
