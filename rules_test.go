package mappe_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Each rule must notice the tree that breaks it, and stay silent on the same
// tree mended.
func TestRulesNotice(t *testing.T) {
	const doc = "// Package x holds a thing.\n"
	cases := []struct {
		name, rule string
		path, code string
		want       string // part of the one complaint; "" for none
	}{
		{"leftwards", "imports run one way", "law/a.go", doc + `package law; import _ "mappe/profile"`, ""},
		{"rightwards", "imports run one way", "law/a.go", doc + `package law; import _ "mappe/forms"`, "law imports forms"},
		{"own part", "imports run one way", "cmd/mappe/a.go", doc + `package main; import _ "mappe/cmd/mappe/verbs"`, ""},
		{"neighbour", "imports run one way", "internal/web/a.go", doc + `package web; import _ "mappe/internal/batch"`, "internal/web imports internal/batch"},
		{"leaf to the left", "imports run one way", "internal/page/a.go", doc + `package page; import _ "mappe/internal/typeset"`, ""},
		{"leaf to the right", "imports run one way", "internal/pdf/a.go", doc + `package pdf; import _ "mappe/internal/page"`, "internal/pdf imports internal/page"},
		{"leaf that knows permits", "imports run one way", "locales/a.go", doc + `package locales; import _ "mappe/forms"`, "locales imports forms"},
		{"leaf seen too early", "imports run one way", "checklist/a.go", doc + `package checklist; import _ "mappe/locales"`, "checklist imports locales"},
		{"leaf seen by packets", "imports run one way", "packets/a.go", doc + `package packets; import _ "mappe/internal/page"`, ""},
		{"tool that knows the project", "imports run one way", "internal/scans/a.go", doc + `package main; import _ "mappe/internal/page"`, "internal/scans imports internal/page"},
		{"no place", "imports run one way", "extra/a.go", doc + `package extra`, "extra has no place"},
		{"test files are free", "imports run one way", "law/a_test.go", `package law; import _ "mappe/packets"`, ""},

		{"door", "one door per library", "cmd/mappe/a.go", doc + `package main; import _ "github.com/spf13/cobra"`, ""},
		{"wrong door", "one door per library", "packets/a.go", doc + `package packets; import _ "github.com/go-pdf/fpdf"`, "whose door is internal/page"},
		{"tests use the door too", "one door per library", "cmd/a_test.go", `package cmd; import _ "github.com/go-pdf/fpdf"`, "whose door is internal/page"},
		{"no door", "one door per library", "cmd/a.go", doc + `package cmd; import _ "example.org/left/pad"`, "example.org/left/pad has no door"},
		{"yaml in a loader", "one door per library", "law/a.go", doc + `package law; import _ "go.yaml.in/yaml/v4"`, ""},
		{"yaml in a test", "one door per library", "packets/a_test.go", `package packets; import _ "go.yaml.in/yaml/v4"`, ""},
		{"yaml elsewhere", "one door per library", "packets/a.go", doc + `package packets; import _ "go.yaml.in/yaml/v4"`, "whose door is profile"},
		{"longest prefix: a tag", "one door per library", "packets/a.go", doc + `package packets; import _ "golang.org/x/text/language"`, ""},
		{"longest prefix: messages", "one door per library", "packets/a.go", doc + `package packets; import _ "golang.org/x/text/message"`, "whose door is locales"},
		{"prefix of a name only", "one door per library", "cmd/a.go", doc + `package cmd; import _ "github.com/spf13/cobra-cli"`, "has no door"},
		{"test library in code", "one door per library", "law/a.go", doc + `package law; import _ "github.com/google/go-cmp/cmp"`, "whose door is test files"},
		{"calendars are written in cmd", "one door per library", "packets/a.go", doc + `package packets; import _ "github.com/arran4/golang-ical"`, "whose door is cmd"},
		{"the second reader is for tests", "one door per library", "cmd/mappe/a.go", doc + `package main; import _ "github.com/emersion/go-ical"`, "whose door is test files"},
		{"network", "one door per library", "law/a.go", doc + `package law; import _ "net/http"`, "whose door is cmd"},
		{"addresses are no network", "one door per library", "law/a.go", doc + `package law; import _ "net/url"`, ""},

		{"comment", "package names and comments", "law/a.go", doc + `package law`, ""},
		{"no comment", "package names and comments", "law/a.go", `package law`, "no package comment"},
		{"name", "package names and comments", "internal/util/a.go", doc + `package strings2`, `"util" says nothing`},
		{"tests need no comment", "package names and comments", "a_test.go", `package mappe_test`, ""},

		{"clock in cmd", "clock and environment", "cmd/mappe/a.go", doc + `package main; import "time"; var _ = time.Now()`, ""},
		{"clock elsewhere", "clock and environment", "forms/a.go", doc + `package forms; import "time"; var _ = time.Now()`, "time.Now outside cmd"},
		{"clock by another name", "clock and environment", "forms/a.go", doc + `package forms; import t "time"; var _ = t.Now`, "time.Now outside cmd"},
		{"environment", "clock and environment", "law/a.go", doc + `package law; import "os"; var _ = os.Getenv("HOME")`, "os.Getenv outside cmd"},
		{"no clock", "clock and environment", "law/a.go", doc + `package law; import "time"; var _ = time.UTC`, ""},
		{"clock in a test", "clock and environment", "law/a_test.go", `package law; import "time"; var _ = time.Now()`, ""},

		{"300 lines", "file size", "law/a.go", doc + "package law" + strings.Repeat("\n", 299), ""},
		{"301 lines", "file size", "law/a.go", doc + "package law" + strings.Repeat("\n", 300), "301 lines"},
	}
	for _, c := range cases {
		t.Run(c.rule+"/"+c.name, func(t *testing.T) {
			tree, err := readTree(fstest.MapFS{c.path: {Data: []byte(c.code)}})
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(rules, func(r rule) bool { return r.name == c.rule })
			if i < 0 {
				t.Fatalf("no rule %q", c.rule)
			}
			got := rules[i].check(tree)
			switch {
			case c.want == "" && len(got) > 0:
				t.Errorf("complains of a sound tree: %q", got)
			case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
				t.Errorf("got %q, want one complaint with %q", got, c.want)
			}
		})
	}
}

// What the go command leaves out is left out; a file that does not parse is an
// error, never skipped.
func TestReadTree(t *testing.T) {
	tree, err := readTree(fstest.MapFS{
		"a/a.go":              {Data: []byte("package a\n")},
		"a/testdata/bad.go":   {Data: []byte("nothing\n")},
		".git/hooks/hook.go":  {Data: []byte("nothing\n")},
		"_attic/old.go":       {Data: []byte("nothing\n")},
		"a/notes.txt":         {Data: []byte("nothing\n")},
		"a/vendor/x/y/bad.go": {Data: []byte("nothing\n")},
	})
	if err != nil || len(tree) != 1 || tree[0].path != "a/a.go" {
		t.Errorf("got %+v, %v; want a/a.go alone", tree, err)
	}
	if _, err := readTree(fstest.MapFS{"a/a.go": {Data: []byte("nothing\n")}}); err == nil {
		t.Error("a file that does not parse was accepted")
	}
}
