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
  organisation.kind = object.choice("kind", kinds).value_or(OrganisationKind::partner);
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

}  // namespace

void read_organisations(Reading& reading) {
  const Document* document = reading.data(organisations_path);
  if (document == nullptr) return;
  ObjectReader object(*document, reading.diagnostics);
  std::size_t next = 0;
  object.objects("organisations",
                 [&](ObjectReader& item) { read_organisation(reading, item, *reading.site.organisations[next++]); });
  object.finish();
}

}  // namespace stoplicht
