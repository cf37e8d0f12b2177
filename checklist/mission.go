package checklist

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"mappe/forms"
	"mappe/internal/civil"
	"mappe/profile"
)

// Mission is what a Danish mission, or the application centre that serves it,
// wants beyond the checklist, as somebody has read it on a day.
type Mission struct {
	ID      string         `yaml:"id"`
	Name    profile.Words  `yaml:"name"`
	Address []string       `yaml:"address"` // line by line
	Channel string         `yaml:"channel"` // where to hand in: mission, application-centre
	Copies  int            `yaml:"copies"`  // sets of documents beside the originals
	Photos  int            `yaml:"photos"`
	Colour  bool           `yaml:"colour"` // copies in colour
	Papers  []MissionPaper `yaml:"papers"`
	Forms   []string       `yaml:"forms"` // that it speaks of; none means all that are handed in there
	Source  MissionSource  `yaml:"source"`

	file *profile.Aside
}

// MissionSource is where what a mission wants was read.
type MissionSource struct {
	URL      string     `yaml:"url"`
	Quote    string     `yaml:"quote"`
	Language string     `yaml:"language"` // of the quotation; empty means English
	Checked  civil.Date `yaml:"checked"`  // the day it was read
	Stored   bool       `yaml:"stored"`   // in a stored copy of the page, and noted in the words of who read it
}

// MissionPaper is a paper that a mission wants: a document of the catalogue, or
// one in words of its own.
type MissionPaper struct {
	Item  string         `yaml:"item"`
	ID    string         `yaml:"id"`
	Words *profile.Words `yaml:"words"`
}

// Channels are where what a mission takes is handed in.
const (
	AtMission = "mission"
	AtCentre  = "application-centre"
)

// ReadMission reads a mission's wishes in YAML or JSON, as strictly as a profile
// is read. name stands in errors for the file.
func ReadMission(name string, src []byte) (*Mission, error) {
	m := &Mission{}
	m.file = profile.ReadAside(name, "mission file", "id: …", src, m)
	m.check()
	if err := m.file.Err(); err != nil {
		return nil, err
	}
	return m, nil
}

// Most of what a mission file may say: lines of an address, characters of a
// text, things of a kind.
const (
	mostLines = 6
	mostText  = 300
	mostWants = 20
)

