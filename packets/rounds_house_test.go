package packets

import (
	"fmt"
	"image"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/checklist"
	"mappe/forms"
	"mappe/profile"
)

// drawnHouse is who makes a packet and who takes it: a firm, with a logo and
// letters of its own, and a mission. Each may be missing.
type drawnHouse struct {
	brand   *profile.Brand
	logo    []byte
	letters fstest.MapFS
	mission string
}

// These words stand nowhere else.
const (
	firmWord    = "Grønspættebogholderiet"
	ownWord     = "Egetbrev"
	missionWord = "Lyserødambassaden"
	wishWord    = "Ønskebrønden"
)

// logoPixels are those of the logo.
const logoPixels = "123x41"

// drawHouse draws firm and mission by lot.
func (d *drawnCase) drawHouse() {
	h := &d.house
	if d.r.IntN(3) == 0 {
		h.drawBrand(d)
		if d.r.IntN(2) == 0 {
			h.drawLetters(d)
		}
	}
	if d.r.IntN(4) == 0 {
		h.mission = fmt.Sprintf("id: lot\nname: %s\nchannel: %s\nsource: {url: um.example, quote: %s, checked: 2026-11-%d}\n",
			missionWord, []string{"mission", "application-centre"}[d.r.IntN(2)], wishWord, 10+d.r.IntN(12))
		for _, wish := range []string{
			"photos: 2\n", "copies: 3\n", "colour: true\n", "address: [Strandvej 1, 0001 Etsted]\n", "forms: [BF2-3/US]\n", "papers: [{item: passport-all-pages}]\n",
			"papers: [{id: record, words: {en: Family record, da: Familieattest}}]\n",
		} {
			if d.r.IntN(3) == 0 && !(strings.HasPrefix(wish, "papers") && strings.Contains(h.mission, "papers")) {
				h.mission += wish
			}
		}
	}
}

// drawBrand draws a firm, or the same one as it is later: under another
// reference, with another colour, and with a logo or without one.
func (h *drawnHouse) drawBrand(d *drawnCase) {
	h.brand = &profile.Brand{Name: firmWord, Address: []string{"Skabelontorvet 4", "8000 Aarhus C"}}
	if d.r.IntN(3) > 0 {
		h.brand.Reference = fmt.Sprintf("JNR-%d", d.r.IntN(1000))
	}
	if d.r.IntN(2) == 0 {
		h.brand.Colour = []string{"#7A1F2B", "#004400"}[d.r.IntN(2)]
	}
	if h.logo = nil; d.r.IntN(2) == 0 {
		h.logo = d.pool.logos[d.r.IntN(len(d.pool.logos))]
	}
}

// drawLetters draws letters of the firm's own, in one language or in both.
func (h *drawnHouse) drawLetters(d *drawnCase) {
	h.letters = fstest.MapFS{}
	for _, id := range []string{coveringLetter, "translator-declaration"} {
		for _, tag := range []string{"en", "da"} {
			if d.r.IntN(3) > 0 {
				src := "{{letterhead}}\n\n## " + ownWord + "\n\n{{addressee}}\n\n**{{.applicant.name}}**\n\n{{if .family}}{{range .others}}- {{.name}}\n{{end}}{{end}}\n\n{{enclosures}}\n\n{{signature \"Navn\"}}\n"
				h.letters[id+"."+tag+".md"] = &fstest.MapFile{Data: []byte(src)}
			}
		}
	}
}

// addLogos puts logos into the pool.
func (p *pool) addLogos(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 123, 41))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	p.logos = append(p.logos, encodedPNG(t, img)) // transparent, in part
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 255
	}
	p.logos = append(p.logos, encodedPNG(t, img), encodedJPEG(t, img))
}

// style is a style with the firm's.
func (h *drawnHouse) style(s Style) Style {
	if s.Brand = h.brand; h.letters != nil {
		s.Letters = fs.FS(h.letters)
	}
	if h.brand != nil && h.logo != nil {
		s.Logo, _ = NewLogo(h.logo)
	}
	return s
}

// visit adds the mission to a checklist.
func (h *drawnHouse) visit(t *testing.T, l *checklist.Checklist) {
	t.Helper()
	if h.mission == "" {
		return
	}
	m, err := checklist.ReadMission("mission.yaml", []byte(h.mission))
	if err == nil {
		err = l.At(m)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, h.mission)
	}
}

