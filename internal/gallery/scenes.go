package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"mappe/checklist"
	"mappe/internal/guest"
	"mappe/packets"
	"mappe/profile"
)

// scene is a case as it is shown: the file, the folder with its scans, and what
// it is shown with.
type scene struct {
	name, file, folder string
	brand, mission     string // files, "" for none
	form, official     string // the person's own copy of a form, a file of the folder
	duplex             bool
}

// scenes are the cases of the gallery, in the order of its index: the examples,
// the hard cases, and those that show the kinds of pages which these lack. Of
// whatever comes to be printed, some scene must have a page.
func scenes(repository string) (all []scene, err error) {
	for _, pattern := range []string{"examples/*/case.yaml", "testdata/hard/*.yaml"} {
		found, err := filepath.Glob(filepath.Join(repository, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			s := scene{name: strings.TrimSuffix(filepath.Base(file), ".yaml"), file: file, folder: filepath.Dir(file)}
			if s.name == "case" {
				s.name = filepath.Base(s.folder)
			}
			all = append(all, s)
		}
	}
	at := func(path string) string { return filepath.Join(repository, filepath.FromSlash(path)) }
	return append(all,
		scene{name: "letters-mf4", file: at("internal/gallery/scenes/letters-mf4.yaml"), folder: at("examples/mf4-family")},
		scene{name: "letters-bf1", file: at("internal/gallery/scenes/letters-bf1.yaml"), folder: at("examples/bf1-secondment"),
			brand: at("examples/brand/brand.yaml"), duplex: true},
		scene{name: "mission", file: at("examples/bf23-paper/case.yaml"), folder: at("examples/bf23-paper"), mission: at("examples/missions/india.yaml")},
		scene{name: "official", file: at("internal/gallery/scenes/official.yaml"), folder: at("examples/mf4-family"),
			form: "MF4", official: "scans/form-mf4-maria.pdf"},
	), nil
}

// style is how a packet of the scene is made.
func (s scene) style() (packets.Style, error) {
	style := packets.Style{Copy: packets.ForApplicant, Duplex: s.duplex}
	if s.brand == "" {
		return style, nil
	}
	src, err := os.ReadFile(s.brand)
	if err != nil {
		return style, err
	}
	if style.Brand, err = profile.DecodeBrand(s.brand, src); err != nil || style.Brand.Logo == "" {
		return style, err
	}
	logo, err := os.ReadFile(filepath.Join(filepath.Dir(s.brand), style.Brand.Logo))
	if err != nil {
		return style, err
	}
	style.Logo, err = packets.NewLogo(logo)
	return style, err
}

// visit adds what the scene's mission asks for to a checklist.
func (s scene) visit(l *checklist.Checklist) error {
	if s.mission == "" {
		return nil
	}
	src, err := os.ReadFile(s.mission)
	if err != nil {
		return err
	}
	m, err := checklist.ReadMission(filepath.Base(s.mission), src)
	if err != nil {
		return err
	}
	return l.At(m)
}

// enclose puts the scene's official form in its place, as one without fields.
func (s scene) enclose(root *os.Root, in packets.Inputs, l *checklist.Checklist, v packets.Voice) (*checklist.Checklist, error) {
	if s.form == "" {
		return l, nil
	}
	l, _, err := in.Enclose(context.Background(), l, v, packets.Official{Form: s.form, Path: s.official, Root: root, Fields: &guest.Form{}})
	return l, err
}
