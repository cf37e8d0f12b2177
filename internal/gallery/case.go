package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/civil"
	"mappe/internal/pdf"
	"mappe/locales"
	"mappe/packets"
	"mappe/profile"
)

// ofCase are the list of a case, its first packet, since the others are alike,
// and what a terminal shows.
func ofCase(c scene, tag string, v packets.Voice) (all []document, err error) {
	defer locales.Rescue(&err)
	name := c.name + "/" + tag + "-"
	l, err := list(c.file, today, v)
	if err != nil {
		return nil, err
	}
	if err := c.visit(l); err != nil {
		return nil, err
	}
	style, err := c.style()
	if err != nil {
		return nil, err
	}
	if !c.brief {
		if all, err = sheet(name+"list", v, v.Branded(v.List(l), style.Brand)); err != nil {
			return all, err
		}
	}
	screens := []screen{{"check", checked(v, l)}, {"explain", explained(v, l)}}
	if len(l.Applications) > 0 {
		packed, shown, err := c.packed(name, l, v, style)
		if err != nil {
			return all, err
		}
		all, screens = append(all, packed...), append(screens, shown...)
	}
	for _, s := range screens {
		d, err := s.document(name)
		if err != nil {
			return all, err
		}
		if len(d.text) > 0 {
			all = append(all, d)
		}
	}
	return all, nil
}

// packed are the packets of a case, and what a terminal shows of them.
func (c scene) packed(name string, l *checklist.Checklist, v packets.Voice, style packets.Style) ([]document, []screen, error) {
	root, err := os.OpenRoot(c.folder)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	in, err := packets.Survey(root, l)
	if err != nil {
		return nil, nil, err
	}
	var shown []screen
	if c.official != "" {
		beside, err := os.OpenRoot(filepath.Dir(c.official))
		if err != nil {
			return nil, nil, err
		}
		defer beside.Close()
		if l, shown, err = c.enclose(beside, in, l, v); err != nil {
			return nil, nil, err
		}
	}
	all, k, err := c.packets(name, l, root, in, v, style)
	if err != nil {
		return nil, nil, err
	}
	shown = append(shown, screen{"packet", said(v, l, k)})
	if !v.Courtesy() {
		shown = append(shown, screen{"verify", v.Report(proved(all[0].lock))}, screen{"verify-not", v.Report(disproved(all[0].lock))})
	}
	return all, shown, nil
}

// list is the checklist of the case in a file, on a day.
func list(file string, on civil.Date, v packets.Voice) (*checklist.Checklist, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p, err := profile.Decode(file, src)
	if err != nil {
		return nil, err
	}
	assessed, err := forms.Assess(p, on, v.Book)
	if err != nil {
		return nil, err
	}
	return checklist.Build(assessed)
}

// packets are the first packet of a case, or a supplement to it, and its parts
// where the scene is divided; and the packet as it was planned.
func (c scene) packets(name string, l *checklist.Checklist, root *os.Root, in packets.Inputs, v packets.Voice, style packets.Style) (all []document, k *packets.Packet, err error) {
	add := func(name string, k *packets.Packet) error {
		d, err := written(name, k)
		all = append(all, d)
		return err
	}
	for _, large := range []bool{true, false} {
		if large && !enlarged(name) {
			continue
		}
		style.Large = large
		if style.Filed, err = c.recall(root, in, v, style); err != nil {
			return nil, nil, err
		}
		if k, err = packets.Plan(l, 0, in, v, style); err != nil {
			return nil, nil, err
		}
		file := name + "packet"
		if large {
			file += "-large"
		}
		if err := add(file, k); err != nil {
			return nil, nil, err
		}
	}
	slices.Reverse(all)
	if !c.parts {
		return all, k, nil
	}
	size, err := k.Measure()
	if err != nil {
		return nil, nil, err
	}
	parts, err := k.Split(size * 3 / 4)
	if err != nil {
		return nil, nil, err
	}
	files, err := k.Separate()
	if err != nil {
		return nil, nil, err
	}
	return all, k, errors.Join(add(name+"part", parts[0]), add(name+"files", files[0]))
}

// written is a packet as a document.
func written(name string, k *packets.Packet) (document, error) {
	var out pdf.Memory
	k.Program = "mappe"
	lock, err := k.Write(&out)
	if err != nil {
		return document{}, err
	}
	return document{name: name, pdf: out.Bytes(), captions: captions(k.String(), lock.Pages), lock: lock}, nil
}

// recall is what was filed of the scene before, each time some days earlier than
// the next; nil for nothing.
func (c scene) recall(root *os.Root, in packets.Inputs, v packets.Voice, style packets.Style) (*packets.Filed, error) {
	var last *packets.Lock
	style.Filed = nil
	for i, file := range c.filed {
		l, err := list(file, today.AddDays(9*(i-len(c.filed))), v)
		if err != nil {
			return nil, err
		}
		then, err := packets.Survey(root, l)
		if err != nil {
			return nil, err
		}
		if last != nil {
			if style.Filed, err = packets.Recall(last, then); err != nil {
				return nil, err
			}
		}
		k, err := packets.Plan(l, 0, then, v, style)
		if err != nil {
			return nil, err
		}
		d, err := written("", k)
		if err != nil {
			return nil, err
		}
		last = d.lock
	}
	if last == nil {
		return nil, nil
	}
	return packets.Recall(last, in)
}
