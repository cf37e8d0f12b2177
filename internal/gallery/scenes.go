package main

import (
	"os"
	"path/filepath"
	"strings"

	"mappe/checklist"
	"mappe/packets"
	"mappe/profile"
)

// scene is a case as it is shown: the file, the folder with its scans, and what
// it is shown with.
type scene struct {
	name, file, folder string
	brand, mission     string   // files, "" for none
	form, official     string   // the person's own copy of a form, a file
	mapping            string   // of that form, a file, "" for none
	filed              []string // files: the case as it was before, each time that something was filed
	duplex, parts      bool
	brief              bool // without its list, which looks as others do
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
	own := func(name string) string { return at("internal/gallery/scenes/" + name + ".yaml") }
	of := func(name, example string, s scene) scene {
		s.name, s.file, s.folder = name, own(name), at("examples/"+example)
		return s
	}
	return append(all,
		of("letters-mf4", "mf4-family", scene{}),
		of("letters-bf1", "bf1-secondment", scene{brand: at("examples/brand/brand.yaml"), duplex: true}),
		scene{name: "mission", file: at("examples/bf23-paper/case.yaml"), folder: at("examples/bf23-paper"), mission: at("examples/missions/india.yaml")},
		of("official", "mf4-family", scene{form: "MF4", official: at("examples/mf4-family/scans/form-mf4-maria.pdf")}),
		of("filled", "mf4-family", scene{form: "MF4", official: at("examples/official/mf4.pdf"), mapping: at("examples/official/mf4.yaml"), brief: true}),
		of("fields", "mf4-family", scene{form: "MF4", official: at("examples/official/mf4.pdf"), duplex: true, brief: true}),
		of("supplement", "mf4-family", scene{filed: []string{own("supplement-filed")}, brief: true}),
		of("supplement-family", "bf1-secondment", scene{filed: []string{own("supplement-family-1"), own("supplement-family-2")}, brand: at("examples/brand/brand.yaml"), duplex: true, brief: true}),
		scene{name: "parts", file: at("examples/bf1-secondment/case.yaml"), folder: at("examples/bf1-secondment"), parts: true, brief: true},
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