var missionID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`) })

func (m *Mission) check() {
	a := m.file
	a.Need("id", "a short name for the file's own use, such as finland")
	a.Need("name", "what the mission is called")
	a.Need("source", "url, quote, and checked, the day on which it was read; what nobody has read is asked of nobody")
	a.Need("source.url", "the address of the page, as https://um.dk/…")
	a.Need("source.quote", "the words of the page that ask for it, short")
	a.Need("source.checked", "the day on which it was read, YYYY-MM-DD")
	m.slug("id", m.ID)
	if len(m.Address) > mostLines {
		a.Complain("address", "%d lines; an address has at most %d: put several on one line", len(m.Address), mostLines)
	}
	for i, line := range m.Address {
		m.text(fmt.Sprintf("address[%d]", i), line)
	}
	m.words("name", m.Name, "what the mission is called")
	m.text("source.quote", m.Source.Quote)
	if c := m.Channel; c != "" && c != AtMission && c != AtCentre {
		a.Complain("channel", "unknown value %q; write %s or %s", c, AtMission, AtCentre)
	}
	m.number("copies", m.Copies)
	m.number("photos", m.Photos)
	if s := m.Source.URL; s != "" && !isAddress(s) {
		a.Complain("source.url", "%q is no address of a page; write it as https://um.dk/…", s)
	}
	m.checkForms()
	m.checkPapers()
}

// text complains of what is no short line.
func (m *Mission) text(key, text string) {
	switch n := len([]rune(text)); {
	case n > mostText:
		m.file.Complain(key, "%d characters, more than %d; shorten it to the words that matter", n, mostText)
	case strings.ContainsAny(text, "\r\n"):
		m.file.Complain(key, "several lines; write it on one")
	}
}

// words complains of a name that lacks a language or is too long; what says what
// it is.
func (m *Mission) words(key string, w profile.Words, what string) {
	m.file.Need(key+".en", what+" in English")
	m.file.Need(key+".da", what+" in Danish")
	for _, x := range []struct{ key, text string }{{key, w.Whole}, {key + ".en", w.EN}, {key + ".da", w.DA}} {
		m.text(x.key, x.text)
	}
}

func (m *Mission) slug(key, id string) {
	if id != "" && !missionID().MatchString(id) {
		m.file.Complain(key, "%q is no id; write lower-case letters a-z, digits and hyphens, at most 40", id)
	}
}

func (m *Mission) number(key string, n int) {
	if n < 0 || n > mostWants {
		m.file.Complain(key, "%d of them; want a whole number up to %d, or leave the key out where nothing is asked for", n, mostWants)
	}
}

// isAddress tells whether s names a page of the web; https:// may be left out.
func isAddress(s string) bool {
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && strings.Contains(u.Host, ".") && !strings.ContainsAny(s, " \t\r\n")
}

func (m *Mission) checkForms() {
	var known []string
	for _, s := range forms.Schemes {
		if s.Form != "" {
			known = append(known, s.Form)
		}
	}
	for i, f := range m.Forms {
		key := fmt.Sprintf("forms[%d]", i)
		switch {
		case f == "": // complained of already
		case !slices.Contains(known, f):
			near := profile.Nearest(f, known)
			if i := slices.IndexFunc(known, func(k string) bool { return strings.HasPrefix(k, f) }); i >= 0 {
				near = known[i]
			}
			m.file.Complain(key, "unknown form %q; did you mean %q? There are %s", f, near, strings.Join(known, ", "))
		case f == forms.BF1:
			m.file.Complain(key, "%s is filed online alone; leave it out", f)
		case slices.Index(m.Forms, f) < i:
			m.file.Complain(key, "%q stands twice; keep one", f)
		}
	}
}

func (m *Mission) checkPapers() {
	if len(m.Papers) > mostWants {
		m.file.Complain("papers", "%d papers, more than %d; put what belongs together on one line", len(m.Papers), mostWants)
	}
	told := map[string]bool{wishPhotos: true, wishCopies: true, wishColour: true}
	for i, p := range m.Papers {
		key := fmt.Sprintf("papers[%d]", i)
		switch {
		case p.Item == "" && p.Words == nil:
			m.file.Complain(key, "no paper; give item, an id of the checklist, or id and words: {en: …, da: …}")
			continue
		case p.Item != "" && (p.Words != nil || p.ID != ""):
			m.file.Complain(key, "item %q beside id or words; a document of the checklist has its own", p.Item)
			continue
		case p.Item != "" && !slices.Contains(IDs(), p.Item):
			m.file.Complain(key+".item", "unknown item %q; did you mean %q? Another paper has id and words", p.Item, profile.Nearest(p.Item, IDs()))
		case p.Words != nil:
			m.file.Need(key+".id", "a short name, such as family-record")
			m.slug(key+".id", p.ID)
			m.words(key+".words", *p.Words, "what it is called")
			if p.Words.Whole != "" {
				m.file.Complain(key+".words", "one name for all; write {en: …, da: …}, what it is called in English and in Danish")
			}
		}
		if id := p.Item + p.ID; id != "" && told[id] {
			m.file.Complain(key, "%q stands twice; each paper has a name of its own, and photos, copies and colour are keys of the file", id)
		} else {
			told[id] = true
		}
	}
}

// ReadBy complains of a day of reading that is not past on a day.
func (m *Mission) ReadBy(on civil.Date) error {
	if m.Source.Checked.After(on) {
		return m.file.Fault("source.checked", "%s is after %s, the day of the answer; write the day on which the page was read", m.Source.Checked, on)
	}
	return nil
}
