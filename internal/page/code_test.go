package page

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// TestCodeIsRead draws a code on a page and reads it with a program of another
// house, also where a part of it is covered.
func TestCodeIsRead(t *testing.T) {
	for _, text := range []string{
		"MAPPE:KOVALENKO-FAMILY-OLEH-MF4/A2.1/SHA256:" + strings.Repeat("0123456789ABCDEF", 4),
		"small letters? even (these)",
	} {
		for _, covered := range []bool{false, true} {
			if got := decoded(t, coded(t, text, covered)); got != text {
				t.Errorf("covered %v: read %q, want %q", covered, got, text)
			}
		}
	}
}

func TestCodeRefuses(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("a", 3000): "; shorten it",
		"Grüße":                   `code of "Grüße": can hold the characters from space to ~ alone; spell it in these`,
	} {
		if _, err := QR(text); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%.10q: %v", text, err)
		}
	}
}

// coded is a page with a code of 42 mm on it; covered by a blot.
func coded(t *testing.T, text string, covered bool) []byte {
	t.Helper()
	c, err := QR(text)
	if err != nil {
		t.Fatal(err)
	}
	const side = 42 * mm
	var out pdf.Memory
	w := pdf.NewWriter(&out, pdf.Options{Title: "code"})
	s := &pdf.Sheet{Width: a4Width.Points(), Height: a4Height.Points()}
	s.Raw([]byte("0.9 g")) // too light for a code
	s.Paint(w.Add(c.Form()), pdf.Matrix{side, 0, 0, side, 100, 300})
	if covered {
		s.Raw(fmt.Appendf(nil, "1 g %f %f 14 14 re f", 100+0.55*side, 300+0.4*side))
	}
	if err := w.Sheet(s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// decoded is what zbar reads on the page of a file.
func decoded(t *testing.T, file []byte) string {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) string {
		cmd := exec.Command(name, args...)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, errs.Bytes())
		}
		return out.String()
	}
	run("pdftoppm", "-r", "100", "-gray", "-singlefile", name, filepath.Join(dir, "page"))
	return strings.TrimSuffix(run("zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqr.enable", filepath.Join(dir, "page.pgm")), "\n")
}
