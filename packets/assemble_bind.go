package packets

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxKids keeps the page tree flat without long lists.
const maxKids = 256

// bind makes pages a document: page tree, links, bookmarks, labels. It answers
// the catalog.
func (s *studio) bind(a assembly, pages []paper) (types.IndirectRef, error) {
	refs := make([]types.IndirectRef, len(pages))
	for i := range pages {
		refs[i] = s.out.reserve()
	}
	b := binding{out: &s.out, pages: pages, refs: refs}
	annots, err := b.links(a.Links)
	if err != nil {
		return types.IndirectRef{}, err
	}
	catalog := types.Dict{
		"Type":              types.Name("Catalog"),
		"Pages":             b.tree(annots),
		"ViewerPreferences": types.Dict{"DisplayDocTitle": types.Boolean(true)},
	}
	if a.Lang != "" {
		catalog["Lang"] = text(a.Lang)
	}
	if len(a.Outline) > 0 {
		root := s.out.reserve()
		count, first, last, err := b.marks(a.Outline, root)
		if err != nil {
			return types.IndirectRef{}, err
		}
		s.out.set(root, types.Dict{
			"Type": types.Name("Outlines"), "First": first, "Last": last, "Count": types.Integer(count),
		})
		catalog["Outlines"], catalog["PageMode"] = root, types.Name("UseOutlines")
	}
	if len(a.Labels) > 0 {
		nums := types.Array{}
		for _, l := range a.Labels {
			nums = append(nums, types.Integer(l.From),
				types.Dict{"S": types.Name(l.Style), "St": types.Integer(max(1, l.Start))})
		}
		catalog["PageLabels"] = types.Dict{"Nums": nums}
	}
	if oc := layers(s.copies); oc != nil {
		catalog["OCProperties"] = oc
	}
	return s.out.add(catalog), nil
}

type binding struct {
	out   *objects
	pages []paper
	refs  []types.IndirectRef
}

// tree writes the pages and the nodes above them.
func (b *binding) tree(annots map[int]types.Array) types.IndirectRef {
	root := b.out.reserve()
	var nodes types.Array
	for from := 0; from < len(b.pages); from += maxKids {
		to := min(from+maxKids, len(b.pages))
		node, parent := root, root
		if len(b.pages) > maxKids {
			node = b.out.reserve()
			nodes = append(nodes, node)
		}
		kids := types.Array{}
		for i := from; i < to; i++ {
			p := b.pages[i]
			kids = append(kids, b.refs[i])
			dict := types.Dict{
				"Type": types.Name("Page"), "Parent": node,
				"MediaBox":  types.NewNumberArray(0, 0, p.width, p.height),
				"Resources": types.Dict{"XObject": p.named},
				"Contents":  b.out.add(deflated(p.ops)),
			}
			if len(annots[i]) > 0 {
				dict["Annots"] = annots[i]
			}
			b.out.set(b.refs[i], dict)
		}
		dict := types.Dict{"Type": types.Name("Pages"), "Kids": kids, "Count": types.Integer(len(kids))}
		if node != parent {
			dict["Parent"] = parent
		}
		b.out.set(node, dict)
	}
	if nodes != nil {
		b.out.set(root, types.Dict{"Type": types.Name("Pages"), "Kids": nodes, "Count": types.Integer(len(b.pages))})
	}
	return root
}

// goal is the top of a sheet, at the zoom that the reader has.
func (b *binding) goal(sheet int) (types.Array, error) {
	if sheet < 0 || sheet >= len(b.refs) {
		return nil, fmt.Errorf("leads to sheet %d of %d", sheet, len(b.refs))
	}
	return types.Array{b.refs[sheet], types.Name("XYZ"), nil, types.Float(b.pages[sheet].height), nil}, nil
}

// links are annotations by sheet.
func (b *binding) links(all []link) (map[int]types.Array, error) {
	annots := map[int]types.Array{}
	for _, l := range all {
		a := types.Dict{
			"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "F": types.Integer(4),
			"Rect": types.NewNumberArray(l.Rect[:]...), "Border": types.NewIntegerArray(0, 0, 0),
		}
		if l.Sheet < 0 || l.Sheet >= len(b.refs) {
			return nil, fmt.Errorf("a link stands on sheet %d of %d", l.Sheet, len(b.refs))
		}
		if l.URI != "" {
			a["A"] = types.Dict{"Type": types.Name("Action"), "S": types.Name("URI"), "URI": text(l.URI)}
		} else {
			goal, err := b.goal(l.To)
			if err != nil {
				return nil, fmt.Errorf("a link on sheet %d %w", l.Sheet, err)
			}
			a["Dest"] = goal
		}
		annots[l.Sheet] = append(annots[l.Sheet], b.out.add(a))
	}
	return annots, nil
}

// marks writes bookmarks side by side; count is how many show when their
// parent is open.
func (b *binding) marks(all []mark, parent types.IndirectRef) (count int, first, last types.IndirectRef, err error) {
	refs := make([]types.IndirectRef, len(all))
	for i := range all {
		refs[i] = b.out.reserve()
	}
	for i, m := range all {
		goal, err := b.goal(m.Sheet)
		if err != nil {
			return 0, first, last, fmt.Errorf("bookmark %q %w", m.Title, err)
		}
		item := types.Dict{"Title": text(m.Title), "Parent": parent, "Dest": goal}
		if i > 0 {
			item["Prev"] = refs[i-1]
		}
		if i < len(all)-1 {
			item["Next"] = refs[i+1]
		}
		count++
		if len(m.Under) > 0 {
			n, first, last, err := b.marks(m.Under, refs[i])
			if err != nil {
				return 0, first, last, err
			}
			item["First"], item["Last"] = first, last
			if m.Open {
				count += n
			} else {
				n = -n
			}
			item["Count"] = types.Integer(n)
		}
		b.out.set(refs[i], item)
	}
	return count, refs[0], refs[len(refs)-1], nil
}
