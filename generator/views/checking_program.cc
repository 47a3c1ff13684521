#include "views/checking_program.h"

#include <utility>

#include "views/frame.h"

namespace stoplicht {
namespace {

// Words between « and » are those of the theme.
constexpr std::string_view program = R"py(import decimal, hashlib, json, pathlib, sys

# «canonical»
def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)

# «number»
def number(value):
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    if 1e-6 <= abs(value) < 1e-4:
        return format(decimal.Decimal(repr(value)), "f")
    return repr(value).replace("e-0", "e-")

def digest(value):
    return hashlib.sha256(canonical(value).encode()).hexdigest()

faults = []
def expect(holds, where, what):
    if not holds:
        faults.append(f"{where}: {what}")

sys.stdout.reconfigure(encoding="utf-8")
if len(sys.argv) != 2:
    sys.exit("«usage»")
folder = pathlib.Path(sys.argv[1])

# «parts»
seals = []
gone = []
withdrawals = []
for file in sorted(folder.glob("*/[vw]*.json")):
    if file.name.endswith(".zegel.json"):
        continue
    try:
        document = json.loads(file.read_bytes(), parse_int=float)
        seal = document["seal"]
        parts = document["parts"] if seal["kind"] == "edition" else {}
        place = seal["sequence"]
        expect(document["digest"] == digest(seal), file, "«wrong_digest»")
        for name, part in parts.items():
            expect(seal["parts"].get(name) == digest(part), file, name + ": «wrong_part»")
    except (ValueError, KeyError, TypeError, AttributeError):
        expect(False, file, "«unreadable»")
        continue
    seals.append((file, seal))
    seal_file = file.with_suffix(".zegel.json")
    if not seal_file.exists():
        expect(False, seal_file, "«no_seal»")
    else:
        expect(seal_file.read_bytes() == canonical(seal).encode(), seal_file, "«wrong_seal»")
    if seal["kind"] == "withdrawal":
        withdrawals.append(seal)
    else:
        gone += [(file, seal, name) for name in seal["parts"] if name not in parts]

def is_withdrawn(edition, name):
    for each in withdrawals:
        later = name.startswith("history:" + each["period"] + "/")
        same = each["period"] == edition["period"] and edition["edition"] in each["editions"]
        if name in each["parts"] and edition["sequence"] < each["sequence"] and (same or later):
            return True
    return False

for file, seal, name in gone:
    expect(is_withdrawn(seal, name), file, name + ": «missing»")

# «chain»
chain = []
previous = None
for place, (file, seal) in enumerate(sorted(seals, key=lambda each: each[1]["sequence"]), 1):
    expect(seal["sequence"] == place and seal["previous"] == previous, file, "«wrong_chain»")
    names = "sequence", "kind", "period", "published_on", "published_by", "reason", "previous"
    told = {name: seal.get(name) for name in names}
    previous = digest(seal)
    chain.append({**told, "number": seal.get(seal["kind"]), "digest": previous})

# «list»
try:
    listed = json.loads((folder / "keten.json").read_bytes())["chain"]
except (OSError, ValueError, KeyError, TypeError):
    listed = None
expect(listed == chain, folder / "keten.json", "«wrong_list»")

expect(seals, folder, "«nothing»")
print("\n".join(faults) or "«good»")
if seals:
    print("«seals»", len(seals))
    print("«last»", previous)
    print("«compare»")
sys.exit(1 if faults else 0)
)py";

}  // namespace

std::string checking_program(const Scene& scene) {
  const std::pair<const char*, std::string> words[] = {
      {"«canonical»", scene.strings.say("checking_code_canonical")},
      {"«number»", scene.strings.say("checking_code_number")},
      {"«usage»", scene.strings.say("checking_code_usage")},
      {"«parts»", scene.strings.say("checking_code_parts")},
      {"«wrong_digest»", scene.strings.say("checking_code_wrong_digest")},
      {"«wrong_part»", scene.strings.say("checking_code_wrong_part")},
      {"«unreadable»", scene.strings.say("checking_code_unreadable")},
      {"«no_seal»", scene.strings.say("checking_code_no_seal")},
      {"«wrong_seal»", scene.strings.say("checking_code_wrong_seal")},
      {"«missing»", scene.strings.say("checking_code_missing")},
      {"«chain»", scene.strings.say("checking_code_chain")},
      {"«wrong_chain»", scene.strings.say("checking_code_wrong_chain")},
      {"«list»", scene.strings.say("checking_code_list")},
      {"«wrong_list»", scene.strings.say("checking_code_wrong_list")},
      {"«nothing»", scene.strings.say("checking_code_nothing")},
      {"«good»", scene.strings.say("checking_code_good")},
      {"«seals»", scene.strings.say("checking_code_seals")},
      {"«last»", scene.strings.say("checking_code_last")},
      {"«compare»", scene.strings.say("checking_code_compare")},
  };
  std::string out(program);
  for (const auto& [mark, word] : words)
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + word.size()))
      out.replace(at, std::string_view(mark).size(), word);
  return out;
}

}  // namespace stoplicht
