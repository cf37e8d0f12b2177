package proof

import "fmt"

// What a packet has nowhere: keys that make a file do something when it is
// opened, printed or closed, that ask for what is filled in, or that hold other
// files. Layers a packet has, where a file of it has them.
var (
	ofCatalog = []name{"OpenAction", "AA", "AcroForm", "AF", "Collection", "NeedsRendering", "Perms", "Requirements", "URI"}
	ofPage    = []name{"AA", "AF", "PresSteps"}
)

// Active are forbidden keys of the catalog, of the trees of names and of the
// bookmarks, as their path: "/OpenAction", "/Names /EmbeddedFiles".
func (f *File) Active() (all []string, err error) {
	for _, key := range ofCatalog {
		if f.catalog.get(key) != nil {
			all = append(all, "/"+string(key))
		}
	}
	if form, _ := f.dictAt(f.catalog.get("AcroForm"), "/AcroForm"); form.get("XFA") != nil {
		all = append(all, "/AcroForm /XFA")
	}
	names, err := f.dictAt(f.catalog.get("Names"), "/Names")
	if err != nil {
		return nil, err
	}
	for _, e := range names {
		if e.key != "Dests" {
			all = append(all, "/Names /"+string(clip([]byte(e.key))))
		}
	}
	err = f.outline(func(m Mark, a act) {
		for _, s := range a.active {
			all = append(all, fmt.Sprintf("bookmark %q %s", m.Title, s))
		}
		if a.uri != "" {
			all = append(all, fmt.Sprintf("bookmark %q /A /URI", m.Title))
		}
	})
	return all, err
}
