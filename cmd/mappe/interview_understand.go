package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"mappe/internal/civil"
	"mappe/profile"
)

var yearFirst = regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}$`)

// commas are those of other scripts, and the semicolon of a list.
var commas = strings.NewReplacer("،", ",", "，", ",", "、", ",", "፣", ",", "؛", ",", "；", ",", ";", ",")

// understand is what a person typed as profile.Set takes it, or the complaint
// why it is no answer to q.
func (t *interview) understand(q Question, line string) (text, complaint string) {
	v, word := t.voice, strings.ToLower(line)
	text = line
	switch q.Kind {
	case "choice":
		text = word
		for i, c := range q.Choices {
			if word == strconv.Itoa(i+1) || word == strings.ToLower(v.Value(profile.Key(q.Fact), c)) {
				text = c
			}
		}
	case "bool":
		text = t.truth(word)
	case "date":
		text = t.day(line)
	default:
		text = t.canonical(q.Kind, commas.Replace(word))
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

// truth reads yes and no, also in one letter, in the language spoken or in
// English.
func (t *interview) truth(word string) string {
	for _, value := range []string{"true", "false"} {
		english := map[string]string{"true": "yes", "false": "no"}[value]
		for _, w := range []string{t.voice.Must("value.bool." + value), english, value} {
			if word == w || word == w[:1] {
				return value
			}
		}
	}
	return ""
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
				if err == nil && strings.EqualFold(spoken(t.voice.Date(d)), typed) {
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
func (t *interview) marks(kind string) map[string]string {
	v := t.voice
	marks := map[string]string{v.Must("interview.none"): profile.None}
	switch kind {
	case "absences":
		for _, reason := range profile.AbsenceReason("").Choices() {
			marks[v.Must("value.absences.reason."+reason)] = reason
		}
	case "work":
		marks[v.Must("interview.abroad")] = "abroad"
		marks[v.Must("interview.denmark")] = "denmark"
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
			if mark, ok := marks[strings.TrimSpace(part)]; ok {
				parts[j] = mark
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
	for word, mark := range t.marks(q.Kind) {
		text = strings.ReplaceAll(text, "/"+mark, "/"+word)
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
