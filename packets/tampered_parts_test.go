package packets

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// tried are pages that changes are tried on: the index, -1 where there is none,
// one page of a file behind another page, and the last one. A file that has no
// such page is tried with any.
func (l *Lock) tried() (contents, one, other int) {
	contents, one, other = -1, len(l.Pages)-1, len(l.Pages)-1
	if all := l.pagesOf(PageContents); len(all) > 0 {
		contents = all[0]
	}
	if all := slices.DeleteFunc(l.pagesOf(PageFile), func(i int) bool { return i == 0 }); len(all) > 0 {
		one, other = all[0], all[len(all)-1]
	}
	return contents, one, other
}

// handedIn does something with the first packet of every example, with what is
// handed in otherwise, and with a packet that has a form and a logo in it.
func handedIn(t *testing.T, c Copy, do func(t *testing.T, k *Packet)) {
	each(t, c, do)
	for _, k := range append(otherwise(t, c), withForm(t, c)) {
		if _, l := locked(t, k); len(l.Pages) > 1 {
			t.Run(string(c)+" "+k.File, func(t *testing.T) { do(t, k) })
		}
	}
}

// otherwise are the parts of a packet, its index and the longest document as
// separate files, a supplement to it, and a supplement to that.
func otherwise(t *testing.T, c Copy) []*Packet {
	t.Helper()
	parts, separate, later := ways(t, c)
	var index, longest *Packet
	for _, k := range separate {
		switch {
		case strings.HasPrefix(k.File, "00_index_"):
			index = k
		case k.Front == 0 && (longest == nil || k.Body > longest.Body):
			longest = k
		}
	}
	return slices.Concat(parts, []*Packet{index, longest}, later)
}

// ways are the ways in which one packet is handed in beside a whole one: in parts,
// in separate files, and with two supplements.
func ways(t *testing.T, c Copy) (parts, separate, later []*Packet) {
	t.Helper()
	const path = "../examples/mf4-family/case.yaml"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(string(src)) }
	all := filedOneByOne(t, path, "en", []Copy{c}, string(src),
		changed("[scans/contract.jpg, scans/payslip.png]", "[scans/payslip.png, {file: scans/contract.jpg, rotate: 90}]", `pages: "1,3"`, `pages: "1-3"`),
		changed("[scans/contract.jpg, scans/payslip.png]", "[scans/payslip.png, scans/contract.jpg, scans/lease.pdf]", "- {item: case-order-receipt, files: [scans/receipt.pdf]}", "- {item: case-order-receipt, status: follows-later, reason: Asked for anew}"))
	if parts, err = all[0].Split(250_000); err != nil || len(parts) < 2 {
		t.Fatal(len(parts), err)
	}
	if separate, err = all[0].Separate(); err != nil {
		t.Fatal(err)
	}
	return parts, separate, all[1:]
}

// A file that belongs to the same application is not another one of it: no part
// is taken for another or for the whole, no supplement for what it continues; and
// it is the pages that tell, not the title alone. The two copies have the same
// pages, where none is for the applicant alone.
func TestFilesOfOneApplication(t *testing.T) {
	type made struct {
		name string
		file []byte
		lock *Lock
	}
	var all []made
	for _, c := range []Copy{ForApplicant, ForAuthority} {
		parts, separate, later := ways(t, c)
		whole := parts[0].complete()
		for _, k := range slices.Concat([]*Packet{whole}, parts, separate, later) {
			if c == ForAuthority && k.Front > 0 {
				t.Fatalf("%s: %d pages for the applicant", k.File, k.Front)
			}
			file, lock := locked(t, k)
			all = append(all, made{k.File, file, lock})
		}
	}
	for _, of := range all {
		for _, x := range all {
			got := faulted(proved(t, of.lock, x.file))
			tells := slices.ContainsFunc(got, func(s string) bool { return s != FaultTitle })
			if other := !slices.Equal(sums(x.lock), sums(of.lock)); tells != other || x.name != of.name && !other {
				t.Errorf("%s (%s) with the lock of %s (%s): %v", x.name, x.lock.Copy, of.name, of.lock.Copy, got)
			}
		}
	}
}

// sums are what the pages of a file show.
func sums(l *Lock) (all []string) {
	for _, q := range l.Pages {
		all = append(all, q.Sum)
	}
	return all
}

// Pages of one file of a packet that stand in the place of those of another are
// noticed in both, each of them; so are those of a supplement and the filed ones
// that they replace.
func TestPagesExchanged(t *testing.T) {
	for _, c := range []Copy{ForApplicant, ForAuthority} {
		parts, separate, later := ways(t, c)
		whole := parts[0].complete()
		var files []*Packet
		for _, k := range separate {
			if _, l := locked(t, k); len(l.pagesOf(PageFile)) > 0 {
				files = append(files, k)
			}
		}
		for _, pair := range [][2]*Packet{{parts[0], parts[1]}, {files[0], files[1]}, {whole, later[0]}, {whole, later[1]}, {later[0], later[1]}} {
			var paths [2]string
			var locks [2]*Lock
			for i, k := range pair {
				file, l := locked(t, k)
				paths[i], locks[i] = stored(t, fmt.Sprint(i, ".pdf"), file), l
			}
			for i, l := range locks {
				theirs := locks[1-i].pagesOf(PageFile)
				for n, one := range l.pagesOf(PageFile) {
					args := []string{paths[i], "--pages"}
					if one > 0 {
						args = append(args, paths[i], fmt.Sprintf("1-%d", one))
					}
					args = append(args, paths[1-i], fmt.Sprint(theirs[n%len(theirs)]+1))
					if one+1 < len(l.Pages) {
						args = append(args, paths[i], fmt.Sprintf("%d-z", one+2))
					}
					got := faulted(proved(t, l, rewritten(t, append(args, "--")...)))
					for _, kind := range []string{"stamp ", "sum "} {
						if !slices.Contains(got, kind+l.Pages[one].Label) {
							t.Errorf("%s %s: page %s is one of %s: %q", c, pair[i].File, l.Pages[one].Label, pair[1-i].File, got)
						}
					}
					if n == 1 {
						break
					}
				}
			}
		}
	}
}

// What a lock says it continues is a part of it: a lock whose past was changed is
// another's, and one that contradicts itself is read by nobody.
func TestContinuesIsTampered(t *testing.T) {
	_, _, later := ways(t, ForAuthority)
	_, l := locked(t, later[1])
	data, err := l.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"continues":{`, `"continues":{"more":1,`},
		{`"n":2,"first"`, `"n":0,"first"`},
		{`"kind":"data"`, `"kind":"front"`},
		{`"void":"replaced"`, `"void":"forgotten"`},
		{`"void":"replaced","by"`, `"void":"replaced","By"`},
	} {
		at := strings.LastIndex(string(data), change[0])
		if at < 0 || at < strings.Index(string(data), `"continues"`) {
			t.Fatalf("no %s", change[0])
		}
		changed := string(data[:at]) + change[1] + string(data[at+len(change[0]):])
		if _, err := ReadLock([]byte(changed)); err == nil {
			t.Errorf("%s is read as %s", change[0], change[1])
		}
	}
}
