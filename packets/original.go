package packets

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"mappe/internal/page"
)

// Original is a file that carries a digital signature. A copy of its pages is
// not what was signed, so the file goes along untouched, beside the packet.
type Original struct {
	Name string // of the copy, without folder: <packet>-original-<NN>-<file>.pdf
	Path string // as in the profile
	Shut bool   // opens with its own password only

	input *Input
}

// originalMark is in the name of every such copy.
const originalMark = "-original-"

// isOriginal tells whether a file has the name of such a copy.
func isOriginal(name string) bool {
	packet, rest, marked := strings.Cut(name, originalMark)
	rest, pdf := strings.CutSuffix(rest, ".pdf")
	n, _, _ := strings.Cut(rest, "-")
	return packet != "" && marked && pdf && len(n) == 2 && strings.Trim(n, "0123456789") == ""
}

// originals are those of the files whose pages are in the packet, in the order
// of their first use. The same content under two names is one.
func (k *Packet) originals() (all []Original) {
	for _, x := range k.pieces {
		if x.input == nil || !x.input.signed() || slices.ContainsFunc(all, x.input.original) {
			continue
		}
		name := fmt.Sprintf("%s%s%02d", strings.TrimSuffix(k.Name, ".pdf"), originalMark, len(all)+1)
		if s := slug(strings.TrimSuffix(path.Base(x.input.Path), path.Ext(x.input.Path))); s != "" {
			name += "-" + s
		}
		all = append(all, Original{Name: name + ".pdf", Path: x.input.Path, Shut: x.input.shut, input: x.input})
	}
	return all
}

// signed tells whether the file carries a digital signature.
func (in *Input) signed() bool { return in.document != nil && in.document.Signed() }

// original tells whether o is the untouched copy of the file.
func (in *Input) original(o Original) bool { return o.input.source == in.source }

// beside is the name of the untouched copy of a file, "" where there is none.
func (k *Packet) beside(in *Input) string {
	if i := slices.IndexFunc(k.Originals, in.original); i >= 0 {
		return k.Originals[i].Name
	}
	return ""
}

// Write copies the file, byte for byte. It must be the one whose pages were
// copied into the packet, which is written first.
func (o Original) Write(out io.WriterAt) error {
	want, known := o.input.source.SHA256()
	if !known {
		return fmt.Errorf("%s: the packet is not written yet", o.Path)
	}
	h := sha256.New()
	to := io.MultiWriter(h, io.NewOffsetWriter(out, 0))
	_, err := io.Copy(to, io.NewSectionReader(o.input.source, 0, o.input.Size))
	if err == nil && [32]byte(h.Sum(nil)) != want {
		err = errors.New("changed while it was read; let the other program finish, and try again")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", o.Path, err)
	}
	return nil
}

// untouched is the part of the contents that names the files which lie beside
// the packet, and says which pages are copies of theirs.
func (b *binder) untouched() []page.Block {
	if len(b.k.Originals) == 0 {
		return nil
	}
	v := b.v
	t := page.Table{
		Head:   []string{v.Must("ui.number"), v.Must("original.file"), v.Must("ui.page")},
		Widths: []int{12, 70, 18},
	}
	for _, o := range b.k.Originals {
		name := page.Words{{Text: o.Name}}
		if o.Shut {
			name = append(name, page.Span{Text: "\n" + v.Must("original.shut")})
		}
		for _, line := range b.k.lines {
			if labels := b.copies(o, line); labels != nil {
				t.Rows = append(t.Rows, []page.Words{page.Plain(line.number), name, page.Plain(together(labels, "–"))})
			}
		}
	}
	return []page.Block{
		page.Heading{Level: 2, Text: v.Must("original.title")},
		page.Paragraph{Text: page.Plain(v.Must("original.says"))},
		t,
	}
}

// copies are the labels of an item's pages that are copies of an original.
func (b *binder) copies(o Original, of *line) (labels []string) {
	for _, x := range b.pages {
		if x.input != nil && x.piece.line == of && x.input.original(o) {
			labels = append(labels, x.label)
		}
	}
	return labels
}

// stated are the lines of a separator that name the originals of its item.
func (b *binder) stated(of *line) (lines []page.Words) {
	for _, o := range b.k.Originals {
		if b.copies(o, of) != nil {
			lines = append(lines, page.Words{{Text: b.v.Capital(b.v.Must("original.note")) + " " + o.Name, Strong: true}})
		}
	}
	return lines
}

// note is what the contents say of an item beside its title, "" for nothing.
func (b *binder) note(of *line) string {
	note := of.noted(b.v)
	if note == "" && len(b.stated(of)) > 0 {
		return b.v.Must("original.note")
	}
	return note
}
