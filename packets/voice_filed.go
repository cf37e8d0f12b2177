package packets

import (
	"mappe/forms"
	"mappe/internal/page"
	"mappe/locales"
)

// filed is the voice of the pages that are handed in: the reader's where an
// officer reads it too. A courtesy language is for the reader alone; what is
// handed in is Danish then, with the reader's words beside the names.
func (v Voice) filed() Voice {
	if !v.Courtesy() {
		return v
	}
	danish := v.inDanish()
	danish.own = v.Printer
	return danish
}

// inDanish is the voice of the forms.
func (v Voice) inDanish() Voice {
	if danish, err := locales.New("da"); err == nil {
		v.Printer = danish
	}
	return v
}

// reader is the voice of who reads beside the officer.
func (v Voice) reader() Voice {
	if v.own != nil {
		v.Printer, v.own = v.own, nil
	}
	return v
}

// other is the second voice of a page: of Danish ones the reader's, of others
// the authority's Danish. A Danish reader needs none.
func (v Voice) other() (second Voice, ok bool) {
	switch {
	case v.own != nil:
		return v.reader(), true
	case v.Tag() != "da":
		return v.inDanish(), true
	}
	return v, false
}

// second is a message in the second voice, nothing where there is none.
func (v Voice) second(id string) page.Words {
	if second, ok := v.other(); ok {
		return page.Words{{Text: second.Must(id), Lang: second.Tag()}}
	}
	return nil
}

// term is the message of a name, in a courtesy language with the Danish one
// beneath it, so that applicant and officer point at the same line.
func (v Voice) term(id string) page.Words {
	name := page.Plain(v.Must(id))
	if v.Courtesy() || v.own != nil {
		name = append(append(name, page.Span{Text: "\n"}), v.second(id)...)
	}
	return name
}

// Standing says what a courtesy translation is, in its language and, on a line
// of its own, in Danish, at the foot of every page; "" where the words are
// authoritative.
func (v Voice) Standing() string {
	id := v.standing()
	if id == "" {
		return ""
	}
	return v.Must(id) + "\n" + v.Isolated(v.inDanish().Must(id))
}

func (v Voice) standing() string {
	switch {
	case !v.Courtesy():
		return ""
	case v.Reviewed():
		return "ui.courtesy-reviewed"
	}
	return "ui.courtesy"
}

// stands is Standing as a part of the text, for whoever hears a document or
// reads it on a screen.
func (v Voice) stands() []page.Block {
	id := v.standing()
	if id == "" {
		return nil
	}
	return []page.Block{page.Paragraph{Text: v.term(id), Box: true}}
}

// counts is the sentence of a grave note that counts, beneath a courtesy
// translation of it.
func (v Voice) counts(n forms.Note) []page.Words {
	if n.Severity != forms.Blocking || !v.Courtesy() {
		return nil
	}
	danish := v.inDanish()
	return []page.Words{{{Text: danish.note(n), Lang: danish.Tag()}}}
}
