package ua

import (
	"fmt"
	"regexp"

	"mappe/internal/pdf"
)

// checkFigures looks at what is not read but seen.
func (d *document) checkFigures() {
	for _, e := range d.all {
		if e.role != "Figure" && e.role != "Formula" {
			continue
		}
		if d.alternative(e) == "" {
			d.complain("figure-alt", e.path(), "has no alternative text")
		}
		if e.role != "Figure" {
			continue
		}
		var at *page
		d.walk(e, func(m *mark) { at = m.page })
		box, ok := d.f.Rect(d.attribute(e, "Layout", "BBox"))
		switch {
		case at == nil:
			d.complain("figure-box", e.path(), "holds nothing of a page")
		case !ok || box.Width() <= 0 || box.Height() <= 0:
			d.complain("figure-box", e.path(), "does not say where it stands")
		case box[0] < at.box[0]-1 || box[1] < at.box[1]-1 || box[2] > at.box[2]+1 || box[3] > at.box[3]+1:
			d.complain("figure-box", e.path(), "stands at %v, outside of %v with %v", box, at, at.box)
		}
	}
}

var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*(-x(-[A-Za-z0-9]{1,8})+)?$`)

func (d *document) checkLanguages() {
	if s, ok := d.f.Get(d.f.Catalog().Get("Lang")).(pdf.String); !ok || !language.MatchString(s.Text()) {
		d.complain("lang", "catalog", "the language is %q", s)
	}
	for _, e := range d.all {
		d.checkLanguage(e.dict.Get("Lang"), e.path())
	}
}

// checkLanguage looks at the language of a part, where it has one.
func (d *document) checkLanguage(o pdf.Object, place string) {
	if s, ok := d.f.Get(o).(pdf.String); o != nil && (!ok || !language.MatchString(s.Text())) {
		d.complain("lang-parts", place, "the language is %q", s)
	}
}

// checkCatalog looks at what the file says of itself.
func (d *document) checkCatalog() {
	c := d.f.Catalog()
	info := d.f.Dict(c.Get("MarkInfo"))
	if info.Get("Marked") != true || info.Get("Suspects") == true {
		d.complain("marked", "catalog", "MarkInfo is %v", info)
	}
	if d.f.Dict(c.Get("ViewerPreferences")).Get("DisplayDocTitle") != true {
		d.complain("display-title", "catalog", "readers show the file's name, not its title")
	}
	for _, key := range []pdf.Name{"AA", "OpenAction", "Perms", "Requirements", "AlternatePresentations", "Collection", "NeedsRendering"} {
		if c.Get(key) != nil {
			d.complain("catalog", "catalog", "has %s", key)
		}
	}
	for _, key := range []pdf.Name{"JavaScript", "EmbeddedFiles", "AlternatePresentations"} {
		if d.f.Dict(c.Get("Names")).Get(key) != nil {
			d.complain("catalog", "catalog", "names %s", key)
		}
	}
	if form := d.f.Dict(c.Get("AcroForm")); form != nil {
		d.complain("catalog", "catalog", "has a form to fill in")
	}
	d.checkLayers(d.f.Dict(c.Get("OCProperties")))
	d.checkLabels(c.Get("PageLabels"))
	for _, it := range d.f.Outline() {
		d.checkItem(it)
	}
}

func (d *document) checkItem(it pdf.Item) {
	if it.Title == "" || it.Page == 0 {
		d.complain("outline", "outline", "the bookmark %q leads to page %d", it.Title, it.Page)
	}
	for _, under := range it.Under {
		d.checkItem(under)
	}
}

// checkLayers looks at the configurations of optional contents.
func (d *document) checkLayers(o pdf.Dict) {
	if o == nil {
		return
	}
	for _, c := range append(d.f.Array(o.Get("Configs")), o.Get("D")) {
		config := d.f.Dict(c)
		if name, _ := d.f.Get(config.Get("Name")).(pdf.String); name == "" {
			d.complain("layers", "OCProperties", "a configuration has no name")
		}
		if config.Get("AS") != nil {
			d.complain("layers", "OCProperties", "a configuration changes by itself")
		}
	}
}

// checkLabels looks at the numbers of pages. A packet has them.
func (d *document) checkLabels(o pdf.Object) {
	if o == nil {
		if d.scope == Packet {
			d.complain("labels", "catalog", "pages have no numbers of their own")
		}
		return
	}
	last := -1
	d.numbersBelow(o, 0, func(key int, _ pdf.Object) {
		if last < 0 && key != 0 || key <= last || key >= len(d.pages) {
			d.complain("labels", "PageLabels", "%d follows %d of %d pages", key, last, len(d.pages))
		}
		last = key
	})
}

// Actions that a link may have.
var harmless = names("GoTo URI")

func (d *document) checkAnnotations() {
	for _, p := range d.pages {
		if len(p.annots) > 0 && d.f.Name(p.dict.Get("Tabs")) != "S" {
			d.complain("tabs", p.String(), "the tab key does not follow the structure")
		}
		if p.dict.Get("AA") != nil {
			d.complain("actions", p.String(), "does something when it is opened")
		}
		for _, a := range p.annots {
			d.checkAnnotation(p, a)
		}
	}
	for _, e := range d.all {
		if e.role != "Link" {
			continue
		}
		held := false
		for _, k := range e.kids {
			held = held || k.object != 0
		}
		if !held {
			d.complain("link", e.path(), "holds no link")
		}
	}
}

func (d *document) checkAnnotation(p *page, a annotation) {
	place := fmt.Sprintf("%v, annotation %d", p, a.num)
	if a.kind != "Link" {
		d.complain("annotation-kinds", place, "is a %s", a.kind)
		return
	}
	if a.link == nil || a.link.role != "Link" {
		d.complain("link", place, "stands in no Link")
	}
	if s, _ := d.f.Get(a.dict.Get("Contents")).(pdf.String); s.Text() == "" {
		d.complain("link-contents", place, "does not say where it leads")
	}
	const print, hides = 4, 1 | 2 | 32 | 256
	if flags, _ := d.f.Int(a.dict.Get("F")); flags&print == 0 || flags&hides != 0 {
		d.complain("annotation-flags", place, "its flags are %d", flags)
	}
	if s := d.f.Name(d.f.Dict(a.dict.Get("A")).Get("S")); a.dict.Get("AA") != nil || a.dict.Get("A") != nil && !harmless[s] {
		d.complain("actions", place, "does %q", s)
	}
}
