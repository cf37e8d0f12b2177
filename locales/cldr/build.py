#!/usr/bin/env python3
"""Makes the tables of the languages from Unicode's locale data, which npm has.

What is fetched is held by package-lock.json. This writes ../known.go, the
habits of each language, ../countries/*.txt, the names of the countries in the
courtesy languages, and manifest.json, which says of what they were made. The
Danish and English names of countries are of an older edition, and stay.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))

# The languages, with the locale whose order of dates and lists they have.
# English is that of Britain, but for "Sept".
languages = {"ar": "ar", "da": "da", "de": "de", "en": "en-GB", "fa": "fa", "hi": "hi", "pl": "pl",
             "so": "so", "ti": "ti", "tr": "tr", "uk": "uk", "zh-Hans": "zh-Hans"}
authoritative = ["da", "en"]

# Languages whose names of months are also those of another calendar, in which they
# begin on other days: their days are written in digits too.
ambiguous = ["ti"]

# The locale whose marks a language has that writes the same script, and whose own
# data name none of it.
marked = {"ti": "am"}

# Marks of direction go, since every value is isolated. A narrow space that
# does not break is one of usual width, which more fonts have and more programs
# read back.
plain = str.maketrans({"\u200e": None, "\u200f": None, "\u202f": "\u00a0"})


def fail(message):
    sys.exit("cldr: " + message)


def want(ok, *what):
    if not ok:
        fail("this script does not understand " + " ".join(map(str, what)))


def day(pattern):
    """A pattern of dates, with d, M and y for the day, the month and the year."""
    out = ""
    for literal, field in re.findall(r"'([^']*)'|(d+|M+|y+|.)", pattern.translate(plain)):
        want(not re.search("[dMy]", literal), pattern)
        out += literal or {"d": "d", "M": "M", "MMM": "M", "MMMM": "M", "y": "y"}.get(field, field)
    want(sorted(re.findall("[A-Za-z]", out)) == ["M", "d", "y"], pattern)
    return out


def mark(marks, own, plain):
    """The first of the marks of the language, else the plain one. One that is as
    wide as a letter has its space in itself."""
    found = next((m for m in own if m in marks), plain)
    return found if found in "，；：" else found + " "


class Locale:
    def __init__(self, modules, tag):
        self.modules, self.tag = modules, tag

    def get(self, package, file, *path):
        with open(os.path.join(self.modules, package, "main", self.tag, file + ".json"), encoding="utf-8") as f:
            x = json.load(f)["main"][self.tag]
        for key in path:
            x = x[key]
        return x


def habits(modules, tag):
    own, order = Locale(modules, tag), Locale(modules, languages[tag])
    calendar = ("cldr-dates-full", "ca-gregorian", "dates", "calendars", "gregorian")
    months, short = ([own.get(*calendar, "months", "format", width)[str(m)] for m in range(1, 13)] for width in ("wide", "abbreviated"))
    full = order.get(*calendar, "dateFormats", "long")
    brief = order.get(*calendar, "dateTimeFormats", "availableFormats", "yMMMd")
    if "MMM" not in full:  # of Chinese, whose short months are the numbers of the months with a word
        want("M月" in full and full == brief and short[11] == "12月", tag, full)
        full = brief = full.replace("M月", "MMM")
        months = short

    numbers = ("cldr-numbers-full", "numbers", "numbers")
    group = own.get(*numbers, "symbols-numberSystem-latn", "group").translate(plain)
    least = int(own.get(*numbers, "minimumGroupingDigits"))
    sizes = own.get(*numbers, "decimalFormats-numberSystem-latn", "standard").split(".")[0].split(",")
    want(len(sizes[-1]) == 3 and all(len(s) in (1, 2, 3) for s in sizes[:-1]), tag, sizes)
    hundreds = len(sizes) == 3 and len(sizes[1]) == 2

    full, brief = day(full), day(brief)
    if tag in ambiguous:
        full, brief = full + " (y-m-D)", "y-m-D"

    symbol = own.get("cldr-numbers-full", "currencies", "numbers", "currencies", "DKK").get("symbol", "DKK")
    standard = own.get(*numbers, "currencyFormats-numberSystem-latn", "standard-alphaNextToNumber").split(";")[0].translate(plain)
    amount = re.sub(r"[#0,.]+", "0", standard).replace("¤", symbol)
    want(sorted(amount.replace(symbol, "")) == ["0", "\u00a0"], tag, standard)
    if tag in authoritative:
        amount = amount.replace("\u00a0", " ")

    lists = {k: v.translate(plain) for k, v in order.get("cldr-misc-full", "listPatterns", "listPatterns", "listPattern-type-standard").items()}
    want(lists["start"] == lists["middle"] and all("{0}" in v and "{1}" in v for v in lists.values()), tag, lists)

    either = {k: v.translate(plain) for k, v in order.get("cldr-misc-full", "listPatterns", "listPatterns", "listPattern-type-or").items()}
    want(either["start"] == either["middle"], tag, either)
    signs = Locale(modules, marked.get(tag, tag))
    marks = signs.get("cldr-misc-full", "characters", "characters", "punctuation") + lists["middle"]
    lengths = order.get("cldr-misc-full", "listPatterns", "listPatterns", "listPattern-type-unit")["2"]

    with open(os.path.join(modules, "cldr-core", "supplemental", "likelySubtags.json"), encoding="utf-8") as f:
        likely = json.load(f)["supplemental"]["likelySubtags"]
    base = tag.split("-")[0]
    return {"tag": tag, "base": base, "script": likely[base].split("-")[1], "courtesy": tag not in authoritative,
            "months": months, "short": short, "date": full, "shortDate": brief,
            "group": group, "least": least + 3, "hundreds": hundreds, "amount": amount,
            "pair": lists["2"], "middle": lists["middle"], "end": lists["end"],
            "orPair": either["2"], "orMiddle": either["middle"], "orEnd": either["end"],
            "comma": mark(marks, "،፣，", ","), "semicolon": mark(marks, "؛；፤", ";"), "colon": mark(marks, "：፦", ":"),
            "brackets": "（{0}）" if "（" in marks else "", "runs": lengths == "{0}{1}",
            "rightToLeft": own.get("cldr-misc-full", "layout", "layout", "orientation", "characterOrder") == "right-to-left"}


def quote(s):
    return '"' + re.sub("[\u00a0]", lambda m: "\\u%04x" % ord(m.group()), s.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def table(all):
    out = ["// Code generated by cldr/build.py; DO NOT EDIT.\n\npackage locales\n\n",
           "// known are the languages whose habits are known, in the order of their tags.\n",
           "var known = [...]habits{\n"]
    for h in all:
        out.append("\t{\n")
        for name, v in h.items():
            if v is True:
                v = "true"
            elif isinstance(v, int) and v:
                v = str(v)
            elif isinstance(v, list):
                v = "[12]string{%s,\n\t\t\t%s}" % tuple(", ".join(map(quote, v[i:i + 6])) for i in (0, 6))
            elif v:
                v = quote(v)
            if v:
                out.append("\t\t%s: %s,\n" % (name, v))
        out.append("\t},\n")
    return subprocess.run(["gofmt"], input="".join(out) + "}\n", check=True, capture_output=True, text=True, encoding="utf-8").stdout.encode()


def codes():
    """The codes of the countries, as the English names have them."""
    with open(os.path.join(here, "..", "countries", "en.txt"), encoding="utf-8") as f:
        return [line.split("\t")[0] for line in f]


def countries(modules, tag):
    names = Locale(modules, tag).get("cldr-localenames-full", "territories", "localeDisplayNames", "territories")
    for code in codes():
        want(names.get(code, code) != code, code, "which has no name in", tag)
    return "".join("%s\t%s\n" % (code, names[code].translate(plain)) for code in codes()).encode()


def main():
    with tempfile.TemporaryDirectory() as scratch:
        for f in ("package.json", "package-lock.json"):
            shutil.copy(os.path.join(here, f), scratch)
        try:
            subprocess.run(["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=scratch, check=True)
        except FileNotFoundError:
            fail("npm is missing: install Node.js")
        except subprocess.CalledProcessError as e:
            fail(str(e))
        build(os.path.join(scratch, "node_modules"))


def build(modules):
    files = {"known.go": table([habits(modules, tag) for tag in sorted(languages)])}
    for tag in sorted(languages):
        if tag not in authoritative:
            files["countries/%s.txt" % tag] = countries(modules, tag)
    for name, data in files.items():
        with open(os.path.join(here, "..", name), "wb") as f:
            f.write(data)
    with open(os.path.join(here, "package-lock.json"), encoding="utf-8") as f:
        locked = json.load(f)["packages"]
    manifest = {"packages": {p.removeprefix("node_modules/"): x["version"] for p, x in sorted(locked.items()) if p},
                "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}}
    with open(os.path.join(here, "manifest.json"), "w", encoding="utf-8") as f:
        f.write(json.dumps(manifest, indent=2) + "\n")
    print("cldr: %d languages, %d bytes" % (len(languages), sum(map(len, files.values()))))


main()
