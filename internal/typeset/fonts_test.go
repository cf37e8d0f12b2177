package typeset

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
)

// The committed fonts are those of the manifest, which says where they are from.
func TestFontsAreThoseOfTheManifest(t *testing.T) {
	var manifest struct {
		Fonts []struct {
			File, Name, Version, Package, PackageVersion, Source string
			SourceSHA256, SHA256, PackedSHA256                   string
			Characters, Size, PackedSize                         int
		}
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity string }
	}
	for name, v := range map[string]any{"fonts/manifest.json": &manifest, "fonts/package-lock.json": &lock} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	entries, err := files.ReadDir("fonts")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(manifest.Fonts) || len(entries) == 0 {
		t.Errorf("%d files, and the manifest has %d", len(entries), len(manifest.Fonts))
	}
	total := 0
	for _, f := range manifest.Fonts {
		packed, err := files.ReadFile(path.Join("fonts", f.File))
		if err != nil {
			t.Error(err)
			continue
		}
		ttf := packed
		if strings.HasSuffix(f.File, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(packed))
			if err != nil {
				t.Fatalf("%s: %v", f.File, err)
			}
			if ttf, err = io.ReadAll(z); err != nil {
				t.Fatalf("%s: %v", f.File, err)
			}
			if !z.ModTime.IsZero() || z.Name != "" {
				t.Errorf("%s: packed with a name or a day", f.File)
			}
			total += len(packed)
		} else {
			var b bytes.Buffer
			z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
			_, _ = z.Write(ttf)
			_ = z.Close()
			total += b.Len()
		}
		if len(packed) != f.PackedSize || len(ttf) != f.Size || fmt.Sprintf("%x %x", sha256.Sum256(packed), sha256.Sum256(ttf)) != f.PackedSHA256+" "+f.SHA256 {
			t.Errorf("%s is not what the manifest says; run make fonts", f.File)
		}
		if f.Name+".ttf" != strings.TrimSuffix(f.File, ".gz") || f.Version == "" || len(f.SourceSHA256) != 64 {
			t.Errorf("%s: %+v", f.File, f)
		}
		locked := lock.Packages["node_modules/"+f.Package]
		if locked.Version != f.PackageVersion || !strings.HasPrefix(locked.Integrity, "sha512-") {
			t.Errorf("%s: %s %s is locked at %q with %q", f.File, f.Package, f.PackageVersion, locked.Version, locked.Integrity)
		}
	}
	if total > 7<<20 {
		t.Errorf("the fonts take %d bytes, more than 7 MB", total)
	}
}

// What is known of a font without opening it is what stands in it, and what
// typesetting takes for granted holds.
func TestFontsAreAsTheTableSays(t *testing.T) {
	from := 0
	for i := range families {
		family := &families[i]
		if family.from != from || family.to <= from {
			t.Errorf("%s has the spans %d to %d; %d is the next", family.regular.Name, family.from, family.to, from)
		}
		from = family.to
		covered := 0
		for span, last := family.from, rune(-1); span < family.to; span++ {
			if bound(span, 0) <= last || bound(span, 3) < bound(span, 0) {
				t.Errorf("%s: the span from %U follows %U", family.regular.Name, bound(span, 0), last)
			}
			last = bound(span, 3)
			covered += int(last-bound(span, 0)) + 1
		}
		for _, f := range []*Font{&family.regular, &family.bold} {
			face := f.open()
			glyphs := face.characters()
			if len(glyphs) != covered {
				t.Errorf("%s has glyphs for %d characters, and the table has %d", f.Name, len(glyphs), covered)
			}
			for r := range glyphs {
				if !family.covers(r) {
					t.Errorf("%s: %U is not in the table", f.Name, r)
				}
				if id, ok := face.layout.NominalGlyph(r); !ok || int(id) != glyphs[r] {
					t.Errorf("%s: %U is glyph %d, to the shaper %d", f.Name, r, glyphs[r], id)
				}
			}
			if f.Bold != (f == &family.bold) || f.struck != (f.Bold && family.regular.file == family.bold.file) {
				t.Errorf("%s: bold %v, struck %v", f.Name, f.Bold, f.struck)
			}
			if shared := family.regular.open() == family.bold.open(); shared != family.bold.struck {
				t.Errorf("%s: the weights share what is open: %v", f.Name, shared)
			}
			if _, ok := glyphs[' ']; !ok {
				t.Errorf("%s has no space", f.Name)
			}
			if n := be.Uint16(face.table("head")[18:]); n != 1000 {
				t.Errorf("%s has %d units, not 1000", f.Name, n)
			}
			if up, down := int(int16(be.Uint16(face.table("hhea")[4:]))), int(int16(be.Uint16(face.table("hhea")[6:]))); up != f.Ascent || down != f.Descent {
				t.Errorf("%s rises %d and falls %d, not %d and %d", f.Name, up, down, f.Ascent, f.Descent)
			}
			for _, tag := range []string{"fpgm", "prep", "cvt "} {
				if _, ok := face.places[tag]; ok {
					t.Errorf("%s has instructions in %q, which cutting loses", f.Name, tag)
				}
			}
			for id := range face.glyphs {
				at := 4*id + 2
				if id >= face.long {
					at = 4*face.long + 2*(id-face.long)
				}
				if o := face.outline(id); len(o) > 0 && boxOf(o).left != int(int16(be.Uint16(face.hmtx[at:]))) {
					t.Errorf("%s: glyph %d is not drawn where its bearing says", f.Name, id)
				}
			}
		}
	}
	if 6*from != len(coverage) {
		t.Errorf("%d spans of %d bytes belong to no family", len(coverage)-6*from, len(coverage))
	}
}

