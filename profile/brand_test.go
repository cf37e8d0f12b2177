package profile

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestDecodeBrand(t *testing.T) {
	const src = `name: Advokaterne Prøve & Skabelon
address: [Prøvegade 1, 1000 København K]
phone: +45 00 00 00 00
email: post@proeve.example
web: proeve.example
reference: 2026-0117
colour: "#7A1F2B"
logo: logo.png
letters: letters
`
	want := &Brand{
		Name: "Advokaterne Prøve & Skabelon", Address: []string{"Prøvegade 1", "1000 København K"}, Phone: "+45 00 00 00 00",
		Email: "post@proeve.example", Web: "proeve.example", Reference: "2026-0117", Colour: "#7A1F2B", Logo: "logo.png", Letters: "letters",
	}
	got, err := DecodeBrand("brand.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Brand{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if rgb, ok := got.RGB(); !ok || rgb != [3]uint8{0x7A, 0x1F, 0x2B} {
		t.Errorf("colour %v, %t", rgb, ok)
	}
	if got, want := got.Fault("logo", "no such file").Error(), "brand.yaml:8: logo: no such file"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Each complaint has the file, the line and the key, and says what to do.
func TestDecodeBrandComplains(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", `b.yaml:1: empty; a brand file starts with "name: …"`},
		{"[a]", `b.yaml:1: want a mapping that starts with "name: …", got a list`},
		{"name: A\n---\nname: B\n", `b.yaml:2: a second document; a brand file is one: remove "---" and what follows`},
		{"phone: 1\n", `b.yaml:1: "name" is missing; add it: what the firm is called, as its letters have it`},
		{"name: A\n\nreferense: 1\n", `b.yaml:3: unknown key "referense"; did you mean "reference"?`},
		{"name: A\ncase: 1\n", `b.yaml:2: unknown key "case"; there are name, address, phone, email, web, reference, colour, logo and letters`},
		{"name: A\nlogo:\n", `b.yaml:2: logo: no value; give one (in quotes if it begins with #), or leave the key out`},
		{"name: A\nlogo: ../logo.png\n", `b.yaml:2: logo: "../logo.png" leaves the folder of the brand file; put a copy beside the file, and name it from there`},
		{"name: A\nletters: /home/letters\n", `b.yaml:2: letters: "/home/letters" leaves the folder of the brand file; put a copy beside the file, and name it from there`},
		{"name: A\nlogo: 'C:\\logo.png'\n", `b.yaml:2: logo: "C:\\logo.png" leaves the folder of the brand file; put a copy beside the file, and name it from there`},
		{"name: A\ncolour: navy\n", `b.yaml:2: colour: "navy" is no colour; write six hexadecimal digits in quotes, such as "#1B3A6B"`},
		{"name: A\ncolour: #1B3A6B\n", `b.yaml:2: colour: no value; give one (in quotes if it begins with #), or leave the key out`},
		{"name: A\ncolour: '#+1B3A6'\n", `b.yaml:2: colour: "#+1B3A6" is no colour; write six hexadecimal digits in quotes, such as "#1B3A6B"`},
		{"name: A\ncolour: '#F2A900'\n", `b.yaml:2: colour: "#F2A900" has a contrast of 2.0:1 on white paper, and words need 4.5:1 to be read, also when they are printed in black; choose a darker one, such as "#9D6E00"`},
		{"name: A\naddress: Prøvegade 1\n", `b.yaml:2: address: want a list, got "Prøvegade 1"; write [Prøvegade 1]`},
		{"name: A\naddress: [a, b, c, d, e, f, g]\n", `b.yaml:2: address: 7 lines; a letterhead has room for 6: put several on one line`},
		{"name: A\naddress:\n- b\n- |\n  c\n  d\n", `b.yaml:4: address[1]: several lines; write it on one`},
		{"name: " + strings.Repeat("a", 81) + "\n", `b.yaml:1: name: 81 characters; a line has room for 80: shorten it`},
	} {
		b, err := DecodeBrand("b.yaml", []byte(c.src))
		if err == nil {
			t.Errorf("%q: read as %+v", c.src, b)
		} else if err.Error() != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, err, c.want)
		}
	}
}

// The contrast is that of WCAG 2: known pairs, and a remedy that is accepted.
func TestContrast(t *testing.T) {
	for rgb, want := range map[[3]uint8]float64{{}: 21, {255, 255, 255}: 1, {0x76, 0x76, 0x76}: 4.54, {0x77, 0x77, 0x77}: 4.48, {0x1B, 0x3A, 0x6B}: 11.265} {
		if got := contrast(rgb); math.Abs(got-want) > 0.01 {
			t.Errorf("%v: %.3f, want %.2f", rgb, got, want)
		}
	}
	for n := range 512 {
		rgb := [3]uint8{uint8(n >> 6 * 36), uint8(n >> 3 & 7 * 36), uint8(n & 7 * 36)}
		src := func(c [3]uint8) []byte {
			return fmt.Appendf(nil, "name: A\ncolour: '#%02x%02X%02X'\n", c[0], c[1], c[2])
		}
		if _, err := DecodeBrand("b.yaml", src(rgb)); (err == nil) != (contrast(rgb) >= LeastContrast) {
			t.Errorf("%v, contrast %.2f: %v", rgb, contrast(rgb), err)
		}
		if _, err := DecodeBrand("b.yaml", src(darker(rgb))); err != nil {
			t.Errorf("%v is told to be mended by %v: %v", rgb, darker(rgb), err)
		}
	}
}

// What somebody wrote never makes the reader fail otherwise than by complaints
// that have a place, and the same ones each time.
func FuzzDecodeBrand(f *testing.F) {
	f.Add([]byte("name: A\naddress: [b, c]\ncolour: '#F2A900'\nlogo: ../x\n"))
	f.Add([]byte("{name: A, colour: 1, reference: [2]}"))
	f.Add([]byte("address: {a: b}\nname:\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		b, err := DecodeBrand("b.yaml", src)
		if err != nil {
			_, again := DecodeBrand("b.yaml", src)
			if again.Error() != err.Error() || !strings.HasPrefix(err.Error(), "b.yaml:") {
				t.Fatalf("%v\n%v", err, again)
			}
			return
		}
		if b.Name == "" || len(b.Address) > brandLines || b.Logo != "" && !inFolder(b.Logo) {
			t.Fatalf("read %+v", b)
		}
		if rgb, ok := b.RGB(); ok != (b.Colour != "") || ok && contrast(rgb) < LeastContrast {
			t.Fatalf("colour %q", b.Colour)
		}
	})
}
