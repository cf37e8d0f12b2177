package pdf

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/internal/proof"
)

// A file that another program linearizes, encrypts or packs otherwise has the
// sums that it had.
func TestSumsOfRewrittenFiles(t *testing.T) {
	member := "/OCGs [5 0 R 6 0 R] /P /AllOn"
	sources := append(summable(t)[:4], Bytes(layered("/OFF [6 0 R]", member)))
	out, sums := summed(t, Options{}, sources)
	path := out.saved(t)
	for _, args := range []string{
		"", "--linearize", "--object-streams=disable", "--object-streams=generate", "--object-streams=disable --linearize",
		"--preserve-unreferenced --newline-before-endstream", "--encrypt u owner 256 --", "--object-streams=generate --encrypt u owner 256 --",
		"--coalesce-contents", "--static-id --min-version=2.0",
	} {
		made := filepath.Join(t.TempDir(), "made.pdf")
		tool(t, "qpdf", append(append([]string{"--stream-data=preserve"}, strings.Fields(args)...), path, made)...)
		b, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		if got := sumsRead(t, b); !slices.Equal(got, sums) {
			t.Errorf("qpdf %s: other sums", args)
		}
	}
	if got := sumsByQpdf(t, path); !slices.Equal(got, sums) {
		t.Errorf("sums differ from those of what qpdf reads")
	}
	sources = append(summable(t)[:4], Bytes(layered("/OFF [5 0 R]", member)))
	_, other := summed(t, Options{}, sources)
	for i := range sums {
		if layered := i == len(sums)-2 || i == len(sums)-3; (sums[i] != other[i]) != layered {
			t.Errorf("sheet %d: %x, and with another layer visible %x", i+1, sums[i], other[i])
		}
	}
}

// sumsRead are the sums of a file as the reader takes them.
func sumsRead(t *testing.T, file []byte) (sums [][16]byte) {
	t.Helper()
	f, err := proof.Open(bytes.NewReader(file), int64(len(file)), "u")
	if err != nil {
		t.Fatal(err)
	}
	for n := range f.Count() {
		sum, err := f.Sum(n + 1)
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, sum)
	}
	return sums
}

// seen is a file as qpdf reads it.
type seen struct {
	t       *testing.T
	objects map[string]struct {
		Value  any
		Stream *struct {
			Data string
			Dict map[string]any
		}
	}
	things map[string]*thing
}

// sumsByQpdf are the sums of the pages of a file, told slowly.
func sumsByQpdf(t *testing.T, path string) (sums [][16]byte) {
	t.Helper()
	out, err := exec.Command("qpdf", "--password=u", "--json=2", "--json-stream-data=inline", "--decode-level=none", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Pages []struct{ Object string }
		Qpdf  [2]json.RawMessage // the second holds the objects
	}
	if err := json.Unmarshal(out, &file); err != nil {
		t.Fatal(err)
	}
	s := seen{t: t, things: map[string]*thing{}}
	d := json.NewDecoder(bytes.NewReader(file.Qpdf[1]))
	d.UseNumber()
	if err := d.Decode(&s.objects); err != nil {
		t.Fatal(err)
	}
	dict := func(ref any) map[string]any { return s.objects["obj:"+ref.(string)].Value.(map[string]any) }
	layers := s.part(dict(s.objects["trailer"].Value.(map[string]any)["/Root"])["/OCProperties"])
	for _, p := range file.Pages {
		page, text := dict(p.Object), ""
		for _, v := range page["/MediaBox"].([]any) {
			text += s.part(v).words
		}
		root := &thing{kind: '[', parts: []part{s.part(map[string]any{
			"/Contents": page["/Contents"], "/Group": page["/Group"], "/Resources": page["/Resources"],
		})}}
		text += "1 0 " + root.parts[0].to.part()
		if layers.to != nil && root.layered() {
			text += layers.to.part()
		}
		sums = append(sums, [16]byte([]byte(sha(text))))
	}
	return sums
}

func (s *seen) part(v any) part {
	switch v := v.(type) {
	case bool:
		return part{words: strconv.FormatBool(v)[:1]}
	case json.Number:
		n := string(v)
		if strings.Contains(n, ".") {
			n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
		}
		return part{words: n + " "}
	case string:
		return s.string(v)
	case []any:
		x := &thing{kind: '['}
		s.fill(x, v)
		return part{to: x}
	case map[string]any:
		x := &thing{kind: '<'}
		s.fill(x, v)
		return part{to: x}
	}
	return part{}
}

// string is what a string of JSON stands for.
func (s *seen) string(v string) part {
	o, is := s.objects["obj:"+v]
	_, made := o.Value.(map[string]any)
	_, list := o.Value.([]any)
	switch {
	case is && (made || list || o.Stream != nil):
		x := s.things[v]
		if x == nil {
			x = &thing{kind: map[bool]byte{true: '[', false: '<'}[list]}
			if s.things[v] = x; o.Stream != nil {
				data, err := base64.StdEncoding.DecodeString(o.Stream.Data)
				if err != nil {
					s.t.Fatal(err)
				}
				x.data = "~" + sha(string(data))
				delete(o.Stream.Dict, "/Length")
				o.Value = o.Stream.Dict
			}
			s.fill(x, o.Value)
		}
		return part{to: x}
	case is:
		return s.part(o.Value)
	case strings.HasPrefix(v, "/"):
		return part{words: lengthy("/", v[1:])}
	case strings.HasPrefix(v, "b:"):
		b, err := hex.DecodeString(v[2:])
		if err != nil {
			s.t.Fatal(err)
		}
		return part{words: lengthy("(", string(b))}
	case strings.HasPrefix(v, "u:"):
		return part{words: lengthy("(", string(Text(v[2:])))}
	}
	return part{}
}

func (s *seen) fill(x *thing, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			x.parts = append(x.parts, s.part(e))
		}
	case map[string]any:
		for key, e := range v {
			p := s.part(e)
			p.key = lengthy("/", key[1:])
			x.parts = append(x.parts, p)
		}
		x.sorted()
	}
}
