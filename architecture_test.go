package mappe_test

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

const (
	module   = "mappe"
	maxLines = 300
)

// line is the order of the packages: each imports only what stands to its
// left. Packages of one step do not know each other.
var line = [][]string{
	{"internal/civil"},
	{"profile"},
	{"law"},
	{"forms"},
	{"checklist"},
	{"packets"},
	{"internal/batch", "internal/gallery", "internal/web"},
	{"cmd"},
}

// leaves know nothing of permits: what each may import beside internal/civil.
// They hang to the right of checklist, so packets is the first to see them.
var leaves = map[string][]string{
	"internal/page":    {"internal/typeset", "internal/pdf"},
	"internal/typeset": {"internal/pdf"},
	"internal/pdf":     {},
	"internal/picture": {"internal/pdf"},
	"internal/guest":   {},
	"internal/fields":  {"internal/guest", "internal/typeset", "internal/pdf"},
	"internal/scan":    {},
	"internal/proof":   {}, // above all not internal/pdf, whose work it proves
	"internal/store":   {},
	"locales":          {},
	"templates":        {},
	"docs":             {},
}

// tools are the project's own generators: they import nothing of it, and
// nothing imports them.
var tools = []string{"internal/scans", "internal/thirdparty"}

// A door says where a foreign library may be imported. The longest matching
// prefix decides.
type door struct {
	library string
	dirs    []string
	tests   bool // also in any test file
}

var doors = []door{
	{library: "github.com/spf13/cobra", dirs: []string{"cmd"}},
	{library: "github.com/spf13/pflag", dirs: []string{"cmd"}},
	{library: "github.com/schollz/progressbar", dirs: []string{"cmd"}},
	{library: "github.com/arran4/golang-ical", dirs: []string{"cmd"}},
	{library: "golang.org/x/term", dirs: []string{"cmd"}},
	{library: "github.com/go-pdf/fpdf", dirs: []string{"internal/page"}},
	{library: "github.com/yuin/goldmark", dirs: []string{"internal/page"}},
	{library: "github.com/boombuler/barcode", dirs: []string{"internal/page"}},
	{library: "github.com/pdfcpu/pdfcpu", dirs: []string{"internal/guest"}, tests: true}, // the second reader
	{library: "golang.org/x/sys", dirs: []string{"internal/guest", "internal/store"}},
	{library: "github.com/go-text/typesetting", dirs: []string{"internal/typeset"}},
	{library: "github.com/nicksnyder/go-i18n", dirs: []string{"locales"}},
	{library: "golang.org/x/text", dirs: []string{"locales"}},
	{library: "golang.org/x/text/language", dirs: []string{"locales", "packets", "cmd"}}, // language.Tag
	{library: "golang.org/x/text/unicode", dirs: []string{"locales", "internal/page", "internal/typeset", "internal/fields", "packets"}},
	{library: "golang.org/x/text/width", dirs: []string{"internal/page"}},
	{library: "golang.org/x/image", dirs: []string{"internal/picture", "internal/scans"}, tests: true},
	{library: "go.yaml.in/yaml/v4", dirs: []string{"profile", "law", "forms", "checklist", "locales"}, tests: true},
	{library: "github.com/riverqueue/river", dirs: []string{"internal/batch"}},
	{library: "github.com/jackc/pgx", dirs: []string{"internal/batch"}},
	{library: "github.com/emersion/go-ical", tests: true}, // reads what the other wrote
	{library: "github.com/google/go-cmp", tests: true},
	{library: "github.com/rogpeppe/go-internal", tests: true},
	{library: "pgregory.net/rapid", tests: true},
	// Of the standard library: the network.
	{library: "net", dirs: []string{"cmd", "internal/web", "internal/batch"}},
	{library: "net/url", dirs: []string{"."}},
	{library: "net/netip", dirs: []string{"."}},
	{library: "net/mail", dirs: []string{"."}},
}

var unwanted = []string{"pkg", "util", "utils", "common", "models", "types", "config", "engine", "service"}

// ambient is what only the command may read: the clock and the environment.
var ambient = []string{
	"time.Now", "time.Since", "time.Until", "time.After", "time.Tick", "time.Sleep", "time.Local",
	"os.Getenv", "os.LookupEnv", "os.Environ", "os.ExpandEnv", "os.Getwd", "os.UserHomeDir",
	"os.UserConfigDir", "os.UserCacheDir", "os.Hostname",
}

func TestArchitecture(t *testing.T) {
	tree, err := readTree(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if len(tree) < 3 {
		t.Fatalf("read only %d Go files: is this the root of the module?", len(tree))
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			for _, complaint := range r.check(tree) {
				t.Error(complaint)
			}
		})
	}
}

