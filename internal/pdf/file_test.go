package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// whole says that a file has n pages that show their numbers.
func whole(t *testing.T, file []byte, n int) *File {
	t.Helper()
	f, err := Open(Bytes(file), "")
	if err != nil {
		t.Errorf("Open: %v", err)
		return nil
	}
	var want []string
	for i := range n {
		want = append(want, fmt.Sprintf("BT /F 20 Tf 20 20 Td (page %d) Tj ET", i+1))
	}
	if diff := cmp.Diff(want, words(t, f)); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	return f
}

func TestOpen(t *testing.T) {
	b := pages(3, "", "")
	for name, file := range map[string][]byte{
		"table":         b.file(),
		"stream":        b.crossed(),
		"object stream": b.packed(),
		"hybrid":        b.hybrid(),
	} {
		t.Run(name, func(t *testing.T) {
			if f := whole(t, file, 3); f.Repaired() || f.found != nil {
				t.Error("the file was repaired though it is sound")
			}
			changed := updated(file, 2, "<< /Type /Pages /MediaBox [0 0 200 300] /Resources 3 0 R /Kids [4 0 R] >>")
			if f := whole(t, changed, 1); f.Repaired() {
				t.Error("the updated file was repaired though it is sound")
			}
			whole(t, append([]byte("HTTP/1.1 200 OK\r\n\r\n"), file...), 3)
			whole(t, append(bytes.Clone(file), strings.Repeat("noise\n", 1000)...), 3)
			whole(t, append(bytes.Clone(file), strings.Repeat("noise\n", 10_000)...), 3)
			for _, cut := range []int{1, 10, 20, 40} {
				whole(t, file[:len(file)-cut], 3)
			}
			start := bytes.LastIndex(file, []byte("startxref"))
			whole(t, file[:start], 3)
			whole(t, append(bytes.Clone(file[:start]), "startxref\n77\n%%EOF\n"...), 3)
			whole(t, append(bytes.Clone(file[:start]), "startxref\n0\n%%EOF\n"...), 3)
			whole(t, append(bytes.Clone(file[:start]), "startxref\n999999999999999999999\n%%EOF\n"...), 3)
		})
	}
}

// What qpdf writes of the same file is read as the same pages.
func TestOpenWhatQpdfWrote(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(in, pages(40, "", "").file(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"--object-streams=generate"},
		{"--linearize"},
		{"--linearize", "--object-streams=generate"},
		{"--qdf"},
		{"--encrypt", "", "owner", "256", "--"},
		{"--object-streams=generate", "--encrypt", "", "owner", "256", "--"},
		{"--object-streams=generate", "--encrypt", "", "owner", "128", "--use-aes=y", "--"},
		{"--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			out := filepath.Join(dir, "out.pdf")
			tool(t, "qpdf", append(args, "--compress-streams=y", in, out)...)
			file, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			trim := func(file []byte) {
				t.Helper()
				f := opened(t, file)
				for i, got := range words(t, f) {
					if want := fmt.Sprintf("BT /F 20 Tf 20 20 Td (page %d) Tj ET", i+1); strings.TrimSpace(got) != want {
						t.Fatalf("page %d: %q, want %q", i+1, got, want)
					}
				}
				if f.Pages() != 40 {
					t.Errorf("%d pages, want 40", f.Pages())
				}
			}
			trim(file)
			trim(file[:bytes.LastIndex(file, []byte("startxref"))])
		})
	}
}

func TestRepair(t *testing.T) {
	b := pages(3, "", "")
	for name, file := range map[string][]byte{"table": b.file(), "stream": b.crossed(), "object stream": b.packed(), "hybrid": b.hybrid()} {
		t.Run(name, func(t *testing.T) {
			header, body, _ := bytes.Cut(file, []byte("\n"))
			moved := append(append(bytes.Clone(header), "\n%moved\n"...), body...)
			whole(t, moved, 3)
			if name == "table" || name == "stream" {
				catalog := bytes.Replace(file, []byte("/Type /Catalog"), []byte("/Type /Gatalog"), 1)
				catalog = bytes.ReplaceAll(catalog, []byte("/Root"), []byte("/Toor"))
				whole(t, catalog, 3)
				tree := bytes.Replace(catalog, []byte("/Type /Pages"), []byte("/Type /Bages"), 1)
				f, err := Open(Bytes(tree), "")
				if err != nil || f.Pages() != 3 {
					t.Errorf("without catalog and tree: %v", err)
				}
			}
		})
	}
	t.Run("wrong lengths", func(t *testing.T) {
		for _, length := range []string{"/Length 3", "/Length 99999", "/Length 5 0 R", "/Length -1", "/Length 77 0 R", "/Length (x)", ""} {
			file := bytes.ReplaceAll(b.file(), []byte("/Length 35"), []byte(length))
			if bytes.Equal(file, b.file()) {
				t.Fatal("nothing was changed")
			}
			whole(t, file, 3)
		}
	})
	t.Run("half", func(t *testing.T) {
		file := pages(100, "", "").file()
		f := opened(t, file[:len(file)/2])
		if n := f.Pages() + f.Lost(); n < 40 || n > 100 {
			t.Errorf("%d pages and %d lost of a half file with 100", f.Pages(), f.Lost())
		}
	})
	t.Run("an embedded file", func(t *testing.T) {
		with := append(pages(2, "", ""), stream("", string(pages(9, "", "").file())))
		file := with.file()
		whole(t, file[:bytes.LastIndex(file, []byte("xref\n0"))], 2)
	})
	t.Run("nothing", func(t *testing.T) {
		for _, file := range []string{"", "%PDF-1.7", "<html><body>not found</body></html>", strings.Repeat("\x00", 100_000)} {
			if _, err := Open(Bytes([]byte(file)), ""); err == nil {
				t.Errorf("%.20q opened", file)
			}
		}
	})
}
