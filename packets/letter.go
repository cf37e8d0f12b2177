package packets

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/page"
	"mappe/law"
	"mappe/locales"
	"mappe/profile"
	"mappe/templates"
)

// coveringLetter is the letter that names what is enclosed, and where.
const coveringLetter = "covering-letter"

// letter is one of a packet: which, whose, and what it is about.
type letter struct {
	checklist.Letter
	b      *binder
	person *checklist.Person
	items  []checklist.Item // that it answers
	given  profile.Document // with a translation
}

// title is what contents and bookmarks call the letter.
func (x letter) title() string { return x.b.v.Must("letter." + x.ID) }

// cites are the sentences that ask for the letter, each once.
func (x letter) cites() (cites []law.Cite) {
	cites = append(cites, x.Cites...)
	for _, it := range x.items {
		if slices.Contains(x.Items, it.ID) {
			cites = append(cites, it.Cite)
		}
	}
	slices.Sort(cites)
	return slices.Compact(cites)
}

// doc is the letter as a page. A template that can't be used is an error of the
// whole packet, which bind reports.
func (x letter) doc() page.Doc {
	d, err := x.read()
	if x.b.wrong == nil {
		x.b.wrong = err
	}
	return d
}

func (x letter) read() (page.Doc, error) {
	d := page.Doc{Title: x.title(), Lang: letterLang(x.b.v.Tag())}
	t, err := letterFile(x.b.style.Letters, x.ID+"."+d.Lang+".md")
	if err != nil {
		return d, err
	}
	in := &page.Inserts{}
	blocks, err := t.fill(x.facts(), x.words(in), in)
	d.Blocks = append(blocks, x.rules()...)
	return d, err
}

// letterLang is the language of the templates for a reader.
func letterLang(tag string) string {
	if tag == "da" {
		return "da"
	}
	return "en"
}

// letterFile reads a template: the firm's own, or mappe's.
func letterFile(own fs.FS, name string) (*letterTemplate, error) {
	if own != nil {
		if t, err := ownLetter(own, name); !errors.Is(err, fs.ErrNotExist) {
			return t, err
		}
	}
	src, err := fs.ReadFile(templates.Files, name)
	if err != nil {
		return nil, err
	}
	return readTemplate("templates/"+name, string(src))
}

// says is the digest of a letter's words, as they are in English: a packet in
// another language says the same.
func (x letter) says() string {
	english, err := locales.New("en")
	if err != nil {
		return ""
	}
	b := *x.b
	b.v = Voice{Printer: english, Book: b.v.Book}
	packet := x.b
	x.b = &b
	d, err := x.read()
	if packet.wrong == nil {
		packet.wrong = err
	}
	return worded(d)
}

// worded is the digest of a page's words.
func worded(d page.Doc) string {
	var words bytes.Buffer
	if err := page.Text(&words, d, 0); err != nil {
		return ""
	}
	return digested([]string{words.String()})
}

// elsewhere tells that the page for the form does not speak of the document that
// the letter is, and the page for another one does.
func (x letter) elsewhere() bool {
	switch x.Place {
	case checklist.InItem:
		return x.items[0].Need != checklist.Required
	case checklist.AtTranslation:
		return x.person.Scheme.Form != forms.MF4
	}
	return false
}

// rules say in small letters what asks for the letter, nothing where nobody does.
func (x letter) rules() []page.Block {
	v := x.b.v
	says := v.Must("letter.asked-by")
	cites := x.cites()
	if len(cites) == 0 {
		return nil
	}
	if x.elsewhere() {
		says = v.Must("letter.asked-elsewhere")
	}
	text := page.Plain(says)
	for _, c := range cites {
		r := v.rule(c)
		text = append(append(text, page.Span{Text: "\n"}), v.Quoted(c)...)
		text = append(text, page.Span{Text: " – " + v.Must("verify.read", "Source", v.Source(r.Source), "Date", r.Read)})
	}
	return []page.Block{page.Rule{}, page.Paragraph{Text: text, Small: true}}
}
