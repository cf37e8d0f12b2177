package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// secrets are what a person tells that nobody else needs to read on a screen or
// in a log: people are named by the ids that the profile gives them.
var secrets = []string{"Hemmelig", "010190", "9876", "020280", "5432", "SP7654321", "Skjulestien", "hemmelig@example.org", "12345678", "open-sesame", "guessed-wrong"}

const secretCase = `mappe: 1
case: Round
goal: extend
sponsor: {name: Ida Hemmelig, status: permanent, ground: work, occupation: employed, cpr: 020280-5432, address: Skjulestien 1}
applicants:
- id: a
  name: Xenia Hemmelig
  cpr: 010190-9876
  born: 1990-01-01
  address: Skjulestien 2
  email: hemmelig@example.org
  phone: "12345678"
  relation: spouse
  lives_together: true
  permit: {kind: temporary, basis: accompanying-family, expires: 2027-01-31, first_before_18: false, same_grounds_since: 2021-02-01}
  passport: {number: SP7654321, country: UA, expires: 2030-06-30}
  document_languages: [en]
  documents:
  - {item: form-mf4, files: [{file: locked.pdf, password_file: right.key}, {file: locked.pdf, password_file: wrong.key}]}
  - {item: passport-copy, files: [locked.pdf, damaged.pdf, none.pdf]}
  - {item: mf4-list, files: [damaged.pdf]}
`

// Whatever goes well or wrong, standard error names nobody but by id, and has
// neither numbers nor passwords; nor has the standard output of what writes.
func TestNothingIsGivenAway(t *testing.T) {
	needTools(t)
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	profile, right := put("case.yaml", secretCase), put("right.key", "open-sesame\n")
	put("wrong.key", "guessed-wrong\n")
	put("damaged.pdf", "%PDF-1.7 Hemmelig")
	whole := put("whole.yaml", secretCase[:strings.Index(secretCase, "  documents:")])
	tool(t, "qpdf", "--encrypt", "open-sesame", "owner", "256", "--", filepath.Join(examples, "mf4-family/scans/receipt.pdf"), filepath.Join(dir, "locked.pdf"))
	out := filepath.Join(dir, "out")
	packet := filepath.Join(out, "round-a-mf4.pdf")
	for _, run := range []struct {
		code int
		args []string
	}{
		{5, []string{"packet", profile, "-o", out}},
		{0, []string{"verify", packet}},
		{5, []string{"packet", profile, "-o", out, "--password-file", right}},
		{1, []string{"verify", packet}},
		{1, []string{"verify", packet, "--password-file", filepath.Join(dir, "wrong.key")}},
		{5, []string{"packet", profile, "--dry-run"}},
		{1, []string{"packet", profile, "--copy", "authority", "-o", out}},
		{1, []string{"packet", profile, "-o", "/dev/null/x"}},
		{1, []string{"packet", profile, "-o", profile + "/x.pdf"}},
		{5, []string{"packet", whole, "-o", out, "--full"}},
		{0, []string{"list", profile, "-o", filepath.Join(out, "list.pdf")}},
		{0, []string{"calendar", profile, "-o", filepath.Join(out, "case.ics")}},
		{0, []string{"check", profile}},
	} {
		cmd := exec.Command("mappe", append(run.args, "--on", "2026-11-22")...)
		var stdout, stderr strings.Builder
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		_ = cmd.Run() // the code tells
		if code := cmd.ProcessState.ExitCode(); code != run.code {
			t.Errorf("%q: exit code %d, want %d\n%s", run.args, code, run.code, &stderr)
		}
		said := stderr.String()
		if run.args[0] == "packet" {
			said += stdout.String()
		}
		for _, s := range secrets {
			if strings.Contains(said, s) {
				t.Errorf("%q gives %q away:\n%s", run.args, s, said)
			}
		}
	}
}
