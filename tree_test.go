package mappe_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// source is one Go file as far as the rules of the house look at it.
type source struct {
	path    string // slash-separated, from the module's root
	dir     string // "." for the root
	pkg     string // the name in the package clause
	test    bool
	doc     bool // has a package comment
	lines   int
	imports []string
	uses    []string // "os.Getenv": selectors on an imported package, by its import path
}

// readTree parses every Go file of a module, leaving out the folders that the
// go command leaves out.
func readTree(fsys fs.FS) ([]source, error) {
	var tree []source
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() {
			hidden := strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_")
			if name != "." && (hidden || base == "testdata" || base == "vendor") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s, err := readSource(name, data)
		if err != nil {
			return err
		}
		tree = append(tree, s)
		return nil
	})
	return tree, err
}

func readSource(name string, data []byte) (source, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return source{}, err
	}
	s := source{
		path:  name,
		dir:   path.Dir(name),
		pkg:   file.Name.Name,
		test:  strings.HasSuffix(name, "_test.go"),
		doc:   strings.TrimSpace(file.Doc.Text()) != "",
		lines: bytes.Count(data, []byte("\n")),
	}
	if len(data) > 0 && data[len(data)-1] != '\n' {
		s.lines++
	}
	local := map[string]string{} // name in this file → import path
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return source{}, fmt.Errorf("%s: import %s: %w", name, spec.Path.Value, err)
		}
		s.imports = append(s.imports, imported)
		if spec.Name != nil {
			local[spec.Name.Name] = imported
		} else {
			local[path.Base(imported)] = imported
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && local[x.Name] != "" {
				s.uses = append(s.uses, local[x.Name]+"."+sel.Sel.Name)
			}
		}
		return true
	})
	return s, nil
}
