import decimal, hashlib, json, pathlib, sys

# Een waarde, geschreven volgens RFC 8785.
def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)

# Een getal, geschreven zoals JavaScript het doet.
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
    sys.exit("Zeg welke map u wilt controleren. Bijvoorbeeld: python3 controleer.py edities")
folder = pathlib.Path(sys.argv[1])

# Elk zegel heeft zijn controlegetal, elk onderdeel dat uit het zegel.
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
        expect(document["digest"] == digest(seal), file, "het controlegetal van het zegel klopt niet")
        for name, part in parts.items():
            expect(seal["parts"].get(name) == digest(part), file, name + ": het controlegetal klopt niet")
    except (ValueError, KeyError, TypeError, AttributeError):
        expect(False, file, "dit bestand is niet te lezen als editie")
        continue
    seals.append((file, seal))
    seal_file = file.with_suffix(".zegel.json")
    if not seal_file.exists():
        expect(False, seal_file, "dit bestand ontbreekt")
    else:
        expect(seal_file.read_bytes() == canonical(seal).encode(), seal_file, "dit is niet het zegel uit het document")
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
    expect(is_withdrawn(seal, name), file, name + ": ontbreekt, en is niet ingetrokken")

# Elk zegel noemt het zegel ervoor.
chain = []
previous = None
for place, (file, seal) in enumerate(sorted(seals, key=lambda each: each[1]["sequence"]), 1):
    expect(seal["sequence"] == place and seal["previous"] == previous, file, "past niet in de keten")
    names = "sequence", "kind", "period", "published_on", "published_by", "reason", "previous"
    told = {name: seal.get(name) for name in names}
    previous = digest(seal)
    chain.append({**told, "number": seal.get(seal["kind"]), "digest": previous})

# Staan in keten.json dezelfde zegels, in dezelfde volgorde?
try:
    listed = json.loads((folder / "keten.json").read_bytes())["chain"]
except (OSError, ValueError, KeyError, TypeError):
    listed = None
expect(listed == chain, folder / "keten.json", "noemt andere zegels dan hier staan")

expect(seals, folder, "in deze map staan geen edities")
print("\n".join(faults) or "Alles klopt.")
if seals:
    print("Aantal zegels:", len(seals))
    print("Laatste controlegetal:", previous)
    print("Vergelijk deze twee met het register op de site. Ontbreekt de nieuwste editie, dan ziet u dat alleen daaraan.")
sys.exit(1 if faults else 0)
