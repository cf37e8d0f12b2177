package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"mappe/internal/civil"
	"mappe/profile"
)

// respondent is somebody who reads the case file and answers what is open,
// each time in one of the ways in which it can be typed.
type respondent struct {
	t     *testing.T
	r     *rand.Rand
	o     *options
	path  string
	truth *profile.Profile // all that is so
	typed strings.Builder
	asked int
	tires int // after so many questions knows nothing more, and then leaves; 0 never
	rest  []byte
}

func (s *respondent) Read(p []byte) (int, error) {
	if len(s.rest) == 0 {
		w, err := s.o.load(s.path)
		if err != nil {
			return 0, err
		}
		line := ""
		switch qs := w.questions(); {
		case s.tires > 0 && s.asked >= s.tires+10:
			return 0, io.EOF
		case s.tires > 0 && s.asked >= s.tires:
			line = "?"
		case len(qs) > 0:
			line = s.answer(qs[0], w)
		}
		s.asked++
		if s.asked > 120 {
			return 0, io.EOF
		}
		fmt.Fprintln(&s.typed, line)
		s.rest = []byte(line + "\n")
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

func (s *respondent) answer(q Question, w *work) string {
	text := s.truth.Text(profile.Key(q.Fact))
	for i := range s.truth.Applicants {
		if q.Applicant == s.truth.Applicants[i].ID {
			text = s.truth.Merged(i).Text(profile.Key(q.Fact))
		}
	}
	if text == "" {
		s.t.Errorf("asked %s of %q, which is not known", q.Fact, q.Applicant)
		return "?"
	}
	v := w.voice
	if s.r.IntN(2) == 0 {
		return text
	}
	switch d, err := civil.Parse(text); {
	case q.Kind == "date" && err == nil:
		return v.Date(d)
	case q.Kind == "choice" && s.r.IntN(2) == 0:
		return strconv.Itoa(1 + slices.Index(q.Choices, text))
	case q.Kind == "choice" || q.Kind == "bool":
		return strings.ToUpper(v.Value(profile.Key(q.Fact), text))
	case text == profile.None:
		return v.Must("interview.none")
	}
	return text
}

// turns are months from the day of the test, by fact, at which something turns.
var turns = map[profile.Key][]int{
	"born":                      {-12 * 40, -12 * 18, -12 * 17, -12 * 5},
	"stay_abroad.left_on":       {-26, -18, -12, -6, -3, 0, 2},
	"stay_abroad.returns_on":    {-2, 0, 1, 6, 10, 24},
	"stay_abroad.posting_ends":  {-3, 0, 2, 12},
	"permit.expires":            {-1, 0, 1, 3, 12},
	"permit.card_expires":       {-1, 0, 3, 12},
	"permit.legal_since":        {-120, -96, -48, -24},
	"permit.same_grounds_since": {-120, -95, -24},
	"permit.eu_residence_since": {-72, -60, -58, -36},
	"passport.expires":          {-1, 3, 51, 120},
	"sponsor.occupation_ends":   {-1, 6, 48, 120},
}

var lookedAt = civil.Of(2026, 11, 22)

func typedAnswer(r *rand.Rand, k profile.Key) string {
	day := func(months int) civil.Date { return lookedAt.AddMonths(months, civil.Opening).AddDays(r.IntN(3) - 1) }
	q, _ := profile.Lookup(k)
	switch q.Kind {
	case "date":
		months := turns[k]
		if months == nil {
			months = []int{-1, 1, 12}
		}
		return day(months[r.IntN(len(months))]).String()
	case "bool":
		return strconv.FormatBool(r.IntN(2) == 0 && k != "stay_abroad.conflict_area")
	case "choice":
		return q.Choices[r.IntN(len(q.Choices))]
	case "languages":
		return []string{profile.None, "en", "uk, da"}[r.IntN(3)]
	case "absences":
		return fmt.Sprintf("%s..%s/other", day(-60), day(-r.IntN(50)))
	}
	var runs []string
	for range r.IntN(3) {
		runs = append(runs, fmt.Sprintf("%s..%s", day(-72), day(-r.IntN(40))))
	}
	return cmp.Or(strings.Join(runs, ", "), profile.None)
}

// invented is a family of which everything is known, and the same before it
// has been asked anything.
func invented(t *testing.T, r *rand.Rand) (truth, before *profile.Profile) {
	t.Helper()
	goals := []profile.Goal{profile.Keep, profile.Keep, profile.Extend, profile.Extend, profile.PermanentEU, profile.Permanent}
	goal := goals[r.IntN(len(goals))]
	truth, before = &profile.Profile{Version: profile.Version}, &profile.Profile{Version: profile.Version}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(truth.Set("goal", string(goal)))
	volunteered := []profile.Key{"visa_exempt", "refuses_biometrics", "permit.lapsed", "permit.dispensation_until", "absences"}
	asked := slices.Concat(profile.Groups(goal)...)
	for i := range 1 + r.IntN(3) {
		id := fmt.Sprintf("p%d", i+1)
		truth.Applicants = append(truth.Applicants, profile.Applicant{ID: id})
		before.Applicants = append(before.Applicants, profile.Applicant{ID: id})
		a, b := &truth.Applicants[i], &before.Applicants[i]
		must(a.Set("born", typedAnswer(r, "born"))) // which a lapsed permit asks for under any goal
		for _, k := range asked {
			if truth.Text(k) == "" && truth.Set(k, typedAnswer(r, k)) != nil {
				must(a.Set(k, typedAnswer(r, k)))
			}
		}
		for _, k := range volunteered {
			if r.IntN(12) == 0 {
				text := typedAnswer(r, k)
				must(a.Set(k, text))
				must(b.Set(k, text))
			}
		}
	}
	return truth, before
}

// Whoever answers what is asked hears what somebody hears who tells it all,
// also who at first does not know and leaves.
func TestAskEndsLikeTheWholeProfile(t *testing.T) {
	dir := t.TempDir()
	questions := 0
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 11))
		truth, before := invented(t, r)
		lang := []string{"en", "da"}[r.IntN(2)]
		full, path := encoded(t, filepath.Join(dir, "full.yaml"), truth), encoded(t, filepath.Join(dir, "case.yaml"), before)
		on := lookedAt.String()
		o := &options{on: &on, lang: lang, stderr: io.Discard}
		var stdout, stderr bytes.Buffer
		if seed%3 == 0 {
			s := &respondent{t: t, r: r, o: o, path: path, truth: truth, tires: 1 + r.IntN(8)}
			if code := run([]string{"ask", path, "--on", on, "--lang", lang}, s, io.Discard, &stderr); code != exitDone && code != exitUndecided {
				t.Fatalf("seed %d: exit %d\n%s", seed, code, stderr.String())
			}
		}
		s := &respondent{t: t, r: r, o: o, path: path, truth: truth}
		code := run([]string{"ask", path, "--on", on, "--lang", lang}, s, &stdout, &stderr)
		if code != exitDone || stdout.String() != path+"\n" {
			t.Fatalf("seed %d: exit %d, %q\n%s", seed, code, stdout.String(), stderr.String())
		}
		want, got := heard(t, s.o, full), heard(t, s.o, path)
		if d := diff.Diff(want, got); d != "" {
			t.Errorf("seed %d (-whole profile +interview)\n%s\nanswers:\n%s", seed, d, s.typed.String())
		}
		questions += s.asked
		for _, g := range held(t, s.o, path) {
			if g.idle {
				t.Errorf("seed %d: %s of %q was asked, and does not matter in the end", seed, g.fact, g.applicant)
			}
		}
	}
	t.Logf("%d questions", questions)
}

