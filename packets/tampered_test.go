package packets

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mappe/internal/pdf"
)

// pagesOf are the indices of pages of a kind.
func (l *Lock) pagesOf(kind string) (all []int) {
	for i, q := range l.Pages {
		if q.Kind == kind {
			all = append(all, i)
		}
	}
	return all
}

var footer = regexp.MustCompile(`(?s)/Artifact\s*<<[^>]*/Footer[^>]*>>\s*BDC.*?EMC`)

// faulted are the kinds of faults with the labels of their pages.
func faulted(faults []Fault) []string {
	all := map[string]bool{}
	for _, x := range faults {
		all[strings.TrimSpace(x.Kind+" "+x.Page)] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// TestTamperedWith: whatever of a finished packet, of a part of one, of a separate
// file or of a supplement is cut, moved, turned or put in the place of something
// else is noticed, for what it is and where; and rewriting a file is no fault.
func TestTamperedWith(t *testing.T) {
	stranger := stored(t, "stranger.pdf", written(a4, "not of this packet"))
	for _, c := range []Copy{ForApplicant, ForAuthority} {
		handedIn(t, c, func(t *testing.T, k *Packet) {
			file, l := locked(t, k)
			path := stored(t, "packet.pdf", file)
			n := len(l.Pages)
			label := func(i int) string { return l.Pages[i].Label }
			contents, one, other := l.tried()
			span := func(from, to int) string {
				if from > to {
					return ""
				}
				return fmt.Sprintf("%d-%d", from, to)
			}
			pages := func(spans ...string) []byte {
				spans = slices.DeleteFunc(spans, func(s string) bool { return s == "" })
				return rewritten(t, path, "--pages", path, strings.Join(spans, ","), "--")
			}
			try := func(name string, changed []byte, want ...string) {
				t.Helper()
				slices.Sort(want)
				if got := faulted(proved(t, l, changed)); !slices.Equal(got, want) && len(got)+len(want) > 0 {
					t.Errorf("%s:\n got %q\nwant %q", name, got, want)
				}
			}

			try("nothing", file)
			for _, args := range [][]string{{"--object-streams=disable"}, {"--object-streams=generate"}, {"--linearize"}} {
				try(strings.Join(args, " "), rewritten(t, append(args, path)...))
			}
			try("taken apart and put together", takenApart(t, file).together())

			i := one + 1 // its sheet
			changed := proved(t, l, pages(span(1, i-1), span(i+1, n)))
			if got := faulted(changed); !slices.Contains(got, "missing "+label(one)) || !slices.Contains(got, "pages") || slices.ContainsFunc(got, func(s string) bool {
				return strings.HasPrefix(s, "order") || strings.HasPrefix(s, "sum") || strings.HasPrefix(s, "stamp") || strings.HasPrefix(s, "extra") || strings.HasPrefix(s, "missing") && s != "missing "+label(one)
			}) {
				t.Errorf("page %s cut: %q", label(one), got)
			}
			for name, swapped := range map[string][]byte{
				"swapped":    pages(span(1, i-2), fmt.Sprint(i), fmt.Sprint(i-1), span(i+1, n)),
				"first last": pages(span(2, n), "1"),
				"reversed":   pages("z-1"),
			} {
				if got := faulted(proved(t, l, swapped)); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "order ") }) || slices.Contains(got, "pages") {
					t.Errorf("%s: %q", name, got)
				}
			}
			if got := faulted(proved(t, l, pages(span(1, i), fmt.Sprint(i), span(i+1, n)))); !slices.Contains(got, "extra") || !slices.Contains(got, "pages") {
				t.Errorf("page %s twice: %q", label(one), got)
			}
			replaced := []string{path, "--pages", path, span(1, i-1), stranger, "1"}
			if i < n {
				replaced = append(replaced, path, span(i+1, n))
			}
			try("replaced", rewritten(t, append(replaced, "--")...),
				// links and bookmarks that led there lead nowhere now
				slices.Concat([]string{"label " + label(one), "stamp " + label(one), "sum " + label(one)}, replacedBesides(l, one))...)
			try("turned", rewritten(t, path, fmt.Sprintf("--rotate=+90:%d", i)), "turned "+label(one), "sum "+label(one))

			edit := func(name string, change func(x *taken, pages []object, refs []string), want ...string) {
				t.Helper()
				x := takenApart(t, file)
				all, refs := x.pages()
				change(x, all, refs)
				try(name, x.together(), want...)
			}
			edit("stamp cut", func(x *taken, pages []object, _ []string) {
				was := x.content(pages[one])
				now := footer.ReplaceAllString(was, "")
				if was == now {
					t.Fatalf("no footer in %q", was)
				}
				x.write(pages[one], now)
			}, "stamp "+label(one), "sum "+label(one))
			edit("stamp of another page", func(x *taken, pages []object, _ []string) {
				x.write(pages[one], footer.ReplaceAllLiteralString(x.content(pages[one]), footer.FindString(x.content(pages[one-1]))))
			}, "stamp "+label(one), "sum "+label(one))
			edit("painted over", func(x *taken, pages []object, _ []string) {
				x.write(pages[one], x.content(pages[one])+"\n1 g 0 0 600 900 re f\n")
			}, "sum "+label(one))
			edit("another box", func(_ *taken, pages []object, _ []string) {
				pages[one]["/MediaBox"] = []any{0, 0, 300, 300}
			}, "size "+label(one), "sum "+label(one))
			edit("cropped", func(_ *taken, pages []object, _ []string) {
				pages[one]["/CropBox"] = []any{0, 100, 500, 800}
			}, "size "+label(one), "sum "+label(one))
			edit("turned by the key", func(_ *taken, pages []object, _ []string) {
				pages[one]["/Rotate"] = 180
			}, "turned "+label(one), "sum "+label(one))
			if l.Pages[one].File != l.Pages[other].File {
				edit("scans changed places", func(x *taken, pages []object, _ []string) {
					a, b := x.at(pages[one]["/Resources"]), x.at(pages[other]["/Resources"])
					a["/XObject"], b["/XObject"] = b["/XObject"], a["/XObject"]
				}, "sum "+label(one), "sum "+label(other))
			}
			edit("covered by a comment", func(_ *taken, pages []object, _ []string) {
				links, _ := pages[one]["/Annots"].([]any)
				pages[one]["/Annots"] = append(links, object{"/Type": "/Annot", "/Subtype": "/Square", "/Rect": []any{0, 0, 600, 900}, "/IC": []any{1, 1, 1}})
			}, "active "+label(one))
			edit("acts", func(x *taken, _ []object, _ []string) {
				x.catalog()["/OpenAction"] = object{"/S": "/JavaScript", "/JS": "u:app.alert(1)"}
			}, "active")
			edit("title", func(x *taken, _ []object, _ []string) {
				x.at(x.at(x.objs["trailer"]["value"])["/Info"])["/Title"] = "u:Another"
			}, "title")
			edit("language", func(x *taken, _ []object, _ []string) { x.catalog()["/Lang"] = "u:fr" }, "lang")

			away := func(from int) int { return (from + 1) % n } // another page
			last := l.Marks[len(l.Marks)-1]
			edit("title of a bookmark", func(x *taken, _ []object, _ []string) {
				marks := x.marks(x.at(x.catalog()["/Outlines"]))
				marks[len(marks)-1]["/Title"] = "u:7.7 Another"
			}, "mark "+label(last.Sheet-1))
			edit("bookmark leads elsewhere", func(x *taken, _ []object, refs []string) {
				marks := x.marks(x.at(x.catalog()["/Outlines"]))
				x.lead(marks[len(marks)-1], refs[away(last.Sheet-1)])
			}, "mark "+label(last.Sheet-1))
			edit("bookmark cut", func(x *taken, _ []object, _ []string) {
				marks := x.marks(x.at(x.catalog()["/Outlines"]))
				for _, m := range append(marks, x.at(x.catalog()["/Outlines"])) {
					if m["/Next"] != nil && x.at(m["/Next"])["/Next"] == nil && sameObject(x.at(m["/Next"]), marks[len(marks)-1]) {
						delete(m, "/Next")
					}
					if m["/First"] != nil && sameObject(x.at(m["/First"]), marks[len(marks)-1]) {
						delete(m, "/First")
						delete(m, "/Last")
					}
				}
			}, "mark "+label(last.Sheet-1))

			edit("labels", func(x *taken, _ []object, _ []string) {
				nums := x.at(x.catalog()["/PageLabels"])["/Nums"].([]any)
				x.at(nums[len(nums)-1])["/St"] = 77
			}, labelled(l, labels(k.list()))...)

			if contents < 0 {
				return // a separate file has no index
			}
			to := l.Pages[contents].Links[0] - 1
			edit("link of the contents leads elsewhere", func(x *taken, pages []object, refs []string) {
				x.lead(x.links(pages[contents])[0], refs[away(to)])
			}, slices.Concat([]string{"link " + label(contents), "index " + label(to)}, elsewhere(l, to, away(to)))...)
			edit("links of the contents are gone", func(x *taken, pages []object, refs []string) {
				delete(pages[contents], "/Annots")
			}, slices.Concat([]string{"link " + label(contents)}, indexed(l))...)
			edit("link to the web", func(x *taken, pages []object, refs []string) {
				a := x.links(pages[contents])[0]
				delete(a, "/Dest")
				a["/A"] = object{"/S": "/URI", "/URI": "u:https://example.org/"}
			}, "link "+label(contents), "index "+label(to))
		})
	}
}

