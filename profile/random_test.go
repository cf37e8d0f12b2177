package profile

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"time"

	"mappe/internal/civil"
)

// words are texts that a careless codec turns into something else.
var words = []string{"NO", "no", "yes", "true", "null", "~", "0800", "0101701234", "1e3", "0x1F", "2026-02-30",
	"2026-01-01", "<<", "*a", "&a", "!b", "# c", "a: b", "- x", "[x]", "{x}", "'", "\"", "\\", "|", ">", "%", "@", "`",
	"Марія", "Müller-Łęcka", "दीपक", "𠮷野", "🙂", "a\nb", "a\n", "\ta", " a ", "a\u00A0b", "a\u2028b", "a\u0085b", "a\r\nb",
	"Vej 1, 2. th\n1000 København", "=", ".inf", "1_000", "12:30:45", "---", "...", "?", ",", "\u200Fא", "\uFEFFx"}

// random is a valid profile drawn from r.
func random(r *rand.Rand) *Profile {
	p := &Profile{}
	fill(r, "", reflect.ValueOf(p).Elem())
	p.Version = Version
	if len(p.Applicants) == 0 {
		p.Applicants = make([]Applicant, 1)
	}
	for i := range p.Applicants {
		p.Applicants[i].ID = fmt.Sprintf("a-%d", i)
	}
	return p
}

func fill(r *rand.Rand, key string, v reflect.Value) {
	t := v.Type()
	switch {
	case t.Kind() == reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(t.Elem()))
			fill(r, key, v.Elem())
		}
	case t.Kind() == reflect.Slice:
		if r.IntN(3) > 0 {
			v.Set(reflect.MakeSlice(t, r.IntN(4), 4))
			for i := range v.Len() {
				fill(r, key, v.Index(i))
			}
		}
	case t == dateType:
		v.Set(reflect.ValueOf(civil.Of(1900+r.IntN(200), time.Month(1+r.IntN(12)), 1+r.IntN(28))))
	case t == nameType && r.IntN(2) == 0:
		v.Set(reflect.ValueOf(Name{Whole: words[r.IntN(len(words))]}))
	case t == nameType:
		v.Set(reflect.ValueOf(Name{Given: words[r.IntN(len(words))], Latin: words[r.IntN(len(words))]}))
	case t.Kind() == reflect.Struct:
		for _, f := range fieldsOf(t) {
			fill(r, f.Key, v.FieldByIndex(f.Index))
		}
		mend(r, v)
	case t.Implements(closedType):
		set := reflect.Zero(t).Interface().(closed).Choices()
		v.SetString(set[r.IntN(len(set))])
	case t == countryType:
		v.SetString([]string{"NO", "DK", "UA", "ON", "NU"}[r.IntN(5)])
	case isLanguage(key):
		v.SetString([]string{"no", "da", "uk", "pt-BR", "zh-Hant"}[r.IntN(5)])
	case t.Kind() == reflect.String:
		v.SetString(words[r.IntN(len(words))])
	case t.Kind() == reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case t.Kind() == reflect.Int:
		v.SetInt(int64(1 + r.IntN(100)))
	}
}

// mend makes the parts of a block agree.
func mend(r *rand.Rand, v reflect.Value) {
	switch b := v.Addr().Interface().(type) {
	case *Period:
		b.From, b.To = civil.Earlier(b.From, b.To), civil.Later(b.From, b.To)
	case *Absence:
		b.From, b.To = civil.Earlier(b.From, b.To), civil.Later(b.From, b.To)
	case *Work:
		b.From, b.To = civil.Earlier(b.From, b.To), civil.Later(b.From, b.To)
	case *File:
		b.Rotate = 90 * r.IntN(4)
		if r.IntN(2) == 0 {
			*b = File{File: b.File}
		}
	case *Translator:
		if b.Name == nil && b.Declaration == nil {
			b.Declaration = []File{{File: "signed.pdf"}}
		}
	case *Document:
		if b.Status != nil {
			b.Files, b.Translation, b.Translator = nil, nil, nil
			if *b.Status != FollowsLater {
				b.Until = nil
			}
			return
		}
		b.Until, b.Reason = nil, nil
		if b.Translation == nil {
			b.Translator = nil
		}
		if len(b.Files)+len(b.Translation) == 0 {
			b.Files = []File{{File: "a.pdf"}}
		}
	}
}
