#!/usr/bin/env python3
"""Makes the fonts that come with mappe from Google's Noto fonts, which npm has.

What is fetched is held by package-lock.json. Each font is cut to characters
that its family is asked for, loses tables that a PDF has no use for, and is
packed so that parts of it can be unpacked alone. Beside the fonts this writes
manifest.json, OFL.txt, coverage.bin and ../families.go. The same packages and the same
version of hb-subset give the same bytes.
"""

import hashlib
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib

here = os.path.dirname(os.path.abspath(__file__))

# Families in the order in which they are preferred: what Google calls the
# script, and the languages that share characters with others, as the full
# stop of Indic scripts, and would have them from their own family.
families = [
    ("", []),
    ("Arabic", []),
    ("Devanagari", ["hi", "mr", "ne"]),
    ("Ethiopic", []),
    ("Hebrew", []),
    ("Georgian", []),
    ("Armenian", []),
    ("Thai", []),
    ("Bengali", ["bn", "as"]),
    ("Tamil", ["ta"]),
    ("Gujarati", ["gu"]),
    ("Gurmukhi", ["pa"]),
    ("Telugu", ["te"]),
    ("Kannada", ["kn"]),
    ("Malayalam", ["ml"]),
    ("Sinhala", ["si"]),
    ("Khmer", []),
    ("Lao", []),
    ("Myanmar", []),
    ("SC", ["zh", "yue", "ja"]),
    ("KR", ["ko"]),
]
weights = [("Regular", "400Regular", 92), ("Bold", "700Bold", 155)]  # with the thickness of a stem

# Families of which only one weight comes along. Their bold is the regular
# drawn several times, a little apart.
single = {"SC", "KR"}

# Noto Sans is not packed: every page uses it, and unpacking takes longer than
# all else of opening a font.
stored = {""}

# What an 8-bit writer of the region could write. Together the first three have
# all of Unicode's first 20,902 Chinese characters and the kana.
repertoire = {"SC": ["gbk", "big5", "shift_jis"], "KR": ["euc_kr"]}

# Noto Sans has Devanagari too, as its own family has it.
devanagari = {c for first, last in ((0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)) for c in range(first, last + 1)}

# The features that HarfBuzz applies unasked. Small capitals, other forms of
# digits and the like go, with their glyphs, since nothing asks for them.
features = ",".join("""
    abvf abvm abvs akhn blwf blwm blws calt ccmp cfar cjct clig curs dist dnom fin2 fin3 fina frac half haln init
    isol kern liga ljmo locl ltra ltrm mark med2 medi mkmk mset nukt numr pref pres pstf psts rclt rkrf rlig rphf
    rtla rtlm rvrn stch tjmo vatu vjmo""".split())

dropped = "STAT,vhea,vmtx,BASE,meta,gasp"  # variations, vertical text, settings of Windows


def fail(message):
    sys.exit("fonts: " + message)


def run(*args, **more):
    try:
        return subprocess.run(args, check=True, **more)
    except FileNotFoundError:
        fail(f"{args[0]} is missing: install " + {"npm": "Node.js", "hb-subset": "libharfbuzz-bin (macOS: brew install harfbuzz)"}.get(args[0], args[0]))
    except subprocess.CalledProcessError as e:
        fail(str(e))


def tables(ttf):
    count, = struct.unpack_from(">H", ttf, 4)
    records = [struct.unpack_from(">4s4xII", ttf, 12 + 16 * i) for i in range(count)]
    return {tag.decode(): ttf[at:at + size] for tag, at, size in records}