// labelled are the faults when the last row of numbers begins elsewhere.
func labelled(l *Lock, rows []pdf.Label) (all []string) {
	for _, q := range l.Pages[rows[len(rows)-1].Sheet-1:] {
		all = append(all, "label "+q.Label)
	}
	return all
}

// indexed are the faults when the contents lead nowhere.
func indexed(l *Lock) (all []string) {
	for _, at := range l.begins() {
		if l.Pages[at].Kind != PageContents {
			all = append(all, "index "+l.Pages[at].Label)
		}
	}
	return all
}

// elsewhere is the fault of the page that a link of the contents leads to
// instead, if an item begins there.
func elsewhere(l *Lock, was, now int) []string {
	if now != was && l.Pages[now].Kind != PageContents && slices.Contains(l.begins(), now) {
		return []string{"index " + l.Pages[now].Label}
	}
	return nil
}

// replacedBesides are the faults of what led to a page that another has
// replaced.
func replacedBesides(l *Lock, gone int) (all []string) {
	for i, q := range l.Pages {
		if i == gone && len(q.Links) > 0 {
			all = append(all, "link "+q.Label)
		}
		if i != gone && slices.Contains(q.Links, gone+1) {
			all = append(all, "link "+q.Label)
		}
	}
	if slices.Contains(l.begins(), gone) && len(l.pagesOf(PageContents)) > 0 {
		all = append(all, "index "+l.Pages[gone].Label)
	}
	for _, m := range l.Marks {
		if m.Sheet == gone+1 {
			all = append(all, "mark "+l.Pages[gone].Label)
		}
	}
	return all
}
