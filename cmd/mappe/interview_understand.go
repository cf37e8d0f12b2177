package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mappe/internal/civil"
	"mappe/locales"
	"mappe/profile"
)

var yearFirst = regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}$`)

// commas are those of other scripts, and the semicolon of a list.
var commas = strings.NewReplacer("،", ",", "，", ",", "、", ",", "፣", ",", "؛", ",", "；", ",", ";", ",")

// understand is what a person typed as profile.Set takes it, or the complaint
// why it is no answer to q.
func (t *interview) understand(q Question, line string) (text, complaint string) {
	v := t.voice
	switch q.Kind {
	case "choice":
		text = t.choice(q, line)
	case "bool":
		text = t.truth(line)
	case "date":
		text = t.day(line)
	default:
		text = t.canonical(q.Kind, commas.Replace(line))
	}
	if q.Kind == "languages" && !tongues(text) {
		text = ""
	}
	if text != "" && new(profile.Applicant).Set(profile.Key(q.Fact), text) == nil {
		return text, ""
	}
	wrong := "wrong." + q.Kind
	if q.Kind == "date" && yearFirst.MatchString(line) {
		wrong = "wrong.day"
	}
	return "", v.Must(wrong, "Value", line)
}

// choice reads the number of a choice, its words, or its name in a profile; ""
// is none.
func (t *interview) choice(q Question, line string) string {
	var own, named []locales.Choice
	for i, c := range q.Choices {
		own = append(own, locales.Choice{Word: spoken(t.voice.Value(profile.Key(q.Fact), c)), Means: c})
		named = append(named, locales.Choice{Word: strconv.Itoa(i + 1), Means: c}, locales.Choice{Word: c, Means: c})
	}
	c, _ := t.voice.Chosen(spoken(line), own, named)
	return c
}

// truth reads yes and no, also in one letter, in the language spoken or in
// English; "" is neither.
func (t *interview) truth(line string) string {
	var own, english []locales.Choice
	for value, yes := range map[string]string{"true": "yes", "false": "no"} {
		word := t.voice.Must("value.bool." + value)
		_, size := utf8.DecodeRuneInString(word)
		own = append(own, locales.Choice{Word: word, Means: value}, locales.Choice{Word: word[:size], Means: value})
		for _, w := range []string{yes, yes[:1], value, value[:1]} {
			english = append(english, locales.Choice{Word: w, Means: value})
		}
	}
	value, _ := t.voice.Chosen(line, own, english)
	return value
}

// day reads a day as it is typed, 2027-01-31, or as it is printed here,
// 31 January 2027. What could be read in two ways is not read at all.
func (t *interview) day(line string) string {
	typed := spoken(line)
	var numbers []int
	for _, s := range digits.FindAllString(line, 5) {
		n, _ := strconv.Atoi(s)
		numbers = append(numbers, n)
	}
	for _, year := range numbers {
		for _, day := range numbers {
			for month := 1; month <= 12; month++ {
				d, err := civil.Parse(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
				if err != nil {
					continue
				}
				if _, ok := t.voice.Chosen(typed, []locales.Choice{{Word: spoken(t.voice.Date(d))}}); ok {
					return d.String()
				}
			}
		}
	}
	return line
}

var digits = regexp.MustCompile(`\d+`)

// spoken is what there is to hear of a text: its words, without isolates.
func spoken(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)), " ")
}

// marks are the words that stand in typed lists, as they are spoken.
func (t *interview) marks(kind string) []locales.Choice {
	v := t.voice
	marks := []locales.Choice{{Word: v.Must("interview.none"), Means: profile.None}}
	switch kind {
	case "absences":
		for _, reason := range profile.AbsenceReason("").Choices() {
			marks = append(marks, locales.Choice{Word: v.Must("value.absences.reason." + reason), Means: reason})
		}
	case "work":
		marks = append(marks, locales.Choice{Word: v.Must("interview.abroad"), Means: "abroad"},
			locales.Choice{Word: v.Must("interview.denmark"), Means: "denmark"})
	}
	return marks
}

// canonical is a typed list with its words as the format has them.
func (t *interview) canonical(kind, line string) string {
	marks := t.marks(kind)
	items := strings.Split(line, ",")
	for i, item := range items {
		parts := strings.Split(item, "/")
		for j, part := range parts {
			if mark, ok := t.voice.Chosen(strings.TrimSpace(part), marks); ok {
				parts[j] = mark
			} else {
				parts[j] = strings.ToLower(part)
			}
		}
		items[i] = strings.Join(parts, "/")
	}
	if line = strings.Join(items, ","); kind == "countries" && line != profile.None {
		line = strings.ToUpper(line)
	}
	return line
}

// tongues tells whether a list names languages that there are: dk and ua are
// countries.
func tongues(list string) bool {
	for tag := range strings.SplitSeq(list, ",") {
		if _, err := language.Parse(strings.TrimSpace(tag)); err != nil && list != profile.None {
			return false
		}
	}
	return true
}

// shown is an answer as a reader writes it.
func (t *interview) shown(q Question, text string) string {
	v := t.voice
	if d, err := civil.Parse(text); err == nil && q.Kind == "date" {
		return v.Date(d)
	}
	if text == profile.None && q.Kind != "choice" {
		return v.Must("interview.none")
	}
	if q.Kind == "choice" || q.Kind == "bool" {
		return v.Value(profile.Key(q.Fact), text)
	}
	if q.Kind == "country" || q.Kind == "countries" {
		return v.Countries(text)
	}
	for _, mark := range t.marks(q.Kind) {
		text = strings.ReplaceAll(text, "/"+mark.Means, "/"+mark.Word)
	}
	return text
}

// hint says how an answer is typed.
func (t *interview) hint(q Question) string {
	v, id := t.voice, "hint."+q.Kind
	none := v.Must("interview.none")
	switch q.Kind {
	case "bool":
		return v.Must(id, "Yes", v.Must("value.bool.true"), "No", v.Must("value.bool.false"))
	case "absences":
		var reasons []string
		for _, r := range profile.AbsenceReason("").Choices() {
			reasons = append(reasons, v.Must("value.absences.reason."+r))
		}
		return v.Must(id, "Reason", reasons[0], "Reasons", slices.Clip(reasons), "None", none)
	case "work":
		return v.Must(id, "Abroad", v.Must("interview.abroad"), "None", none)
	}
	return v.Must(id, "None", none)
}