def characters(ttf):
    """The character map, of format 12, or of format 4 where there is none."""
    cmap = tables(ttf)["cmap"]
    subs = {}
    for i in range(struct.unpack_from(">H", cmap, 2)[0]):
        at, = struct.unpack_from(">I", cmap, 8 + 8 * i)
        subs[struct.unpack_from(">H", cmap, at)[0]] = at
    found = set()
    if 12 in subs:
        at = subs[12]
        for i in range(struct.unpack_from(">I", cmap, at + 12)[0]):
            first, last, _ = struct.unpack_from(">III", cmap, at + 16 + 12 * i)
            found.update(range(first, last + 1))
        return found
    at = subs[4]
    n = struct.unpack_from(">H", cmap, at + 6)[0]
    word = lambda p: struct.unpack_from(">H", cmap, p)[0]
    for s in range(0, n, 2):
        last, first = word(at + 14 + s), word(at + 16 + n + s)
        delta, offset = word(at + 16 + 2 * n + s), word(at + 16 + 3 * n + s)
        for c in range(first, min(last, 0xFFFE) + 1):
            glyph = c
            if offset:
                glyph = word(at + 16 + 3 * n + s + offset + 2 * (c - first))
            if glyph and (glyph + delta) & 0xFFFF:
                found.add(c)
    return found


