package profile

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file as its author keeps it.
const kept = `# Our case. Ask Ida about the passport.
mappe: 1

case:   "Kovalenko family" # label
goal: extend

# The sponsor is Oleh.
sponsor: {status: permanent, # since 2019
  ground: work}   # at Vestas

applicants:
  # me
- id: maria
  permit:
    basis:   accompanying-family # see the letter

    # the card says so too
    expires: 2027-01-31
  income:
  # the first job
  - {from: 2021-01-01, to: 2021-12-31}   # payslips
  - {from: 2022-01-01, to: 2022-12-31}

  # more to come
- {id: oleh,   relation: child} # our son
`

func TestEdit(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   Change
		old, new string // the one place of the file that differs
	}{
		{"a value", Change{"", "goal", "keep"}, "goal: extend", "goal: keep"},
		{"a value with a comment", Change{"maria", "permit.basis", "asylum"}, "basis:   accompanying-family # see", "basis: asylum # see"},
		{"a new fact at the top", Change{"", "filing", "paper"}, "goal: extend\n", "goal: extend\nfiling: paper\n"},
		{"a new fact in a block", Change{"maria", "permit.kind", "temporary"}, "see the letter\n\n    # the card says so too\n    expires: 2027-01-31\n", "see the letter\n    kind: temporary\n\n    # the card says so too\n    expires: 2027-01-31\n"},
		{"after its neighbour in the format", Change{"maria", "permit.card_expires", "2027-02-28"}, "    expires: 2027-01-31\n", "    expires: 2027-01-31\n    card_expires: 2027-02-28\n"},
		{"a new block", Change{"maria", "passport.expires", "2030-06-30"}, "    expires: 2027-01-31\n", "    expires: 2027-01-31\n  passport:\n    expires: 2030-06-30\n"},
		{"into brackets", Change{"", "sponsor.occupation", "employed"}, "  ground: work}   # at", "  ground: work, occupation: employed} # at"},
		{"out of brackets", Change{"", "sponsor.ground", ""}, "  ground: work}   # at", "} # at"},
		{"a person in brackets", Change{"oleh", "permit.expires", "2027-01-31"}, "{id: oleh,   relation: child}", "{id: oleh, relation: child, permit: {expires: 2027-01-31}}"},
		{"a list", Change{"maria", "income", "none"}, "  income:\n  # the first job\n  - {from: 2021-01-01, to: 2021-12-31}   # payslips\n  - {from: 2022-01-01, to: 2022-12-31}\n", "  income: []\n"},
		{"a new list", Change{"maria", "absences", "2022-01-01..2022-02-01/work"}, "    expires: 2027-01-31\n", "    expires: 2027-01-31\n  absences:\n  - {from: 2022-01-01, to: 2022-02-01, reason: work}\n"},
		{"taken away", Change{"maria", "permit.expires", ""}, "    expires: 2027-01-31\n", ""},
		{"the same again", Change{"maria", "permit.expires", "2027-01-31"}, "", ""},
		{"nothing taken away", Change{"maria", "mitid", ""}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, eol := range []string{"\n", "\r\n"} {
				src := strings.ReplaceAll(kept, "\n", eol)
				want := strings.ReplaceAll(strings.Replace(kept, c.old, c.new, 1), "\n", eol)
				got, err := Edit("case.yaml", []byte(src), c.change)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, string(got)); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			}
		})
	}
}

// What was told last is taken away with its block; what nobody has named yet
// is begun.
func TestEditBlocks(t *testing.T) {
	for _, c := range []struct {
		src    string
		change Change
		want   string
	}{
		{"mappe: 1\napplicants:\n- id: a\n  permit:\n    kind: temporary\n", Change{"a", "permit.kind", ""}, "mappe: 1\napplicants:\n- id: a\n"},
		{"mappe: 1 # no line end", Change{"", "goal", "keep"}, "mappe: 1 # no line end\ngoal: keep\n"},
		{"mappe: 1\n", Change{"applicant", "mitid", "true"}, "mappe: 1\napplicants:\n- id: applicant\n  mitid: true\n"},
		{"mappe: 1\napplicants: [{id: a}]\n", Change{"a", "permit.kind", "temporary"}, "mappe: 1\napplicants: [{id: a, permit: {kind: temporary}}]\n"},
		{"# mine\n\n{mappe: 1, goal: keep} # all\n# end\n", Change{"", "filing", "paper"}, "# mine\n\n{mappe: 1, goal: keep, filing: paper} # all\n# end\n"},
		{"---\nmappe: 1\n...\n", Change{"", "goal", "keep"}, "---\nmappe: 1\ngoal: keep\n...\n"},
		{"goal: keep\nmappe: 1\n", Change{"", "filing", "paper"}, "goal: keep\nfiling: paper\nmappe: 1\n"},
		{"{\"mappe\": 1}", Change{"", "goal", "keep"}, "{\"mappe\":1,\"goal\":\"keep\"}\n"},
		{"{\"mappe\": 1,\n \"applicants\": [{\"id\": \"a\", \"address\": \"<0800> \\ud83d\\ude42\"}]}\n", Change{"a", "born", "1990-02-03"},
			"{\n  \"mappe\": 1,\n  \"applicants\": [\n    {\n      \"id\": \"a\",\n      \"address\": \"<0800> 🙂\",\n      \"born\": \"1990-02-03\"\n    }\n  ]\n}\n"},
	} {
		got, err := Edit("case.yaml", []byte(c.src), c.change)
		if err != nil || string(got) != c.want {
			t.Errorf("%v of %q:\n got %q, %v\nwant %q", c.change, c.src, got, err, c.want)
		}
	}
}

