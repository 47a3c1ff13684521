#include <algorithm>

#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::array<Choice<OrganisationKind>, 5> kinds{{{"municipality", OrganisationKind::municipality},
                                                         {"region", OrganisationKind::region},
                                                         {"body", OrganisationKind::body},
                                                         {"ministry", OrganisationKind::ministry},
                                                         {"partner", OrganisationKind::partner}}};

void read_organisation(Reading& reading, ObjectReader& object, Organisation& organisation) {
  object.id("id");
  check_id_is_own(reading.organisations, organisation, object);
  organisation.name = object.text("name");
  organisation.short_name = object.optional_text("short_name");
  organisation.description = object.optional_text("description");
  organisation.url = read_url(object, "url");
  const auto kind = object.choice("kind", kinds);
  organisation.kind = kind.value_or(OrganisationKind::partner);
  if (kind) reading.organisation_kind_known.insert(&organisation);
  object.optional_objects("member_of", [&](ObjectReader& item) {
    Membership membership;
    membership.of = resolve(reading, reading.organisations, item, "organisation");
    read_span(item, membership.from, membership.until);
    if (membership.of == &organisation) {
      item.error("membership-of-itself", item.at("organisation"),
                 in_quotes(organisation.id) + " cannot be a member of itself",
                 "name the organisation that it is a member of");
    } else if (membership.of != nullptr) {
      organisation.member_of.push_back(membership);
    }
  });
}

// ---- the landscape --------------------------------------------------------------------------

void read_groups(ObjectReader& object, Landscape& landscape) {
  std::set<std::string, std::less<>> seen;
  object.objects("groups", [&](ObjectReader& item) {
    TargetGroup group;
    group.id = item.id("id");
    group.name = item.text("name");
    group.description = item.optional_text("description");
    check_id_is_new(seen, group.id, "target group", item);
    landscape.groups.push_back(std::move(group));
  });
  if (object.has("groups") && landscape.groups.empty() && !object.faulty()) {
    object.error("list-empty", object.at("groups"), "'groups' is empty",
                 "name at least one group of people for whom the programmes are");
  }
}

void read_serves(Reading& reading, const Index<TargetGroup>& groups, ObjectReader& object, Party& party) {
  if (object.has("serves")) party.serves.emplace();
  std::size_t named = 0;
  object.optional_texts("serves", [&](std::string_view id, const Place& place) {
    ++named;
    const TargetGroup* group = resolve(reading, groups, id, place);
    if (group == nullptr) {
      object.set_faulty();
    } else if (std::find(party.serves->begin(), party.serves->end(), group) == party.serves->end()) {
      party.serves->push_back(group);
    }
  });
  if (object.has("serves") && named == 0 && !object.faulty()) {
    object.error("list-empty", object.at("serves"), "'serves' is empty",
                 "name the groups that it helps, or leave 'serves' out when the source does not say whom");
  }
}

void read_party(Reading& reading, const Index<TargetGroup>& groups, ObjectReader& object, Landscape& landscape) {
  Party party;
  party.organisation = resolve(reading, reading.organisations, object, "organisation");
  read_serves(reading, groups, object, party);
  party.note = object.optional_text("note");
  if (party.organisation == nullptr) return;
  const bool again = std::any_of(landscape.parties.begin(), landscape.parties.end(),
                                 [&](const Party& other) { return other.organisation == party.organisation; });
  if (again) {
    object.error("party-duplicate", object.at("organisation"),
                 in_quotes(party.organisation->id) + " stands twice among the parties", "make one party of the two");
    return;
  }
  landscape.parties.push_back(std::move(party));
}

void read_landscape(Reading& reading, ObjectReader& object, Landscape& landscape) {
  landscape.title = object.text("title");
  read_groups(object, landscape);
  Index<TargetGroup> groups("target group");  // From here on the groups stay where they are.
  for (TargetGroup& group : landscape.groups) groups.add(group.id, &group);
  groups.incomplete = object.faulty();
  object.objects("parties", [&](ObjectReader& item) { read_party(reading, groups, item, landscape); });
  object.optional_texts("partners", [&](std::string_view name, const Place& place) {
    if (trim(name).empty()) {
      object.error("text-empty", place.value(), "an item of 'partners' is empty",
                   "write who it is, such as \"Ondernemers\"");
    }
    landscape.partners.emplace_back(name);
  });
  landscape.source = object.optional_text("source");
  landscape.note = object.optional_text("note");
}

}  // namespace

void read_organisations(Reading& reading) {
  const Document* document = reading.data(organisations_path);
  if (document == nullptr) return;
  ObjectReader object(*document, reading.diagnostics);
  std::size_t next = 0;
  object.objects("organisations",
                 [&](ObjectReader& item) { read_organisation(reading, item, *reading.site.organisations[next++]); });
  if (object.has("landscape")) reading.site.landscape.emplace();
  object.optional_object("landscape",
                         [&](ObjectReader& item) { read_landscape(reading, item, *reading.site.landscape); });
  object.finish();
}

}  // namespace stoplicht
