package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The committed list is the list of what is linked today.
func TestCommittedListIsCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	want, err := document(root, command)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, "THIRD_PARTY.md"))
	if err != nil {
		t.Fatalf("%v: run make third-party", err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("THIRD_PARTY.md is out of date: run make third-party (-want +got):\n%s", diff)
	}
}

func TestRecognise(t *testing.T) {
	const (
		bsd     = "Redistribution and use in source and binary forms, with or without\nmodification ...\n2. Redistributions in binary form must reproduce ...\n"
		neither = "3. Neither the name of the holder ...\n"
		asIs    = "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS"
		mit     = "Permission is hereby granted, free of charge, to any person\nobtaining a copy ... THE SOFTWARE IS PROVIDED \"AS IS\""
		unicode = "UNICODE LICENSE V3\n... to deal in the\nData Files or Software without restriction ... THE DATA FILES AND SOFTWARE ARE PROVIDED \"AS IS\""
		apache  = "Apache License\n   Version 2.0, January 2004\n 3. Grant of Patent License."
	)
	for _, c := range []struct{ text, want string }{
		{mit, "MIT"},
		{bsd + asIs, "BSD-2-Clause"},
		{bsd + neither + asIs, "BSD-3-Clause"},
		{apache, "Apache-2.0"},
		{"Mozilla Public License Version 2.0 ... Covered Software", "MPL-2.0"},
		{"This is free and unencumbered software released into the public domain.", "Unlicense"},
		{"SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007", "OFL-1.1"},
		{unicode, "Unicode-3.0"},
		{unicode + mit, "Unicode-3.0 and MIT"},
		{apache + mit, "Apache-2.0 and MIT"},
		{"All rights reserved.", ""},
		{"Released under the MIT license.", ""}, // a claim, not the text
		{bsd, ""},
		{"", ""},
	} {
		got, err := recognise(c.text)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%.40q: got %q, %v; want %q", c.text, got, err, c.want)
		}
	}
}

// A module under an unknown licence, or under none, is named and refused.
func TestUnknownLicenceIsRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"unknown": {"LICENSE", "Ask me first.", "example.org/dep v1.0.0: LICENSE: an unknown licence"},
		"none":    {"README", "Do as you like.", "example.org/dep v1.0.0: no licence file"},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			for path, text := range map[string]string{
				"go.mod":        "module m\n\ngo 1.26\n\nrequire example.org/dep v1.0.0\n\nreplace example.org/dep v1.0.0 => ./dep\n",
				"cmd/m/main.go": "package main\n\nimport _ \"example.org/dep\"\n\nfunc main() {}\n",
				"dep/go.mod":    "module example.org/dep\n",
				"dep/dep.go":    "package dep\n",
				"dep/" + c.file: c.text,
			} {
				if err := os.MkdirAll(filepath.Join(root, filepath.Dir(path)), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, err := document(root, "./cmd/m")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Fonts count with the licence that lies beside them, packed or not.
func TestFontsAreListed(t *testing.T) {
	found := map[part]string{}
	p := pkg{
		Dir:        "/m/page",
		EmbedFiles: []string{"fonts/A-Bold.ttf.gz", "fonts/B.otf", "fonts/OFL.txt"},
		Module:     &module{Path: "m", Main: true},
	}
	if err := collect(p, found); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join("/m/page", "fonts")
	want := map[part]string{{kind: aFont, name: "A-Bold"}: dir, {kind: aFont, name: "B"}: dir}
	if diff := cmp.Diff(want, found, cmp.AllowUnexported(part{})); diff != "" {
		t.Error(diff)
	}
}

// A package that keeps the licence of locale data beside it is listed with what
// that licence is; without the licence it is refused.
func TestDataIsListed(t *testing.T) {
	for _, c := range []struct{ file, text, want, problem string }{
		{"LICENSE", "Unicode License V3 ... to deal in the Data Files or Software without restriction ... the data files and software are provided \"as is\"", "| `words` | Unicode-3.0 |\n", ""},
		{"LICENSE", "Ask me first.", "", "words: LICENSE: an unknown licence"},
		{"build.py", "", "", "words: no licence file"},
	} {
		root := t.TempDir()
		for path, text := range map[string]string{
			"go.mod": "module m\n\ngo 1.26\n", "cmd/m/main.go": "package main\n\nimport _ \"m/words\"\n\nfunc main() {}\n",
			"words/words.go": "package words\n", "words/cldr/" + c.file: c.text,
		} {
			if err := os.MkdirAll(filepath.Join(root, filepath.Dir(path)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := document(root, "./cmd/m")
		if c.problem == "" && (err != nil || !strings.HasSuffix(got, c.want)) || c.problem != "" && (err == nil || !strings.Contains(err.Error(), c.problem)) {
			t.Errorf("%s: %v\n%s", c.file, err, got)
		}
	}
}
