package guest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The flags of fields, counted from 1 as the standard counts them.
const (
	flagReadOnly   = 1
	flagRequired   = 2
	flagMultiline  = 13
	flagPassword   = 14
	flagRadio      = 16
	flagPushbutton = 17
	flagCombo      = 18
	flagEdit       = 19
	flagSeveral    = 22
	flagComb       = 25
)

// describe fills in what a field is; it is false of what is none.
func (f *form) describe(n *formField, own lineage) bool {
	flags, _ := f.number(own["Ff"])
	flag := func(i int) bool { return int64(flags)&(1<<(i-1)) != 0 }
	switch f.name(own["FT"]) {
	case "Tx":
		n.Type = FieldText
		if n.Format = f.dateFormat(own["AA"]); n.Format != "" {
			n.Type = FieldDate
		}
		n.Multiline, n.Password, n.Comb = flag(flagMultiline), flag(flagPassword), flag(flagComb)
		if most, ok := f.number(own["MaxLen"]); ok && most > 0 {
			n.MaxLen = int(min(most, maxWords))
		}
		n.Comb = n.Comb && n.MaxLen > 0 && !n.Multiline
	case "Btn":
		n.Type = FieldCheckbox
		if flag(flagRadio) {
			n.Type = FieldRadio
		}
		if flag(flagPushbutton) {
			n.Type = FieldButton
		}
	case "Ch":
		n.Type = FieldList
		if flag(flagCombo) {
			n.Type, n.Editable = FieldChoice, flag(flagEdit)
		}
		n.Several = flag(flagSeveral) && n.Type == FieldList
		f.options(n, own["Opt"])
	case "Sig":
		n.Type = FieldSignature
		f.Signed = f.Signed || f.dict(own["V"]) != nil
	}
	if n.Type == "" || n.Name == "" {
		return false
	}
	n.Label = f.words(own["TU"])
	n.Required, n.ReadOnly = flag(flagRequired), flag(flagReadOnly)
	f.Scripts = f.Scripts || f.get(own["AA"]) != nil
	for _, w := range n.widgets {
		x := f.widget(w.dict, own)
		x.Page = f.places[w.home]
		n.Widgets = append(n.Widgets, x)
	}
	switch n.Type {
	case FieldCheckbox, FieldRadio:
		f.states(n, own)
	case FieldText, FieldDate, FieldChoice, FieldList:
		n.Value = f.values(own["V"])
	}
	return true
}

// values are the words of a value: one, or several of a list.
func (f *form) values(o types.Object) (all []string) {
	several := f.array(o)
	if f.get(o) != nil && several == nil {
		several = types.Array{o}
	}
	for _, v := range several {
		if s := f.words(v); s != "" && len(all) < maxText {
			all = append(all, s)
		}
	}
	return all
}

// options are those of a choice or list.
func (f *form) options(n *formField, o types.Object) {
	for _, x := range f.array(o) {
		if f.choices++; f.choices > maxChoices {
			return
		}
		c := Choice{Value: f.words(x)}
		if pair := f.array(x); len(pair) == 2 {
			c = Choice{f.words(pair[0]), f.words(pair[1])}
		}
		if c.Shown == c.Value {
			c.Shown = ""
		}
		n.Choices = append(n.Choices, c)
	}
}

// states are what the boxes of a field are called when they are on, and which
// of them is.
func (f *form) states(n *formField, own lineage) {
	shown := f.array(own["Opt"])
	for i := range n.Widgets {
		state := n.Widgets[i].State
		if state == "" {
			continue
		}
		if on := f.plain(f.name(n.widgets[i].dict["AS"])); on == state {
			n.Value = []string{state}
		}
		c := Choice{Value: state}
		if i < len(shown) {
			if c.Shown = f.words(shown[i]); c.Shown == state {
				c.Shown = ""
			}
		}
		if f.choices++; f.choices <= maxChoices && !slices.ContainsFunc(n.Choices, func(o Choice) bool { return o.Value == state }) {
			n.Choices = append(n.Choices, c)
		}
	}
	if v := f.plain(f.name(own["V"])); v == "Off" {
		n.Value = nil
	} else if v != "" {
		n.Value = []string{v}
	}
}

// plain is a name as it reads: pdfcpu leaves its numbers of letters as they are.
func (f *form) plain(name string) string {
	s, err := types.DecodeName(name)
	if err != nil {
		s = name
	}
	return readable(s)
}

// scripted finds what a script wants of a date.
var scripted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`AFDate_(?:Format|Keystroke)(Ex)?\(\s*["']?([^"')]{1,40})`)
})

// numberedFormats are those that scripts call by number.
var numberedFormats = []string{
	"m/d", "m/d/yy", "mm/dd/yy", "mm/yy", "d-mmm", "d-mmm-yy", "dd-mmm-yy", "yy-mm-dd", "mmm-yy", "mmmm-yy", "mmm d, yyyy", "mmmm d, yyyy",
	"m/d/yy h:MM tt", "m/d/yy HH:MM",
}

// dateFormat is what the scripts of a field want of its date, "" of others.
func (f *form) dateFormat(o types.Object) string {
	actions := f.dict(o)
	for _, key := range []string{"F", "K"} {
		script := f.words(f.dict(actions[key])["JS"])
		m := scripted().FindStringSubmatch(script)
		switch {
		case m == nil:
		case m[1] != "":
			return strings.TrimSpace(m[2])
		default:
			if n, err := strconv.Atoi(strings.TrimSpace(m[2])); err == nil && n >= 0 && n < len(numberedFormats) {
				return numberedFormats[n]
			}
		}
	}
	return ""
}

// words are those of a string, a name or a stream, in UTF-8.
func (f *form) words(o types.Object) string {
	if sd, ok := f.get(o).(types.StreamDict); ok {
		if sd.DecodeWithLimit(maxWords) != nil {
			return ""
		}
		return readable(string(sd.Content))
	}
	s, _ := f.bytes(o)
	return readable(s)
}

// readable is a text string of the file in UTF-8.
func readable(s string) string {
	s = s[:min(len(s), maxWords)]
	switch {
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\xff\xfe"):
		var units []uint16
		for i := 2; i+1 < len(s); i += 2 {
			if hi, lo := s[i], s[i+1]; s[0] == 0xfe {
				units = append(units, uint16(hi)<<8|uint16(lo))
			} else {
				units = append(units, uint16(lo)<<8|uint16(hi))
			}
		}
		s = string(utf16.Decode(units))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		s = strings.ToValidUTF8(s[3:], "\uFFFD")
	default:
		var b strings.Builder
		own := []rune(documented)
		for i := range len(s) {
			r := rune(s[i])
			if r >= 0x80 && r <= 0xa0 {
				r = own[r-0x80]
			}
			b.WriteRune(r)
		}
		s = b.String()
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// documented are the letters 0x80 to 0xa0 of PDFDocEncoding, where it is not
// Latin-1.
const documented = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€"
