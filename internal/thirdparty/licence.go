package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// licences tells each licence by phrases that only its text has, all of which
// must be there, compared without case and with white space folded. The first
// that fits counts, so the narrower stands before the wider.
var licences = []struct {
	name    string // SPDX
	phrases []string
}{
	{"Apache-2.0", []string{"apache license", "version 2.0, january 2004", "grant of patent license"}},
	{"Apache-2.0", []string{"licensed under the apache license, version 2.0", "you may not use this file except in compliance with the license"}}, // the notice
	{"MPL-2.0", []string{"mozilla public license version 2.0", "covered software"}},
	{"OFL-1.1", []string{"sil open font license version 1.1"}},
	{"Unicode-3.0", []string{"unicode license v3", `to deal in the data files or software without restriction`, `the data files and software are provided "as is"`}},
	{"Unlicense", []string{"free and unencumbered software released into the public domain"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "neither the name", "this software is provided by the copyright holders"}},
	{"BSD-3-Clause", []string{"redistribution and use in source and binary forms", "neither the name", `this software is provided by the authors`}},
	{"BSD-2-Clause", []string{"redistribution and use in source and binary forms", "redistributions in binary form must reproduce", "this software is provided by the"}},
	{"MIT", []string{"permission is hereby granted, free of charge, to any person obtaining a copy", `the software is provided "as is"`}},
}

// fileNames are where a licence is looked for, in this order.
var fileNames = []string{
	"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "LICENCE.md", "License", "license",
	"UNLICENSE", "COPYING", "OFL.txt", "LICENSE_OFL.txt",
}

// licenceOf reads the licence file of a folder.
func licenceOf(dir string) (string, error) {
	for _, name := range fileNames {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		licence, err := recognise(string(data))
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		return licence, nil
	}
	return "", fmt.Errorf("no licence file")
}

// recognise names the licence that a text is. A text that is two of them at
// once (a dual licence, a file with parts from elsewhere) names both.
func recognise(text string) (string, error) {
	folded := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	var found []string
	for _, l := range licences {
		if containsAll(folded, l.phrases) && !strings.HasPrefix(l.name, family(found)) {
			found = append(found, l.name)
		}
	}
	if len(found) == 0 {
		return "", fmt.Errorf("an unknown licence: read it, then add it to internal/thirdparty/licence.go")
	}
	return strings.Join(found, " and "), nil
}

// family is the start of the last name found, so that the two-clause BSD text
// inside the three-clause one does not count twice.
func family(found []string) string {
	if len(found) == 0 {
		return "none"
	}
	first, _, _ := strings.Cut(found[len(found)-1], "-")
	return first
}

func containsAll(text string, phrases []string) bool {
	for _, phrase := range phrases {
		if !strings.Contains(text, phrase) {
			return false
		}
	}
	return true
}
