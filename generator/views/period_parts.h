#pragma once
#include <string>

#include "views/frame.h"

// Parts that the page of a period and its page for paper have in common.
namespace stoplicht {

// What this period cannot show, told before a reader looks for it in vain.
Json depth_notices(const Scene& scene, const Period& period);

// What each status of a scale means: title, items[] (LIGHT with meaning).
Json meanings(const Scene& scene, const StatusScale& scale);

// "events"; false when there are none.
Json events_section(const Scene& scene, const Period& period);

// Sources, figures in texts, and what the sources do not say; false when there is nothing of these.
Json sources_section(const Scene& scene, const Period& period, const std::string& address);

}  // namespace stoplicht
