package packets

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"mappe/internal/pdf"
	"mappe/internal/proof"
	"mappe/locales"
)

// supplementShare: of so many packets one is supplemented, twice.
const supplementShare = 5

var (
	rounds     = flag.Int("rounds", 12, "rounds of TestRounds")
	roundsFrom = flag.Uint64("rounds.from", 1, "seed of the first round of TestRounds; the next has the next one")
)

// TestRounds makes packets of cases and files that were drawn by lot, and has
// others read them: poppler the words and where they stand, qpdf what binds the
// pages. What they read must agree: contents, stamps, labels, links and
// bookmarks among each other, and the pages with those of the files, each of
// which is in the packet or said not to be. Some packets are filed: then the case
// changes, and what the supplements say they do to the filed pages must leave
// those that the case names. A round can be run alone:
//
//	go test ./packets -run TestRounds -rounds 1 -rounds.from SEED
func TestRounds(t *testing.T) {
	p := newPool(t)
	seeds := make(chan uint64)
	var work sync.WaitGroup
	for range 2 {
		work.Go(func() {
			for seed := range seeds {
				t.Run(fmt.Sprint(seed), func(t *testing.T) { round(t, p, seed) })
			}
		})
	}
	for i := range *rounds {
		seeds <- *roundsFrom + uint64(i)
	}
	close(seeds)
	work.Wait()
}

