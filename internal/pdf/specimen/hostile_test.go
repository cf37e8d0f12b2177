package specimen_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"

	"mappe/internal/pdf/specimen"
)

// What the reading and copying of a file may use, however bad the file is.
const (
	maxCPU  = 5 // seconds
	maxPeak = 256 << 20
)

// Whatever comes, as the first input or as a later one, is copied and clean or
// is refused with a reason: within the limits, and without a panic.
func TestHostile(t *testing.T) {
	binary := plainBinary(t)
	for _, f := range specimen.Hostile() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			blank := put(t, dir, "blank.pdf", specimen.Paper{}.Bytes(), 0)
			in := input{put(t, dir, "input", f.Data(), f.Size), f.Password}
			for order, inputs := range map[string][]input{"first": {in, {Path: blank}}, "later": {{Path: blank}, in}} {
				out := filepath.Join(dir, order+".pdf")
				v, ok := run(t, binary, job{Inputs: inputs, Out: out, CPU: maxCPU})
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
	second, err := tool("qpdf", "--qdf", "--object-streams=disable", "--stream-data=preserve", out, "-")
	if err != nil {
		t.Errorf("%s: %v", order, err)
	}
	if acts := acting.FindAll(second, 3); acts != nil {
		t.Errorf("%s: qpdf sees %q", order, acts)
	}
}

var acting = regexp.MustCompile(`/(AA|AcroForm|AF|EF|EmbeddedFiles?|FileAttachment|GoTo[ER]|ImportData|JS|JavaScript|Launch|Movie|Named|` +
	`OpenAction|OPI|Rendition|RichMedia|Sound|SubmitForm|URI|XFA)[ /(<\[]`)

// run does a job in a process of its own. It answers false where that died.
func run(t *testing.T, binary string, j job) (v verdict, ok bool) {
	t.Helper()
	data, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary)
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

// plainBinary is this test binary without the race detector, whose memory and
// time are not those of the command.
func plainBinary(t testing.TB) string {
	t.Helper()
	built.Do(func() {
		dir, err := os.MkdirTemp("", "specimen")
		if err != nil {
			t.Fatal(err)
		}
		built.path = filepath.Join(dir, "plain")
		_, built.err = tool("go", "test", "-c", "-race=false", "-o", built.path, ".")
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return built.path
}

var built struct {
	sync.Once
	path string
	err  error
}

// put writes a file of at least the size.
func put(t testing.TB, dir, name string, data []byte, size int64) string {
	t.Helper()
	path := filepath.Join(dir, name)
	err := os.WriteFile(path, data, 0o600)
	if err == nil && size > int64(len(data)) {
		err = os.Truncate(path, size)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// tool is what a program prints.
func tool(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var said, complained bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complained
	if err := cmd.Run(); err != nil {
		return said.Bytes(), &toolError{name, err, complained.String()}
	}
	return said.Bytes(), nil
}

type toolError struct {
	name string
	err  error
	said string
}

func (e *toolError) Error() string {
	return e.name + ": " + e.err.Error() + "\n" + e.said[:min(len(e.said), 2000)]
}
