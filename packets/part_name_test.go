package packets

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSeparate: every document is a file whose name sorts as the index does, and
// the pages have the numbers of the whole; only what divides a stack of paper is
// left out.
func TestSeparate(t *testing.T) {
	for _, s := range styles {
		for _, path := range append(packetCases(t), "../testdata/hard/forty.yaml", "../testdata/hard/scripts.yaml", "../testdata/hard/long-names.yaml") {
			for _, k := range styled(t, path, "da", s) {
				if s.Copy == ForAuthority && len(k.Holes) > 0 {
					continue
				}
				t.Run(fmt.Sprint(s, k.Name), func(t *testing.T) {
					t.Parallel()
					files, err := k.Separate()
					if err != nil {
						t.Fatal(err)
					}
					divides(t, k, files, PageSeparator, PageBlank)
					var names []string
					for _, f := range files {
						sound(t, f)
						names = append(names, f.File)
						if strings.Trim(f.File, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.") != "" || len(f.File) > 144 || !IsSeparate(f.File) {
							t.Errorf("the name %q", f.File)
						}
						if strings.Contains(f.File, "-missing") != slices.ContainsFunc(f.list(), func(x stamped) bool { return x.kind == PageHole }) {
							t.Errorf("%q: %v", f.File, f)
						}
					}
					if !slices.IsSorted(names) || len(slices.Compact(names)) != len(files) {
						t.Errorf("not in the order of the index: %q", names)
					}
					var index bytes.Buffer
					index.WriteString(fmt.Sprint(files[0].pieces[0].doc))
					for _, f := range files {
						if got, want := strings.Contains(index.String(), f.File), f.Front == 0; got != want {
							t.Errorf("the index names %s: %v, want %v", f.File, got, want)
						}
					}
				})
			}
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"Mariia Kovalenko": "Mariia-Kovalenko", "Søren Ærø Åse": "Soeren-Aeroe-Aase", "Łukasz Święcicki": "Lukasz-Swiecicki",
		"  Anne-Marie  O’Brien, jr. ": "Anne-Marie-OBrien-jr", "Nguyễn Thị Ánh": "Nguyen-Thi-Anh", "../../etc/passwd": "etc-passwd",
		"A\u030Ake": "Aake", "X Æ A-12": "X-Ae-A-12", "CON\x00\n": "CON", strings.Repeat("Maximiliana ", 20): strings.TrimRight(strings.Repeat("Maximiliana-", 5), "-"),
		"Марія": "", "Ma\u0440ia": "", "李明": "", "…": "", "": "",
	} {
		if got, ok := plain(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", in, got, ok, want)
		}
	}
	for number, want := range map[string]string{"2.1": "02-01", "2.10": "02-10", "B12.3": "B12-03", "P27-1.2": "P27-01-02"} {
		if got := sortable(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
	for name, want := range map[string]bool{
		"02-01_passport-copy_Mariia-Kovalenko.pdf": true, "B02-01_passport-copy-missing_oleh.pdf": true, "P27-01-02_form-mf4_x.pdf": true,
		"00_index_maria.pdf": true, "01-00_covering-letter_maria.pdf": true, "00_only-for-you_maria.pdf": true,
		"02-01_holiday_Maria.pdf": false, "00_notes_maria.pdf": false, "01-00_passport-copy_maria.pdf": false, "01-01_covering-letter_maria.pdf": false, "passport.pdf": false, "02-01_passport-copy_.pdf": false, "02-01_passport-copy_Maria.txt": false, "_passport-copy_Maria.pdf": false,
	} {
		if got := IsSeparate(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// An index that takes more pages than the contents of the whole takes none of
// their numbers.
func TestIndexTakesMorePages(t *testing.T) {
	k := styled(t, "../examples/bf1-secondment/case.yaml", "en", Style{Copy: ForAuthority, Large: true})[0]
	files, err := k.Separate()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range files[0].list() {
		got = append(got, fmt.Sprintf("%s %s %d/%d %s", x.label, x.kind, x.n, x.of, x.right))
	}
	want := []string{fmt.Sprintf("1 contents 1/2 page 1 of 2 · packet page 1 of %d", k.last()), "1-i contents 2/2 1-i"}
	if !slices.Equal(got[:2], want) || !strings.HasPrefix(got[2], "4 data 1/") {
		t.Errorf("%q, want to begin with %q", got, want)
	}
}
