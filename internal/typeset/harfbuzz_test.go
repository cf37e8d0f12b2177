//go:build !race

package typeset

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What testdata/glyphs says that HarfBuzz draws, it draws.
func TestHarfBuzz(t *testing.T) {
	for name, set := range trials(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := readGlyphs(name)
			if err != nil {
				t.Fatal(err)
			}
			wrong := 0
			for i, theirs := range harfBuzz(t, set) {
				if golden(name, theirs) == want[set[i].where] {
					continue
				}
				if wrong++; wrong <= 20 {
					t.Errorf("%s: %q is not drawn as %s has it; run `make glyphs`. HarfBuzz:\n%s", set[i].where, set[i].text, glyphFile(name), lines(theirs))
				}
			}
			if wrong > 20 {
				t.Errorf("and %d more", wrong-20)
			}
		})
	}
}

// writeGlyphs lets hb-shape draw all texts, and writes down how it draws them.
func writeGlyphs(t *testing.T, sets map[string][]trial) {
	old, err := filepath.Glob(glyphFile("*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range old {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	for name, set := range sets {
		var b strings.Builder
		for i, drawn := range harfBuzz(t, set) {
			b.WriteString(set[i].where + "\n")
			for line := range strings.Lines(golden(name, drawn)) {
				b.WriteString("\t" + line)
			}
		}
		if err := os.WriteFile(glyphFile(name), []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// differences says what is drawn otherwise than HarfBuzz draws it.
func differences(t *testing.T, name string, set []trial) {
	t.Helper()
	if len(set) == 0 {
		return
	}
	t.Errorf("%d texts are not drawn as %s has it, %s is the first", len(set), glyphFile(name), set[0].where)
	for i, theirs := range harfBuzz(t, set[:min(len(set), 20)]) {
		ours, complained := strokes(set[i]), false
		for k, p := range theirs {
			got, want := lines(ours[k:k+1]), lines(theirs[k:k+1])
			if got != want {
				complained = true
				t.Errorf("%s: %q:\n  is drawn %s  HarfBuzz %s", set[i].where, p.text, got, want)
			}
		}
		if !complained {
			t.Errorf("%s: %q is drawn as HarfBuzz draws it, and was otherwise when the file was written; run `make glyphs`", set[i].where, set[i].text)
		}
	}
}

// harfBuzz is how hb-shape draws trials: the strokes are ours, and how they are
// drawn is not. Each font, direction, script and language is one process.
func harfBuzz(t *testing.T, set []trial) [][]stroke {
	t.Helper()
	all := make([][]stroke, len(set))
	of := map[string][]*stroke{}
	for i, s := range set {
		all[i] = strokes(s)
		for k := range all[i] {
			p := &all[i][k]
			of[p.section()] = append(of[p.section()], p)
		}
	}
	dir := t.TempDir()
	for _, same := range of {
		texts := make([]string, len(same))
		for i, p := range same {
			texts[i] = p.text
		}
		for i, drawn := range hbShape(t, dir, same[0].hand, texts) {
			same[i].drawn = drawn
		}
	}
	return all
}

// hbShape is how hb-shape draws texts: their clusters in visual order.
func hbShape(t *testing.T, dir string, h hand, texts []string) [][]drawn {
	font := filepath.Join(dir, h.font.Name+".ttf")
	if _, err := os.Stat(font); err != nil {
		ttf, err := files.ReadFile(h.font.file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(h.font.file, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(ttf))
			if err != nil {
				t.Fatal(err)
			}
			if ttf, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(font, ttf, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{
		"--font-file=" + font, "--script=" + h.script.String(), "--language=" + h.lang,
		"--direction=ltr", "--cluster-level=0", "--remove-default-ignorables",
		"--no-glyph-names", "--output-format=json", "--text-file=-",
	}
	if h.rtl {
		args[3], args[4] = "--direction=rtl", "--cluster-level=1"
	}
	cmd := exec.Command("hb-shape", args...)
	cmd.Stdin = strings.NewReader(strings.Join(texts, "\n") + "\n")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hb-shape: %v: install libharfbuzz-bin\n%s", err, &stderr)
	}
	var all [][]drawn
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var line []struct{ G, Cl, Dx, Dy, Ax int }
		if err := d.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("hb-shape: %v", err)
		}
		text := []rune(texts[len(all)])
		var clusters []drawn
		for i := 0; i < len(line); {
			from, to := line[i].Cl, len(text)
			if h.rtl && i > 0 {
				to = line[i-1].Cl
			}
			var c drawn
			for first := i; i < len(line) && line[i].Cl == line[first].Cl; i++ {
				c.glyphs = append(c.glyphs, part{line[i].G, c.advance + line[i].Dx, line[i].Dy})
				c.advance += line[i].Ax
			}
			if i < len(line) && !h.rtl {
				to = line[i].Cl
			}
			c.text = read(text[from:to])
			clusters = append(clusters, c)
		}
		all = append(all, clusters)
	}
	if len(all) != len(texts) {
		t.Fatalf("hb-shape drew %d of %d texts", len(all), len(texts))
	}
	return all
}

// read is text without what steers.
func read(text []rune) string {
	var b strings.Builder
	for _, r := range text {
		if !steers(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