func TestEditRefuses(t *testing.T) {
	for _, c := range []struct {
		src    string
		change Change
		want   string
	}{
		{kept, Change{"ida", "born", "1990-02-03"}, `no applicant "ida"; the profile has maria or oleh`},
		{kept, Change{"maria", "born", "3/2/1990"}, `born: "3/2/1990" is not a day; write YYYY-MM-DD, a day that exists`},
		{kept, Change{"", "born", "1990-02-03"}, `born: belongs to one applicant; name the applicant`},
		{"mappe: 2\n", Change{"", "goal", "keep"}, `case.yaml:1: mappe: want format version 1, got "2"; write "mappe: 1"`},
		{"? mappe\n: 1\n? goal\n: keep\n", Change{"", "goal", "extend"},
			`case.yaml: goal: the file is laid out in a way that only its author can change; write "extend" there yourself`},
	} {
		if _, err := Edit("case.yaml", []byte(c.src), c.change); err == nil || err.Error() != c.want {
			t.Errorf("%v:\n got %v\nwant %s", c.change, err, c.want)
		}
	}
}

var keyLine = regexp.MustCompile(`^( *)(- )?[a-z_0-9]+:`)

// annotated is a file with a comment above every key and blank lines among
// them.
func annotated(src []byte) []byte {
	var b bytes.Buffer
	for i, line := range bytes.SplitAfter(src, []byte("\n")) {
		if m := keyLine.FindSubmatch(line); m != nil {
			fmt.Fprintf(&b, "\n%s# note %d\n", m[1], i)
		}
		b.Write(line)
	}
	return b.Bytes()
}

// Whatever is changed in whatever profile: exactly that fact differs, and no
// comment is lost but those of a block that is taken away.
func TestEditKeeps(t *testing.T) {
	edits := 0
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 3))
		p, other := random(r), random(r)
		src, err := Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		src = annotated(src)
		for range 8 {
			qs := Questions()
			c := Change{Key: qs[r.IntN(len(qs))].Key}
			i := r.IntN(len(p.Applicants))
			if c.Applicant = p.Applicants[i].ID; r.IntN(3) == 0 && slot(reflect.ValueOf(p.Shared), c.Key, false).IsValid() {
				c.Applicant = ""
			}
			if r.IntN(4) > 0 {
				c.Text = other.Applicants[0].Text(c.Key)
			}
			want, _ := Decode("p.yaml", src)
			if err := want.Apply(c); err != nil {
				continue // documents, names of several lines
			}
			out, err := Edit("p.yaml", src, c)
			if err != nil {
				t.Fatalf("seed %d: %+v: %v\n%s", seed, c, err, src)
			}
			edits++
			got, err := Decode("p.yaml", out)
			if err != nil {
				t.Fatalf("seed %d: %+v: %v\n%s", seed, c, err, out)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d: %+v (-want +got)\n%s", seed, c, diff)
			}
			if q, _ := Lookup(c.Key); q.Kind != "name" && c.Text != "" { // a name may have notes inside
				if lost := without(src, out); len(lost) > 0 {
					t.Fatalf("seed %d: %+v: lost %q\n%s\n---\n%s", seed, c, lost, src, out)
				}
			}
			src = out
		}
	}
	if edits < 800 {
		t.Errorf("only %d edits", edits)
	}
}

// without are the comments of src that out has not.
func without(src, out []byte) (lost []string) {
	kept := strings.Split(string(out), "\n")
	for line := range strings.SplitSeq(string(src), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "# note") && !slices.Contains(kept, line) {
			lost = append(lost, line)
		}
	}
	return lost
}

// Edit never panics, and what it writes is a profile.
func FuzzEdit(f *testing.F) {
	for _, src := range []string{kept, "mappe: 1\n", `{"mappe": 1}`, "? mappe\n: 1", "mappe: 1\napplicants: [\n{id: a,\npermit: {\n}}]", "mappe: 1\naddress: |\n  x\n  # y\n"} {
		f.Add([]byte(src), "maria", "permit.expires", "2027-01-31")
		f.Add([]byte(src), "", "goal", "")
		f.Add([]byte(src), "applicant", "income", "2021-10-05..2023-06-30")
	}
	f.Fuzz(func(t *testing.T, src []byte, id, key, text string) {
		out, err := Edit("p.yaml", src, Change{id, Key(key), text})
		if err != nil {
			return
		}
		if _, err := Decode("p.yaml", out); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
}
