package main

import (
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"
)

// index is the name of the gallery's own page.
const index = "index.html"

// figure is a picture with its name.
type figure struct{ Path, Caption string }

// Figures are the pictures of a document, as the index shows them.
func (d document) Figures() (all []figure) {
	shown := 0
	for _, path := range d.pictures {
		caption := filepath.Base(path)
		if d.captions != nil {
			for shown < len(d.captions) && d.captions[shown] == "" {
				shown++
			}
			if shown < len(d.captions) {
				caption = d.captions[shown]
			}
			shown++
		} else if len(d.pictures) > 1 {
			caption = strings.TrimSuffix(caption, ".png")
		}
		all = append(all, figure{filepath.Dir(d.name) + "/" + filepath.Base(path), caption})
	}
	return all
}

// Title names the document, and File is what was pictured.
func (d document) Title() string { return d.name }
func (d document) File() string {
	switch {
	case d.html != nil:
		return d.name + ".html"
	case d.text != nil:
		return d.name + ".txt"
	}
	return d.name + ".pdf"
}

var indexPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>mappe: pages</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 2em; background: #ddd }
h2 { font-size: 1em; margin: 2em 0 .5em }
figure { display: inline-block; margin: 0 1em 1em 0; vertical-align: top; width: 300px }
img { width: 298px; border: 1px solid #888; background: #fff }
figcaption { font-size: 12px; overflow-wrap: break-word }
</style>
<h1>Pages of mappe</h1>
{{range .}}<h2><a href="{{.File}}">{{.Title}}</a></h2>
{{range .Figures}}<figure><a href="{{.Path}}"><img loading="lazy" src="{{.Path}}" alt=""></a><figcaption>{{.Caption}}</figcaption></figure>
{{end}}{{end}}</html>
`))

func writeIndex(path string, all []document) error {
	var b bytes.Buffer
	if err := indexPage.Execute(&b, all); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
