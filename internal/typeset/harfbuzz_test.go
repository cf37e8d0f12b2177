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

// askHarfBuzz lets hb-shape draw all pieces of all sets, each as a whole, with
// the fonts that are in the program, and writes down how it draws their words.
func askHarfBuzz(t *testing.T, sets map[string][]trial) {
	type request struct {
		piece stroke
		texts []string
		index map[string]int
		drawn [][]drawn
	}
	requests := map[string]*request{}
	for _, set := range sets {
		for _, p := range pieces(set) {
			r := requests[p.section()]
			if r == nil {
				r = &request{piece: p, index: map[string]int{}}
				requests[p.section()] = r
			}
			if _, known := r.index[p.text]; !known {
				r.index[p.text] = len(r.texts)
				r.texts = append(r.texts, p.text)
			}
		}
	}
	dir := t.TempDir()
	for _, r := range requests {
		r.drawn = hbShape(t, dir, r.piece.hand, r.texts)
	}
	for name, set := range sets {
		all := map[string]map[string]string{}
		for s, p := range pieces(set) {
			section := all[p.section()]
			if section == nil {
				section = map[string]string{}
				all[p.section()] = section
			}
			r := requests[p.section()]
			for _, w := range splitWords(r.drawn[r.index[p.text]], p.hand.rtl) {
				glyphs, _ := notation(p.hand.font, w.drawn)
				if before, ok := section[w.text]; ok && before != glyphs {
					t.Errorf("%s: HarfBuzz draws %q in %s as %s here and as %s elsewhere", s.where, w.text, p.section(), glyphs, before)
				}
				section[w.text] = glyphs
			}
		}
		if err := writeGlyphs(glyphFile(name), all); err != nil {
			t.Fatal(err)
		}
	}
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
