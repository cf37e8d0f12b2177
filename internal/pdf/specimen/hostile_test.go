//go:build !race

// What is tested here runs in other processes, and would be as large and slow
// as the race detector makes this one.

package specimen_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mappe/internal/pdf/specimen"
	"mappe/internal/proof"
)

// What the reading and copying of a file may use, however bad the file is.
const (
	maxCPU  = 5 // seconds
	maxPeak = 256 << 20
)

// Whatever comes, as the first input or as a later one, is copied and clean or
// is refused with a reason: within the limits, and without a panic.
func TestHostile(t *testing.T) {
	for _, f := range specimen.Hostile() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			blank := put(t, dir, "blank.pdf", specimen.Paper{}.Bytes(), 0)
			in := input{put(t, dir, "input", f.Data(), f.Size), f.Password}
			for order, inputs := range map[string][]input{"first": {in, {Path: blank}}, "later": {{Path: blank}, in}} {
				out := filepath.Join(dir, order+".pdf")
				v, ok := run(t, job{Inputs: inputs, Out: out, CPU: maxCPU, Digests: f.Size == 0})
				if ok {
					judge(t, f, order, v, out)
				}
			}
		})
	}
}

func judge(t *testing.T, f specimen.File, order string, v verdict, out string) {
	t.Helper()
	if v.Peak > maxPeak {
		t.Errorf("%s: %d MB of memory", order, v.Peak>>20)
	}
	if v.Refused != "" {
		if f.Pages > 0 {
			t.Errorf("%s: refused (%s), want %d pages", order, v.Refused, f.Pages)
		}
		if !v.Named {
			t.Errorf("%s: refused for a reason that nobody can look for: %s", order, v.Refused)
		}
		return
	}
	if f.Pages == 0 {
		t.Errorf("%s: %d pages copied, want it refused", order, v.Sheets-1)
	}
	if f.Pages > 0 && v.Sheets != f.Pages+1 {
		t.Errorf("%s: %d pages copied, want %d", order, v.Sheets-1, f.Pages)
	}
	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if n := specimen.CountPages(written); n != v.Sheets {
		t.Errorf("%s: %d pages in the file, %d were put there", order, n, v.Sheets)
	}
	for _, complaint := range specimen.Audit(written, false) {
		t.Errorf("%s: %s", order, complaint)
	}
	judgeSums(t, order, written, v.Sums)
	second, err := tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", out, "-")
	if err != nil {
		t.Errorf("%s: %v", order, err)
	}
	if acts := acting.FindAll(second, 3); acts != nil {
		t.Errorf("%s: qpdf sees %q", order, acts)
	}
}

// judgeSums reads the file by the reader that proves packets, and compares what
// every page shows.
func judgeSums(t *testing.T, order string, written []byte, sums []string) {
	t.Helper()
	f, err := proof.Open(bytes.NewReader(written), int64(len(written)), "")
	if err != nil {
		t.Errorf("%s: %v", order, err)
		return
	}
	if f.Count() != len(sums) {
		t.Errorf("%s: %d pages with %d sums", order, f.Count(), len(sums))
		return
	}
	for i, want := range sums {
		got, err := f.Sum(i + 1)
		if err != nil || hex.EncodeToString(got[:]) != want {
			t.Errorf("%s: page %d: the sum is read as %x (%v), written as %s", order, i+1, got, err, want)
			return
		}
	}
}

var acting = regexp.MustCompile(`/(AA|AcroForm|AF|EF|EmbeddedFiles?|FileAttachment|GoTo[ER]|ImportData|JS|JavaScript|Launch|Movie|Named|` +
	`OpenAction|OPI|Rendition|RichMedia|Sound|SubmitForm|URI|XFA)[ /(<\[]`)

// run does a job in a process of its own. It answers false where that died.
func run(t *testing.T, j job) (v verdict, ok bool) {
	t.Helper()
	data, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "SPECIMEN_JOB="+put(t, t.TempDir(), "job.json", data, 0))
	var said, complained bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complained
	if err := cmd.Run(); err != nil {
		t.Errorf("died: %v\n%.3000s", err, complained.Bytes())
		return v, false
	}
	if err := json.Unmarshal(said.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, said.Bytes())
	}
	return v, true
}

// The set can be told apart by name, and each of its files be made again and
// again at little cost.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range specimen.Hostile() {
		if seen[f.Name] || !strings.Contains(f.Name, "/") {
			t.Errorf("%q: a name that is no good, or not the first of it", f.Name)
		}
		seen[f.Name] = true
		b := f.Data()
		if len(b) > 64<<20 {
			t.Errorf("%s: %d bytes", f.Name, len(b))
		}
		if !bytes.Equal(b, f.Data()) {
			t.Errorf("%s: another file each time", f.Name)
		}
	}
	if len(seen) < 300 {
		t.Errorf("%d files", len(seen))
	}
}