// look looks for firm and mission in a packet: they stand where it is documented,
// and in no stamp and no bookmark.
func (h *drawnHouse) look(t *testing.T, k *Packet, b *bundle, lock *Lock) {
	t.Helper()
	for _, m := range b.marks {
		if strings.Contains(m.title, firmWord) {
			t.Errorf("%s: the bookmark %q names the firm", k.Name, m.title)
		}
	}
	firm, reference := 0, ""
	if h.brand != nil {
		firm, reference = 1, h.brand.Reference
	}
	contents, cover := slices.IndexFunc(lock.Pages, func(q LockPage) bool { return q.Kind == PageContents }), -1
	if i := slices.IndexFunc(lock.Items, func(it LockItem) bool { return it.ID == coveringLetter }); i >= 0 {
		cover = slices.IndexFunc(lock.Pages, func(q LockPage) bool { return q.Item == i && q.Kind == PageLetter })
	}
	if cover < 0 && lock.Continues == nil {
		t.Errorf("%s: there is no covering letter", k.Name)
	}
	here := h.mission != "" && k.binder.app.Form != forms.BF1 && (k.binder.app.Form == forms.BF23 || !strings.Contains(h.mission, "forms: "))
	front, wishes := "", 0
	for i, x := range b.pages {
		said := x.said()
		if strings.Contains(x.foot(), firmWord) {
			t.Errorf("%s: page %s is stamped %q", k.Name, x.label, x.foot())
		}
		names, kind := strings.Count(said, firmWord), lock.Pages[i].Kind
		switch {
		case i == contents:
			if (names > 0) != (firm > 0) || reference != "" && !strings.Contains(said, reference) {
				t.Errorf("%s: the contents name firm and reference %q: %q", k.Name, reference, said)
			}
		case i == 0 && k.Front > 0:
			if names != firm || reference != "" && !strings.Contains(said, reference) {
				t.Errorf("%s: in front the firm stands %d times, with reference %q: %q", k.Name, names, reference, said)
			}
		case i == cover:
			own := h.letters[coveringLetter+"."+k.Lang+".md"] != nil
			if (names > 0) != (firm > 0) || strings.Contains(said, ownWord) != own || !own && reference != "" && !strings.Contains(said, reference) {
				t.Errorf("%s: the letter is the firm's own: %v; its reference is %q: %q", k.Name, own, reference, said)
			}
			if strings.Contains(said, missionWord) != here {
				t.Errorf("%s: form %s is handed in at the mission: %v; the letter says %q", k.Name, k.binder.app.Form, here, said)
			}
			if logo := slices.Contains(x.pictures, logoPixels); logo != (firm > 0 && h.logo != nil) {
				t.Errorf("%s: the letter has a logo: %v; it shows %q", k.Name, logo, x.pictures)
			}
		case names > 0 && kind != PageLetter && kind != PageContents && kind != PageFront:
			t.Errorf("%s: page %s of kind %s names the firm", k.Name, x.label, kind)
		case slices.Contains(x.pictures, logoPixels) && kind != PageLetter && kind != PageFront:
			t.Errorf("%s: page %s of kind %s shows the logo", k.Name, x.label, kind)
		}
		if i < k.Front {
			front += said + "\n"
		}
	}
	if k.Front == 0 || lock.Continues != nil { // where nothing is said of them again
		return
	}
	for _, p := range k.binder.people {
		wishes += len(p.Wishes)
		for _, w := range p.Wishes {
			if !strings.Contains(front, w.Number) {
				t.Errorf("%s: the mission's wish %s is not there", k.Name, w.Number)
			}
		}
	}
	if said := strings.Count(front, wishWord); here && said < wishes || !here && wishes+said > 0 || h.mission != "" && !strings.Contains(front, missionWord) {
		t.Errorf("%s: %d wishes, %d times where they stand", k.Name, wishes, said)
	}
}

// said are the words of a page.
func (x leaf) said() string {
	var words []string
	for _, w := range x.words {
		words = append(words, w.text)
	}
	return isolates.Replace(strings.Join(words, " "))
}
