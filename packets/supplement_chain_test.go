package packets

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// standing are the pages that a case rests on after all that was filed, what is
// void left out: of files, and in the place of them.
func standing(l *Lock) (pages []string) {
	for _, r := range l.filed() {
		at := fmt.Sprint(r.Item.Applicant, " ", r.Item.ID, " ", r.Kind, " ")
		switch {
		case r.Void != "":
		case r.Kind == PageFile:
			for _, n := range r.Pages {
				pages = append(pages, fmt.Sprint(at, r.SHA256, " ", n, " ", r.Turned))
			}
		default:
			pages = append(pages, at+r.Item.Says)
		}
	}
	slices.Sort(pages)
	return pages
}

// TestChains files random cases that change, again and again: no page and no
// number of an item ever means two things, and what stands in the end is the
// case, as a packet made anew would have it.
func TestChains(t *testing.T) {
	documents := []string{"passport-all-pages", "reason-posting", "reason-education", "employment-whole-period", "power-of-attorney", "siri-confirmation", "residence-evidence"}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		var steps []step
		head := ""
		var heads []string
		for range 2 + r.IntN(5) {
			var doc strings.Builder
			files := map[string]int{}
			for _, id := range documents {
				for range r.IntN(3) {
					name := fmt.Sprintf("%c.pdf", 'a'+r.IntN(6))
					switch r.IntN(5) {
					case 0:
						fmt.Fprintf(&doc, "  - {item: %s, status: follows-later, reason: %q}\n", id, name)
					case 1:
						fmt.Fprintf(&doc, "  - {item: %s, files: [{file: %s, rotate: 90}, %c.pdf]}\n", id, name, 'a'+r.IntN(6))
					case 2:
						fmt.Fprintf(&doc, "  - {item: %s, files: [{file: %s, pages: \"1\"}]}\n", id, name)
					default:
						fmt.Fprintf(&doc, "  - {item: %s, files: [%s]}\n", id, name)
					}
				}
			}
			for name := range 6 {
				if len(steps) == 0 || r.IntN(3) == 0 {
					files[fmt.Sprintf("%c.pdf", 'a'+name)] = 1 + r.IntN(4)
				}
			}
			if head == "" || r.IntN(2) == 0 {
				head = posted
				if r.IntN(2) == 0 {
					head = strings.Replace(head, "reason: secondment", "reason: education", 1)
				}
				if r.IntN(2) == 0 {
					head = strings.Replace(head, "mitid: true", "mitid: false", 1)
				}
				if r.IntN(2) == 0 {
					head = strings.Replace(head, "goal: keep", "goal: keep\nrepresentative: {kind: solicitor}", 1)
				}
			}
			heads = append(heads, head)
			if doc.Len() == 0 {
				doc.WriteString("  - {item: passport-all-pages, files: [a.pdf]}\n")
			}
			steps = append(steps, step{doc.String(), files})
		}
		labels, numbers := map[string]bool{}, map[string]string{}
		var f follower
		for i, s := range steps {
			k, l, anew, err := f.next(t, heads[i], s)
			if _, none := errors.AsType[*NothingNew](err); none {
				if diff := cmp.Diff(standing(anew), standing(f.last)); diff != "" {
					t.Fatalf("seed %d: something is new (-case +filed):\n%s", seed, diff)
				}
				continue
			}
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			for _, p := range l.Pages {
				if labels[p.Label] {
					t.Fatalf("seed %d: two pages are %s\n%s", seed, p.Label, k)
				}
				labels[p.Label] = true
			}
			for _, it := range l.Items {
				if was := numbers[it.Number]; it.Number != "" && was != "" && was != it.ID {
					t.Fatalf("seed %d: %s was %s and is %s", seed, it.Number, was, it.ID)
				}
				numbers[it.Number] = it.ID
			}
			if diff := cmp.Diff(standing(anew), standing(l)); diff != "" {
				t.Fatalf("seed %d: what stands is not the case (-case +filed):\n%s\n%s", seed, diff, k)
			}
		}
	}
}