// Nothing but opening unpacks a font, and goroutines open it once.
func TestFontsOpenOnce(t *testing.T) {
	f := &Font{Name: families[1].regular.Name, file: families[1].regular.file}
	faces := make([]*face, 8)
	var wait sync.WaitGroup
	for i := range faces {
		wait.Go(func() {
			faces[i] = f.open()
			for id := range 200 {
				faces[i].outline(id)
			}
		})
	}
	wait.Wait()
	if len(slices.Compact(faces)) != 1 {
		t.Error("a font was opened twice")
	}
}

func TestFontFor(t *testing.T) {
	for _, c := range []struct {
		text, lang, want string
	}{
		{"Æblegrød 12,50 €–—…“”’", "da", "NotoSans"},
		{"Nguyễn Ǻ ḱ ẞ ſ ʻ", "en", "NotoSans"},
		{"Марія Ґалаґан Ђ Ө", "uk", "NotoSans"},
		{"Ελένη ἀ", "en", "NotoSans"},
		{"محمد ۱۲۳ پ ٹ ؟", "da", "NotoSansArabic"},
		{"राम श्री ।", "da", "NotoSansDevanagari"},
		{"ክብሮም ፡ ፩", "ti", "NotoSansEthiopic"},
		{"שרה", "en", "NotoSansHebrew"},
		{"გიორგი ᲒᲘᲝᲠᲒᲘ", "en", "NotoSansGeorgian"},
		{"Արմեն", "en", "NotoSansArmenian"},
		{"สมชาย", "en", "NotoSansThai"},
		{"রহিম", "en", "NotoSansBengali"},
		{"।", "bn", "NotoSansBengali"},
		{"।", "bn-BD", "NotoSansBengali"},
		{"।", "pa", "NotoSansGurmukhi"},
		{"தமிழ்", "ta", "NotoSansTamil"},
		{"ગુજરાતી", "gu", "NotoSansGujarati"},
		{"ਗੁਰਮੁਖੀ", "pa", "NotoSansGurmukhi"},
		{"తెలుగు", "te", "NotoSansTelugu"},
		{"ಕನ್ನಡ", "kn", "NotoSansKannada"},
		{"മലയാളം", "ml", "NotoSansMalayalam"},
		{"සිංහල", "si", "NotoSansSinhala"},
		{"ខ្មែរ", "km", "NotoSansKhmer"},
		{"ລາວ", "lo", "NotoSansLao"},
		{"မြန်မာ", "my", "NotoSansMyanmar"},
		{"王小明歐陽镕喆堃瑄、。（）", "en", "NotoSansSC"},
		{"さくらサクラ峠畑", "en", "NotoSansSC"},
		{"“”—…·", "zh-Hans", "NotoSansSC"},
		{"“Anna” 12", "ko", "NotoSans"},
		{"王é", "zh", "NotoSansSC NotoSans"},
		{"김민준", "ko", "NotoSansKR"},
		{"→①", "en", "NotoSansSC"},
	} {
		var got []string
		for _, r := range c.text {
			if r == ' ' {
				continue
			}
			f := fontFor(r, c.lang, true)
			name, weight, _ := strings.Cut(f.Name, "-")
			if weight != "Bold" || !f.Bold {
				t.Errorf("%q (%s): %s is not bold", r, c.lang, f.Name)
			}
			if !drawable(r) {
				t.Errorf("%q is not drawn", r)
			}
			if len(got) == 0 || got[len(got)-1] != name {
				got = append(got, name)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q (%s) is drawn by %s, want %s", c.text, c.lang, s, c.want)
		}
	}
	for r := range rune(0x3000) {
		if f := familyFor(r, "da"); f != nil && !f.covers(r) {
			t.Errorf("%U is to be drawn by %s, which has no glyph for it", r, f.regular.Name)
		}
	}
	for _, r := range "𠮷😀ⲁ\uE000" {
		if drawable(r) || fontFor(r, "da", false) != &families[0].regular {
			t.Errorf("%q is drawn by %s", r, fontFor(r, "da", false).Name)
		}
	}
}