def written(codec):
    """The characters that two bytes of an encoding can write."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes((lead, trail)).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


def wanted(family, own, latin):
    """What a font keeps: of Noto Sans all but Devanagari; of the others what
    is no letter that Noto Sans has, and for Chinese what is in use."""
    if family == "":
        return own - devanagari
    if family in repertoire:
        own = own & set().union({0x20, 0xA0}, *map(written, repertoire[family]))
    if family == "KR":
        own = {c for c in own if c in (0x20, 0xA0) or "HANGUL" in unicodedata.name(chr(c), "")}
    return {c for c in own if c not in latin or unicodedata.category(chr(c))[0] != "L"}


def cut(source, keep, scratch):
    path = os.path.join(scratch, "cut.ttf")
    with open(path + ".txt", "w") as f:
        f.write("\n".join("U+%04X" % c for c in sorted(keep)))
    run("hb-subset", source, "--unicodes-file=" + path + ".txt", "--layout-features=" + features, "--name-IDs=*",
        "--no-hinting", "--notdef-outline", "--drop-tables+=" + dropped, "--output-file=" + path)
    with open(path, "rb") as f:
        return f.read()


def pack(data, length=58000):
    """A gzip file, without name or day, whose parts of some length can be
    unpacked alone: an extra field has their sizes, as dictzip writes it."""
    z = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    parts = [z.compress(data[i:i + length]) + z.flush(zlib.Z_FULL_FLUSH) for i in range(0, len(data), length)]
    sizes = struct.pack("<HHH%dH" % len(parts), 1, length, len(parts), *map(len, parts))
    field = b"RA" + struct.pack("<H", len(sizes)) + sizes
    head = b"\x1f\x8b\x08\x04\0\0\0\0\x02\xff" + struct.pack("<H", len(field)) + field
    return head + b"".join(parts) + z.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def names(ttf):
    """The records of the name table that Windows reads, by their numbers."""
    name = tables(ttf)["name"]
    count, storage = struct.unpack_from(">HH", name, 2)
    found = {}
    for i in range(count):
        platform, _, _, number, size, at = struct.unpack_from(">HHHHHH", name, 6 + 12 * i)
        if platform == 3:
            found[number] = name[storage + at:storage + at + size].decode("utf-16-be")
    return found


def spans(chars):
    out = []
    for c in sorted(chars):
        if out and out[-1][1] == c - 1:
            out[-1][1] = c
        else:
            out.append([c, c])
    return out


def table(made):
    """families.go, and the spans of its families: three bytes for the first
    character of each and three for the last."""
    out = ["// Code generated by fonts/build.py; DO NOT EDIT.\n\npackage typeset\n\n",
           "// families are the fonts that come with the program, in the order in which they\n// are preferred.\n",
           "var families = [...]family{\n"]
    covered = []
    for family, langs in families:
        fonts, own = made[family], spans(made[family][0]["chars"])
        out.append("\t{\n\t\tfrom: %d, to: %d,\n" % (len(covered), len(covered) + len(own)))
        covered += own
        if langs:
            out.append("\t\tlangs: []string{%s},\n" % ", ".join('"%s"' % l for l in langs))
        for f in fonts:
            more = (", Bold: true" if f["weight"] == "Bold" else "") + (", struck: true" if f["struck"] else "")
            out.append('\t\t%s: Font{Name: "%s"%s, Ascent: %d, Descent: %d, CapHeight: %d, Stem: %d, file: "fonts/%s"},\n' % (
                f["weight"].lower(), f["name"], more, f["ascent"], f["descent"], f["cap"], f["stem"], f["file"]))
        out.append("\t},\n")
    go = run("gofmt", input="".join(out) + "}\n", capture_output=True, text=True).stdout
    return go.encode(), b"".join(c.to_bytes(3, "big") for span in covered for c in span)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        for f in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(here, f), scratch)
        run("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", cwd=scratch)
        build(scratch)


def build(scratch):
    with open(os.path.join(here, "package-lock.json")) as f:
        lock = json.load(f)["packages"]
    version = run("hb-subset", "--version", capture_output=True, text=True).stdout.split("\n")[0].split(" ")[-1]
    made, manifest, notices, licence, latin = {}, [], set(), None, set()
    files = {}
    for family, langs in families:
        package = "@expo-google-fonts/noto-sans" + ("-" + family.lower() if family else "")
        folder = os.path.join(scratch, "node_modules", package)
        with open(os.path.join(folder, "LICENSE_FONT")) as f:
            notice, _, terms = f.read().partition("\n")
        if licence not in (None, terms):
            fail(package + ": another licence than the others have")
        licence = terms
        notices.add(notice.strip())
        made[family] = []
        for weight, style, stem in weights:
            if family in single and weight == "Bold":
                regular = dict(made[family][0])
                regular.update(weight=weight, name="NotoSans%s-Bold" % family, struck=True, stem=regular["stem"] + 30)
                made[family].append(regular)
                continue
            name = "NotoSans%s" % family
            source = os.path.join(folder, style, "%s_%s.ttf" % (name, style))
            with open(source, "rb") as f:
                original = f.read()
            keep = wanted(family, characters(original), latin)
            ttf = cut(source, keep, scratch)
            if characters(ttf) != keep:
                fail(name + ": hb-subset lost characters")
            if family == "" and weight == "Regular":
                latin = keep
            if made[family] and made[family][0]["chars"] != keep:
                fail(name + ": the weights have other characters")
            file = "%s-%s.ttf" % (name, weight)
            data = ttf
            if family not in stored:
                file, data = file + ".gz", pack(ttf)
            files[file] = data
            t = tables(ttf)
            ascent, descent = struct.unpack_from(">hh", t["hhea"], 4)
            made[family].append({
                "name": "%s-%s" % (name, weight), "weight": weight, "file": file, "chars": keep, "struck": False, "stem": stem,
                "ascent": ascent, "descent": descent, "cap": struct.unpack_from(">h", t["OS/2"], 88)[0]})
            manifest.append({
                "file": file, "name": names(ttf)[6], "version": names(ttf)[5].split(";")[0],
                "package": package, "packageVersion": lock["node_modules/" + package]["version"],
                "source": "%s/%s_%s.ttf" % (style, name, style), "sourceSHA256": hashlib.sha256(original).hexdigest(),
                "characters": len(keep), "size": len(ttf), "sha256": hashlib.sha256(ttf).hexdigest(),
                "packedSize": len(data), "packedSHA256": hashlib.sha256(data).hexdigest()})
    files["manifest.json"] = (json.dumps({"made": "hb-subset " + version, "fonts": manifest}, indent=2) + "\n").encode()
    files["OFL.txt"] = ("\n".join(sorted(notices)) + "\n" + licence).encode()
    files["../families.go"], files["coverage.bin"] = table(made)
    for old in os.listdir(here):
        if old.endswith((".ttf", ".ttf.gz")) and old not in files:
            os.remove(os.path.join(here, old))
    for name, data in files.items():
        with open(os.path.join(here, name), "wb") as f:
            f.write(data)
    total = sum(len(d) for n, d in files.items() if ".ttf" in n)
    print("fonts: %d files, %.2f MB" % (len(manifest), total / 1e6))


main()