// round is one of them.
func round(t *testing.T, p *pool, seed uint64) {
	d := drawCase(t, p, rand.New(rand.NewPCG(seed, 0)))
	defer func() {
		if t.Failed() {
			t.Logf("run it alone: go test ./packets -run TestRounds -rounds 1 -rounds.from %d\n%s", seed, d.src)
		}
	}()
	l := decided(t, "round.yaml", []byte(d.src), "2026-11-22")
	printer := speaking(t, drawLanguage(seed, []string{"en", "da"}[d.r.IntN(2)]))
	d.house.visit(t, l)
	v := Voice{Printer: printer, Book: l.Book}
	root, err := os.OpenRoot(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	in, err := Survey(root, l)
	if err != nil {
		t.Fatal(err)
	}
	l = d.enclosed(t, in, l, v)
	style := d.house.style(Style{Copy: ForApplicant, Large: d.r.IntN(4) == 0, Duplex: d.r.IntN(4) == 0, Full: d.r.IntN(2) == 0})
	other := style
	other.Copy = ForAuthority
	for i, app := range l.Applications {
		k, err := Plan(l, i, in, v, style)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := Plan(l, i, in, v, other)
		if err != nil {
			t.Fatal(err)
		}
		if theirs.Front != 0 || theirs.Body != k.Body || planLines(theirs.list()) != planLines(k.list()[k.Front:]) {
			t.Errorf("the copies differ:\n%s%s", k, theirs)
		}
		_, err = theirs.Write(new(pdf.Memory))
		holes, ok := errors.AsType[*HolesError](err)
		if ok != (len(k.Holes) > 0) || ok && len(holes.Holes) != len(k.Holes) {
			t.Errorf("%d holes; the authority's copy says %v", len(k.Holes), holes)
		}
		d.declared(t, k, app.Applicants)
		if len(k.Holes) == 0 && d.r.IntN(2) == 0 {
			k = theirs
		}
		b, lock := d.look(t, k, app.Applicants, style.Duplex)
		if later := d.r.IntN(supplementShare) == 0; later && !t.Failed() {
			d.supplemented(t, i, app.Applicants, b, lock)
			return // the case is another now
		}
	}
}

// courtesyShare: of so many rounds one is in a courtesy language.
const courtesyShare = 5

// drawLanguage is a courtesy language of some rounds, drawn by a lot of its own,
// and that language in the others.
func drawLanguage(seed uint64, authoritative string) string {
	r, tags := rand.New(rand.NewPCG(seed, 1)), locales.Tags()
	if tag := tags[r.IntN(len(tags))]; r.IntN(courtesyShare) == 0 {
		return tag
	}
	return authoritative
}

// declared looks at what is said of files that can't be in the packet.
func (d *drawnCase) declared(t *testing.T, k *Packet, people []string) {
	t.Helper()
	var want, got []string
	for _, w := range d.want() {
		for _, name := range w.broken {
			if slices.Contains(people, w.person) {
				want = append(want, w.person+" "+w.item+" "+name)
			}
		}
	}
	for _, h := range k.Holes {
		if h.File != "" {
			got = append(got, h.Applicant+" "+h.Item+" "+h.File)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: these files are broken: %q; said to be are %q", k.Name, want, got)
	}
}

// look writes a packet, and has it read.
func (d *drawnCase) look(t *testing.T, k *Packet, people []string, duplex bool) (b *bundle, lock *Lock) {
	t.Helper()
	b, size, lock := readPacket(t, k)
	if len(b.pages) != k.Front+k.Body {
		t.Fatalf("%s: %d pages, planned were %d and %d", k.Name, len(b.pages), k.Front, k.Body)
	}
	runs := stampedRuns(t, b, k.Front)
	for _, r := range runs {
		if duplex && (r.first-k.Front)%2 != 0 {
			t.Errorf("%s: %q begins on the back of a sheet, page %d", k.Name, r.number, r.first+1)
		}
	}
	bound := boundRuns(t, b, runs, k.Front)
	for _, w := range d.want() {
		if !slices.Contains(people, w.person) || len(w.words) == 0 {
			continue
		}
		i := slices.IndexFunc(k.lines, func(x *line) bool { return x.owner != nil && x.owner.ID() == w.person && x.asked.ID == w.item })
		if i < 0 {
			t.Errorf("%s: no line of the contents is that of %s %s", k.Name, w.person, w.item)
			continue
		}
		n := k.lines[i].number
		var got []string
		at, ok := bound[n]
		for j := at.first; ok && j <= at.last; j++ {
			got = append(got, b.pages[j].pooled())
		}
		faced := 0
		if ok {
			faced = lock.of(at, PageData)
		}
		if want := w.form && d.own.mapping == ""; want != (faced > 0) {
			t.Errorf("%s: %d pages of the data sheet face the form of %s", k.Name, faced, w.person)
		}
		made, each := 0, len(w.broken)+w.letters
		if ok {
			made = lock.of(at, PageHole, PageLetter)
		}
		if !holds(got, w.words) || at.counted != len(w.words)+made || made < each || made > 2*each {
			t.Errorf("%s: item %s of %s has the pages %q, wanted are %q of the %d named; %d are counted, %d of the data sheet, %d in place of %d files", k.Name, n, w.person, got, w.words, w.named, at.counted, faced, made, each)
		}
	}
	d.filledIn(t, k, b, lock)
	d.house.look(t, k, b, lock)
	if d.r.IntN(6) == 0 {
		inParts(t, k, b, size, d.r.IntN(2) == 0)
	}
	return b, lock
}

// readPacket writes a packet or a part of one, proves it, and has it read.
func readPacket(t *testing.T, k *Packet) (b *bundle, size int64, lock *Lock) {
	t.Helper()
	var data pdf.Memory
	lock, err := k.Write(&data)
	if err != nil {
		t.Fatal(err)
	}
	size = int64(len(data.Bytes()))
	path := filepath.Join(t.TempDir(), "packet.pdf")
	if err := os.WriteFile(path, data.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	ours, err := proof.Open(bytes.NewReader(data.Bytes()), size, "")
	if err != nil {
		t.Fatal(err)
	}
	faults, err := lock.Prove(ours, true)
	if err != nil || len(faults) > 0 {
		t.Errorf("%s: our own proof: %v, %v", k.Name, faults, err)
	}
	return readBundle(t, path), size, lock
}

// holds tells whether the pages of files are these words: before, between and
// behind them stand pages that were made, which say none, and pictures, which
// say none either.
func holds(got, want []string) bool {
	silent := 0
	for _, w := range want {
		if w == "" {
			silent++
		}
	}
	var said []string
	for _, w := range got {
		if w != "" {
			said = append(said, w)
		}
	}
	spoken := slices.DeleteFunc(slices.Clone(want), func(w string) bool { return w == "" })
	return slices.Equal(said, spoken) && len(got)-len(said) >= silent
}
