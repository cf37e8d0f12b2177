package packets

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mappe/checklist"
	"mappe/profile"
)

// Names of separate files are plain ASCII, so that every portal takes them, and
// sort as the index does. None is longer than 144 characters: prefix and number,
// 40 of the item, 60 of the name.

// indexFile is the name of the index of a packet in separate files.
func indexFile(a *profile.Applicant) string { return "00_index_" + latin(a) + ".pdf" }

// ownFile is the name of the pages for the applicant alone.
func ownFile(a *profile.Applicant) string { return "00_only-for-you_" + latin(a) + ".pdf" }

// letterFileName is the name of the file of a letter with a place of its own,
// which stands before the items.
func letterFileName(l *line, a *profile.Applicant) string {
	return letterNumber + "_" + l.id + "_" + latin(a) + ".pdf"
}

const letterNumber = "01-00"

// itemFile is the name of the file of an item: 02-01_passport-copy_Maria-Kovalenko.pdf.
// One in which something is missing says so.
func itemFile(l *line, missing bool) string {
	item := l.asked.ID
	if missing {
		item += "-missing"
	}
	return fmt.Sprintf("%s_%s_%s.pdf", sortable(l.number), item, latin(l.owner.Facts.Applicant))
}

// sortable is the number of an item such that "2.10" stands after "2.9", also
// where a person has a letter: B02-10.
func sortable(number string) string {
	prefix, chapter, n := numberParts(number)
	return fmt.Sprintf("%s%02d-%02d", prefix, chapter, n)
}

// latin is a person's name for a file: in the Latin letters of the passport,
// else as it is written, if all of it has plain letters; else the id.
func latin(a *profile.Applicant) string {
	if a.Name != nil {
		for _, name := range []string{a.Name.Latin, a.Name.String()} {
			if plain, ok := plain(name); ok {
				return plain
			}
		}
	}
	return a.ID
}

// letters that are no other with a mark.
var unmarked = map[rune]string{
	'æ': "ae", 'Æ': "Ae", 'ø': "oe", 'Ø': "Oe", 'å': "aa", 'Å': "Aa", 'œ': "oe", 'Œ': "Oe", 'ß': "ss", 'þ': "th", 'Þ': "Th",
	'ð': "d", 'Ð': "D", 'đ': "d", 'Đ': "D", 'ħ': "h", 'Ħ': "H", 'ı': "i", 'ł': "l", 'Ł': "L", 'ŋ': "n", 'Ŋ': "N", 'ŧ': "t", 'Ŧ': "T",
	'ə': "e", 'Ə': "E",
}

// ascii is a letter or digit in plain ones, its marks left out; "" for what has
// none.
func ascii(r rune) string {
	if s, known := unmarked[r]; known {
		return s
	}
	if base := []rune(norm.NFD.String(string(r)))[0]; base < 0x80 && (unicode.IsLetter(base) || unicode.IsDigit(base)) {
		return string(base)
	}
	return ""
}

// plain is a name in ASCII letters, digits and hyphens, its marks left out;
// false where a letter has none of them, or nothing is left.
func plain(name string) (string, bool) {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(name) {
		s := ascii(r)
		switch {
		case s != "":
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Lm, r), strings.ContainsRune("'’‘ʼ`´", r):
			continue // O'Brien is OBrien
		case unicode.IsLetter(r), unicode.IsNumber(r):
			return "", false
		default:
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteString(s)
	}
	out := b.String()
	return strings.TrimRight(out[:min(len(out), 60)], "-"), out != ""
}

// IsSeparate tells whether a file has the name of one that Separate makes.
func IsSeparate(name string) bool {
	stem, pdf := strings.CutSuffix(name, ".pdf")
	number, rest, _ := strings.Cut(stem, "_")
	item, person, whole := strings.Cut(rest, "_")
	switch {
	case !pdf || !whole || person == "":
		return false
	case number == "00":
		return item == "index" || item == "only-for-you"
	case number == letterNumber:
		return slices.Contains(checklist.LetterIDs(), item)
	}
	dash := max(strings.LastIndexByte(number, '-'), 0)
	_, chapter, n := numberParts(number[:dash] + "." + strings.TrimPrefix(number[dash:], "-"))
	return chapter > 0 && n > 0 && slices.Contains(checklist.IDs(), strings.TrimSuffix(item, "-missing"))
}

// IsPart tells whether a file has the name of one that Split makes of k.
func (k *Packet) IsPart(name string) bool {
	rest, part := strings.CutPrefix(name, k.stem()+"-part-")
	rest, pdf := strings.CutSuffix(rest, ".pdf")
	n, of, both := strings.Cut(rest, "-of-")
	return part && pdf && both && strings.Trim(n+of, "0123456789") == ""
}
