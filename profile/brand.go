package profile

import (
	"fmt"
	"math"
	"path"
	"strconv"
	"strings"
)

// Brand is how a firm signs what it writes: what stands at the head of its
// letters, and under which number it keeps the case.
type Brand struct {
	Name      string   `yaml:"name"`
	Address   []string `yaml:"address"` // line by line
	Phone     string   `yaml:"phone"`
	Email     string   `yaml:"email"`
	Web       string   `yaml:"web"`
	Reference string   `yaml:"reference"` // of the case, in the firm's files
	Colour    string   `yaml:"colour"`    // of headings, "#1B3A6B"; empty for mappe's own
	Logo      string   `yaml:"logo"`      // a picture, relative to the brand file
	Letters   string   `yaml:"letters"`   // a folder of the firm's own letters, relative to the brand file

	file *Aside
}

// DecodeBrand reads a brand in YAML or JSON, as strictly as Decode reads a
// profile. name stands in errors for the file.
func DecodeBrand(name string, src []byte) (*Brand, error) {
	b := &Brand{}
	b.file = ReadAside(name, "brand file", "name: …", src, b)
	b.check()
	if err := b.file.Err(); err != nil {
		return nil, err
	}
	return b, nil
}

// Fault is a complaint about what stands under a key, found when what it names
// was looked at.
func (b *Brand) Fault(key, format string, args ...any) error {
	return b.file.Fault(key, format, args...)
}

// Lines of an address, and characters of a line, that a letterhead has room for.
const (
	brandLines = 6
	brandLine  = 80
)

func (b *Brand) check() {
	a := b.file
	a.Need("name", "what the firm is called, as its letters have it")
	if n := len(b.Address); n > brandLines {
		a.Complain("address", "%d lines; a letterhead has room for %d: put several on one line", n, brandLines)
	}
	b.line("name", b.Name)
	for i, line := range b.Address {
		b.line(fmt.Sprintf("address[%d]", i), line)
	}
	b.line("phone", b.Phone)
	b.line("email", b.Email)
	b.line("web", b.Web)
	b.line("reference", b.Reference)
	b.path("logo", b.Logo)
	b.path("letters", b.Letters)
	if b.Colour != "" {
		b.checkColour()
	}
}

// line complains of a text that does not go on a line.
func (b *Brand) line(key, text string) {
	switch n := len([]rune(text)); {
	case n > brandLine:
		b.file.Complain(key, "%d characters; a line has room for %d: shorten it", n, brandLine)
	case strings.ContainsAny(text, "\r\n"):
		b.file.Complain(key, "several lines; write it on one")
	}
}

// path complains of a path that leads elsewhere.
func (b *Brand) path(key, path string) {
	if path != "" && !inFolder(path) {
		b.file.Complain(key, "%s leaves the folder of the brand file; put a copy beside the file, and name it from there", quote(path))
	}
}

// inFolder tells whether a path leads to something inside the folder it begins at.
func inFolder(p string) bool {
	p = path.Clean(strings.ReplaceAll(p, `\`, "/"))
	return p != "." && p != ".." && !strings.HasPrefix(p, "../") && !path.IsAbs(p) && !(len(p) > 1 && p[1] == ':')
}

// LeastContrast is the contrast to white that words of small size must have, by
// WCAG 2: 1.4.3.
const LeastContrast = 4.5

func (b *Brand) checkColour() {
	rgb, ok := b.RGB()
	switch ratio := contrast(rgb); {
	case !ok:
		b.file.Complain("colour", "%s is no colour; write six hexadecimal digits in quotes, such as \"#1B3A6B\"", quote(b.Colour))
	case ratio < LeastContrast:
		dark := darker(rgb)
		b.file.Complain("colour", "%s has a contrast of %.1f:1 on white paper, and words need %.1f:1 to be read, also when they are printed in black; choose a darker one, such as \"#%02X%02X%02X\"",
			quote(b.Colour), math.Floor(ratio*10)/10, LeastContrast, dark[0], dark[1], dark[2])
	}
}

// RGB is the colour of headings; ok is false when there is none.
func (b *Brand) RGB() (rgb [3]uint8, ok bool) {
	digits, hash := strings.CutPrefix(b.Colour, "#")
	if !hash || len(digits) != 6 {
		return rgb, false
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return rgb, false
	}
	return [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// contrast is that of a colour to white, from 1 to 21, as WCAG 2 reckons it.
func contrast(rgb [3]uint8) float64 {
	linear := func(c uint8) float64 {
		v := float64(c) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	light := 0.2126*linear(rgb[0]) + 0.7152*linear(rgb[1]) + 0.0722*linear(rgb[2])
	return 1.05 / (light + 0.05)
}

// darker is the lightest shade of a colour that has the contrast.
func darker(rgb [3]uint8) [3]uint8 {
	shade := rgb
	for n := 255; contrast(shade) < LeastContrast; n-- {
		for i, c := range rgb {
			shade[i] = uint8(int(c) * n / 255)
		}
	}
	return shade
}
