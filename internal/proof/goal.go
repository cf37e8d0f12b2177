package proof

import (
	"errors"
	"strings"
)

// target is the page that a destination leads to; 0 where it leads to none of
// the file.
func (f *File) target(v any) (sheet int, err error) {
	for range 4 {
		o, err := f.get(v)
		if err != nil {
			return 0, err
		}
		switch o := o.(type) {
		case array:
			if len(o) == 0 {
				return 0, nil
			}
			if r, ok := o[0].(ref); ok {
				return f.sheet(r.num), nil
			}
			return 0, nil
		case dict: // in the tree of names
			v = o.get("D")
		case name:
			dests, err := f.dictAt(f.catalog.get("Dests"), "/Dests")
			if err != nil {
				return 0, err
			}
			v = dests.get(o)
		case text:
			if v, err = f.named(o); err != nil {
				return 0, err
			}
		default:
			return 0, nil
		}
	}
	return 0, nil
}

// named is the destination of a name.
func (f *File) named(key text) (found any, err error) {
	names, err := f.dictAt(f.catalog.get("Names"), "/Names")
	if err != nil || names.get("Dests") == nil {
		return nil, err
	}
	stop := errors.New("")
	err = f.keyTree(names.get("Dests"), "Names", 0, new(int), func(k, v any) error {
		if k == key {
			found = v
			return stop
		}
		return nil
	})
	if err == stop {
		err = nil
	}
	return found, err
}

// An act is what a link or a bookmark does: it leads to a page, or to an
// address, or it does what nothing in a packet may, as said in active.
type act struct {
	sheet  int
	uri    string
	active []string
}

// act reads what d does, a link or a bookmark.
func (f *File) act(d dict) (a act, err error) {
	if v := d.get("Dest"); v != nil {
		a.sheet, err = f.target(v)
	}
	for _, key := range []name{"AA", "AP", "PA"} {
		if d.get(key) != nil {
			a.active = append(a.active, "/"+string(key))
		}
	}
	action, bad := f.dictAt(d.get("A"), "/A")
	if err != nil || bad != nil || action == nil {
		return a, errors.Join(err, bad)
	}
	kind, err := as[name](f, action.get("S"), "/S")
	if err != nil {
		return a, err
	}
	if action.get("Next") != nil {
		a.active = append(a.active, "/A /Next")
	}
	switch {
	case d.get("Dest") != nil:
		a.active = append(a.active, "/A beside /Dest")
	case kind == "GoTo":
		a.sheet, err = f.target(action.get("D"))
	case kind == "URI":
		var uri text
		if uri, err = as[text](f, action.get("URI"), "/URI"); address(string(uri)) {
			a.uri = string(uri)
		} else {
			a.active = append(a.active, "/A /URI "+string(clip([]byte(uri))))
		}
	default:
		a.active = append(a.active, "/A /"+string(clip([]byte(kind))))
	}
	return a, err
}

// address tells whether s is an address of the web or of mail.
func address(s string) bool {
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7F {
			return false
		}
	}
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "mailto:")
}