func encoded(t *testing.T, path string, p *profile.Profile) string {
	t.Helper()
	src, err := profile.Encode(p)
	if err == nil {
		err = os.WriteFile(path, src, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// held are the answers of a file.
func held(t *testing.T, o *options, path string) []given {
	t.Helper()
	w, err := o.load(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := (&interview{work: w}).answers()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// heard is what comes out for everybody, but for notes and deadlines that are
// given only because a fact happens to be known.
func heard(t *testing.T, o *options, path string) *Answer {
	t.Helper()
	w, err := o.load(path)
	if err != nil {
		t.Fatal(err)
	}
	a := w.answer()
	for i := range a.Applicants {
		p := &a.Applicants[i]
		p.Notes, p.Steps = nil, nil
		p.Deadlines = slices.DeleteFunc(p.Deadlines, func(d Deadline) bool { return d.ID == "extend-before" })
	}
	return a
}

// Whatever is typed: the interview ends, and the file is a profile.
func FuzzAsk(f *testing.F) {
	f.Add("\x00\n\x1b[2J\n\xff\n1\n\n4\n?\n1\n2020-01-01..2021-01-01/other\n")
	vocabulary := []string{"", "?", "?", "1", "1", "2", "2", "3", "4", "5", "yes", "no", "back", "answers", "change 1", "change 2", "change 5",
		"extend", "keep", "accompanying-family", "2021-02-03", "31 January 2027", "2027-01-31", "none", "da", "2022-01-01..2023-01-01"}
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 12))
		lines := []string{"Label", "2", "Anna", ""}
		for range 60 {
			lines = append(lines, vocabulary[r.IntN(len(vocabulary))])
		}
		f.Add(strings.Join(lines, "\n"))
	}
	f.Fuzz(func(t *testing.T, typed string) {
		path, on := filepath.Join(t.TempDir(), "case.yaml"), lookedAt.String()
		var stdout, stderr bytes.Buffer
		code := run([]string{"ask", "-o", path, "--on", on}, strings.NewReader(typed), &stdout, &stderr)
		src, err := os.ReadFile(path)
		switch {
		case err != nil && code == exitDone:
			t.Errorf("exit 0 without a file\n%s", &stderr)
		case err == nil:
			if _, err := profile.Decode(path, src); err != nil {
				t.Errorf("%v\n%s", err, src)
			}
		case code == exitFailed && !strings.Contains(stderr.String(), "mappe: "):
			t.Errorf("fails without a word\n%s", &stderr)
		}
	})
}
