package packets

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// lookPDF counts the pages and makes sure that each can be laid on a sheet
// with everything that a viewer shows.
func (in *Input) lookPDF(password string) (p *Problem) {
	defer func() {
		if r := recover(); r != nil {
			p = damaged("unreadable structure: %v", r)
		}
	}()
	tail := in.Data[max(0, len(in.Data)-64<<10):]
	if !bytes.Contains(tail, []byte("startxref")) && !bytes.Contains(tail, []byte("%%EOF")) {
		return damaged("the file ends too early")
	}
	doc, used, err := readDocument(in.Data, password)
	switch {
	case err == nil:
	case errors.Is(err, pdfcpu.ErrWrongPassword) && password == "":
		return &Problem{Kind: ProblemEncrypted, Detail: detailNoPassword}
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return &Problem{Kind: ProblemEncrypted, Detail: detailWrongPassword}
	case errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return &Problem{Kind: ProblemEncrypted, Detail: detailUnsupported}
	case errors.Is(err, errManyPages):
		return &Problem{Kind: ProblemTooLarge, Detail: err.Error()}
	default:
		return damaged("%s", firstLine(err))
	}
	in.Password, in.Pages = used, len(doc.pages)
	if needs, _ := doc.get(doc.catalog["NeedsRendering"]).(types.Boolean); bool(needs) {
		return &Problem{Kind: ProblemUnprinted, Detail: "a dynamic XFA form has no pages yet"}
	}
	if doc.dict(doc.catalog["Collection"]) != nil {
		return &Problem{Kind: ProblemUnprinted, Detail: "a PDF portfolio holds other files"}
	}
	for i, page := range doc.pages {
		if err := doc.complete(page); err != nil {
			return damaged("page %d: %s", i+1, firstLine(err))
		}
		if what := doc.unprinted(page); what != "" {
			return &Problem{Kind: ProblemUnprinted, Detail: fmt.Sprintf("page %d: %s", i+1, what)}
		}
	}
	return nil
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// contents are the content streams of a page; an error says that one is not
// there.
func (d *document) contents(page leaf) ([]*types.StreamDict, error) {
	o := page.dict["Contents"]
	if o == nil {
		return nil, nil
	}
	if sd := d.stream(o); sd != nil {
		return []*types.StreamDict{sd}, nil
	}
	parts, ok := d.get(o).(types.Array)
	if !ok {
		return nil, errors.New("its contents are missing")
	}
	var streams []*types.StreamDict
	for _, part := range parts {
		sd := d.stream(part)
		if sd == nil {
			return nil, errors.New("a part of its contents is missing")
		}
		streams = append(streams, sd)
	}
	return streams, nil
}

// decoded is the data of a stream without its filters; the document keeps
// what it has.
func decoded(sd *types.StreamDict) ([]byte, error) {
	once := *sd
	if err := once.DecodeWithLimit(maxStreamBytes); err != nil {
		return nil, fmt.Errorf("its contents cannot be decoded: %w", err)
	}
	return once.Content, nil
}

// complete tells what a page lacks: contents, or a picture or form that its
// resources name.
func (d *document) complete(page leaf) error {
	streams, err := d.contents(page)
	if err != nil {
		return err
	}
	for _, sd := range streams {
		if _, err := decoded(sd); err != nil {
			return err
		}
	}
	for _, o := range d.dict(d.dict(page.resources)["XObject"]) {
		if d.stream(o) == nil {
			return errors.New("a picture is missing")
		}
	}
	return nil
}