// A rule reads the tree and complains, one sentence a breach.
type rule struct {
	name  string
	check func([]source) []string
}

var rules = []rule{
	{"imports run one way", checkLine},
	{"one door per library", checkDoors},
	{"package names and comments", checkPackages},
	{"clock and environment", checkAmbient},
	{"file size", checkSize},
}

// inside tells whether dir is root or lies below it; every dir lies below ".".
func inside(dir, root string) bool {
	return root == "." || dir == root || strings.HasPrefix(dir, root+"/")
}

func insideAny(dir string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return inside(dir, root) })
}

// step is the place of a folder in the line, or -1.
func step(dir string) int {
	return slices.IndexFunc(line, func(dirs []string) bool { return insideAny(dir, dirs) })
}

// leaf is the leaf that a folder belongs to, or "".
func leaf(dir string) string {
	for name := range leaves {
		if inside(dir, name) {
			return name
		}
	}
	return ""
}

func checkLine(tree []source) (complaints []string) {
	for _, s := range tree {
		if s.test {
			continue
		}
		if step(s.dir) < 0 && leaf(s.dir) == "" && !insideAny(s.dir, tools) {
			complaints = append(complaints, fmt.Sprintf("%s: %s has no place in the line of packages", s.path, s.dir))
			continue
		}
		for _, imported := range s.imports {
			if dir, ok := strings.CutPrefix(imported, module+"/"); ok && !mayImport(s.dir, dir) {
				complaints = append(complaints, fmt.Sprintf("%s: %s imports %s: imports run one way", s.path, s.dir, dir))
			}
		}
	}
	return complaints
}

func mayImport(from, to string) bool {
	if insideAny(from, tools) || insideAny(to, tools) {
		return path.Dir(to) == from
	}
	if l := leaf(from); l != "" {
		return inside(to, l) || inside(to, "internal/civil") || insideAny(to, leaves[l])
	}
	if leaf(to) != "" {
		return step(from) >= step("packets")
	}
	at := step(from)
	if at == step(to) {
		// Parts of one package; never its neighbour of the same step.
		return slices.ContainsFunc(line[at], func(root string) bool { return inside(from, root) && inside(to, root) })
	}
	return step(to) >= 0 && at > step(to)
}

// doorOf is the door with the longest library that the import path lies in.
func doorOf(imported string) (best door, ok bool) {
	for _, d := range doors {
		if inside(imported, d.library) && (!ok || len(d.library) > len(best.library)) {
			best, ok = d, true
		}
	}
	return best, ok
}

func checkDoors(tree []source) (complaints []string) {
	for _, s := range tree {
		for _, imported := range s.imports {
			if inside(imported, module) {
				continue
			}
			d, known := doorOf(imported)
			first, _, _ := strings.Cut(imported, "/")
			switch {
			case !known && strings.Contains(first, "."):
				complaints = append(complaints, fmt.Sprintf("%s: %s has no door: say in architecture_test.go which package may import it", s.path, imported))
			case known && !insideAny(s.dir, d.dirs) && !(s.test && d.tests):
				where := strings.Join(d.dirs, ", ")
				if where == "" {
					where = "test files"
				}
				complaints = append(complaints, fmt.Sprintf("%s: imports %s, whose door is %s", s.path, imported, where))
			}
		}
	}
	return complaints
}

func checkPackages(tree []source) (complaints []string) {
	commented := map[string]bool{}
	named := map[string]string{} // folder → package, of those with code
	for _, s := range tree {
		if s.test {
			continue
		}
		named[s.dir] = s.pkg
		commented[s.dir] = commented[s.dir] || s.doc
	}
	for dir, pkg := range named {
		if !commented[dir] {
			complaints = append(complaints, fmt.Sprintf("%s: package %s has no package comment", dir, pkg))
		}
		for _, name := range append(strings.Split(dir, "/"), pkg) {
			if slices.Contains(unwanted, name) {
				complaints = append(complaints, fmt.Sprintf("%s: %q says nothing: name the package after what it holds", dir, name))
				break
			}
		}
	}
	slices.Sort(complaints)
	return complaints
}

func checkAmbient(tree []source) (complaints []string) {
	for _, s := range tree {
		if s.test || inside(s.dir, "cmd") {
			continue
		}
		for _, use := range s.uses {
			if slices.Contains(ambient, use) {
				complaints = append(complaints, fmt.Sprintf("%s: %s outside cmd: take it as an argument", s.path, use))
			}
		}
	}
	return complaints
}

func checkSize(tree []source) (complaints []string) {
	for _, s := range tree {
		if s.lines > maxLines {
			complaints = append(complaints, fmt.Sprintf("%s: %d lines, more than %d: is there a second noun in it?", s.path, s.lines, maxLines))
		}
	}
	return complaints
}
