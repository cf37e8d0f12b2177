package main

import (
	"context"
	"os"
	"path/filepath"

	"mappe/checklist"
	"mappe/forms"
	"mappe/internal/guest"
	"mappe/packets"
)

// enclose puts the scene's official form in its place, and tells of its fields
// and of what was filled in.
func (c scene) enclose(root *os.Root, in packets.Inputs, l *checklist.Checklist, v packets.Voice) (*checklist.Checklist, []screen, error) {
	ctx := context.Background()
	own := packets.Official{Form: c.form, Path: c.official, Root: root}
	var err error
	if own.Fields, err = guest.Inspect(ctx, c.official, "", guest.Limits{}); err != nil {
		return nil, nil, err
	}
	shown := []screen{{"form-inspect", v.Fields(own.Fields, c.official)}}
	if c.mapping != "" {
		src, err := os.ReadFile(c.mapping)
		if err != nil {
			return nil, nil, err
		}
		if own.Mapping, err = forms.ReadMapping(filepath.Base(c.mapping), src); err != nil {
			return nil, nil, err
		}
		p := l.People[0]
		_, report, err := packets.FillForm(ctx, c.official, "", own.Fields, own.Mapping, p)
		if err != nil {
			return nil, nil, err
		}
		shown = append(shown, screen{"form-fill", v.FormReport(report, v.Named(p.Facts.Applicant))})
	}
	enclosed, _, err := in.Enclose(ctx, l, v, own)
	return enclosed, shown, err
}
