#include "views/project_figures.h"

namespace stoplicht {

Json project_figures(const Scene& scene, const std::vector<KeyFigure>& figures, const std::string& page_address) {
  if (figures.empty()) return false;
  Json key = key_figures(scene, figures, page_address);
  Json trends = Json::array();
  Json shares = Json::array();
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Indicator& indicator = *figures[i].indicator;
    Json trend = trend_chart(scene, indicator, {page_address, "trend-" + indicator.id});
    if (trend.is_object()) {
      // It is the same table.
      key[i]["bullet"]["table"] = false;
      trends.push_back(std::move(trend));
    }
    Json share = shares_chart(scene, indicator, *figures[i].period, {page_address, "gemeenten-" + indicator.id});
    if (share.is_object()) shares.push_back(std::move(share));
  }
  return Json{{"figures", std::move(key)}, {"trends", std::move(trends)}, {"shares", std::move(shares)}};
}

}  // namespace stoplicht
